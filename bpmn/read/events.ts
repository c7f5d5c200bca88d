// What events wait for and what they throw: each kind of event definition, by the name or code of what it refers to.
import type { ElementOf, MessageTrigger, Schedule, Triggers } from '../../contract/index.ts';
import { BPMN } from '../namespaces.ts';
import { attribute, elementsIn, type XmlElement } from '../xml/node.ts';
import { messageKey } from './messages.ts';
import { cannot, expressionIn, hint, type Place, warn } from './place.ts';
import { bpmnChild, bpmnChildren, idOf, isTrue, nameOf, vendor } from './reading.ts';
import { readTimer } from './timers.ts';

/** What an event is about: its own definitions, then those of the file it refers to. */
export function definitionsOf({ reading, node }: Place): XmlElement[] {
  const own = elementsIn(node).filter(({ local, uri }) => uri === BPMN && local.endsWith('EventDefinition'));
  const shared = bpmnChildren(node, 'eventDefinitionRef').flatMap(
    (ref) => reading.target(refText(ref)) ?? [],
  );
  return [...own, ...shared];
}

export const kindOf = ({ local }: XmlElement): string => local.slice(0, -'EventDefinition'.length);
const refText = (node: XmlElement): string =>
  node.children
    .filter((one) => typeof one === 'string')
    .join('')
    .trim();

/** Never by itself: what an event is that does not say what it waits for. */
const NEVER = 'false';

export interface Caught {
  triggers: Triggers;
  schedule?: Schedule;
  /** Why the engine cannot wait for it. */
  unsupported?: string;
}

/** What a start, catch or boundary event waits for. */
export function readTriggers(place: Place, isStart = false): Caught {
  const definitions = definitionsOf(place);
  const triggers: Triggers = {};
  let schedule: Schedule | undefined;
  if (isTrue(attribute(place.node, 'parallelMultiple')) && definitions.length > 1)
    return { triggers, unsupported: 'parallelMultiple' };
  const kinds = definitions.map(kindOf);
  const twice = kinds.find((kind, i) => kinds.indexOf(kind) !== i);
  if (twice !== undefined) return { triggers, unsupported: `${twice}×2` };
  for (const definition of definitions) {
    const kind = kindOf(definition);
    switch (kind) {
      case 'timer': {
        const read = readTimer(place, definition, isStart);
        if (!read) triggers.condition ??= NEVER;
        else if ('timer' in read) triggers.timer = read.timer;
        else schedule = read.schedule;
        break;
      }
      case 'message':
        triggers.message = readMessage(place, definition, isStart);
        break;
      case 'conditional':
        triggers.condition = readCondition(place, definition);
        break;
      case 'signal':
        triggers.signal = referred(place, definition, 'signalRef') ?? ownName(place);
        break;
      case 'escalation':
        triggers.escalation = readEscalation(place, definition) ?? '';
        break;
      case 'error':
        triggers.error = readError(place, definition) ?? '';
        break;
      case 'link':
        triggers.link = attribute(definition, 'name') ?? ownName(place);
        break;
      case 'compensate':
        triggers.compensation = true;
        break;
      case 'cancel':
        triggers.cancel = true;
        break;
      default:
        return { triggers, unsupported: kind };
    }
  }
  return { triggers, ...(schedule ? { schedule } : {}) };
}

export const ownName = ({ node, id }: Place): string => nameOf(node) ?? id;

function readCondition(place: Place, definition: XmlElement): string {
  for (const local of ['variableName', 'variableEvents'])
    if (vendor(definition, local) !== undefined)
      hint(
        place,
        'bpmn-kept',
        `${local} blijft bewaard; de voorwaarde wordt bekeken zodra iets verandert`,
        `${local} is kept; the condition is looked at whenever anything changes`,
        definition,
      );
  const feel = expressionIn(place, bpmnChild(definition, 'condition'), {
    nl: 'de voorwaarde',
    en: 'the condition',
  });
  if (feel !== undefined) return feel;
  if (!place.own.has('triggers') && !hasText(bpmnChild(definition, 'condition')))
    cannot(
      place,
      'bpmn-event',
      'de voorwaarde is leeg; die komt dus nooit uit',
      'the condition is empty, so it never becomes true',
      definition,
    );
  return NEVER;
}

const hasText = (node: XmlElement | undefined): boolean =>
  node?.children.some((one) => typeof one === 'string' && one.trim() !== '') ?? false;

/** The name of what an event definition refers to; a reference to nothing is an error. */
function referred(place: Place, definition: XmlElement, ref: string): string | undefined {
  const target = refers(place, definition, ref);
  return target && (attribute(target, 'name')?.trim() || idOf(target));
}

function refers(place: Place, definition: XmlElement, ref: string): XmlElement | undefined {
  const wanted = attribute(definition, ref);
  if (!wanted) return undefined;
  const target = place.reading.target(wanted);
  if (!target)
    place.reading.find(
      'bpmn-reference',
      'error',
      place.id,
      definition,
      `‘${place.id}’ verwijst met ${ref} naar ‘${wanted}’, maar dat is er niet.`,
      `'${place.id}' refers by ${ref} to '${wanted}', which does not exist.`,
    );
  return target;
}

/** A message by name: of what it refers to, else of the flow of messages it is at the end of, else its own. */
export function readMessage(place: Place, holder: XmlElement, isStart = false): MessageTrigger {
  const target = refers(place, holder, 'messageRef');
  const name = target && (attribute(target, 'name')?.trim() || idOf(target));
  const key = isStart ? undefined : target && messageKey(place, target);
  return {
    name: name ?? place.messageFlows.get(place.id) ?? ownName(place),
    ...(key === undefined ? {} : { key }),
  };
}

/** Code of an error: what it refers to says, or undefined for any. */
function readError(place: Place, definition: XmlElement): string | undefined {
  for (const local of ['errorCodeVariable', 'errorMessageVariable'])
    if (vendor(definition, local) !== undefined)
      hint(
        place,
        'bpmn-kept',
        `${local} blijft bewaard, maar krijgt geen waarde`,
        `${local} is kept, but gets no value`,
        definition,
      );
  const target = refers(place, definition, 'errorRef');
  return (
    target && (attribute(target, 'errorCode')?.trim() || attribute(target, 'name')?.trim() || idOf(target))
  );
}

function readEscalation(place: Place, definition: XmlElement): string | undefined {
  const target = refers(place, definition, 'escalationRef');
  return (
    target &&
    (attribute(target, 'escalationCode')?.trim() || attribute(target, 'name')?.trim() || idOf(target))
  );
}

type Throws = NonNullable<ElementOf<'intermediateThrowEvent'>['throws']>;

export function readThrows(place: Place): { throws: Throws; unsupported?: string } {
  const throws: Throws = {};
  const definitions = definitionsOf(place);
  const kinds = definitions.map(kindOf);
  const twice = kinds.find((kind, i) => kinds.indexOf(kind) !== i);
  if (twice !== undefined) return { throws, unsupported: `${twice}×2` };
  for (const definition of definitions) {
    const kind = kindOf(definition);
    switch (kind) {
      case 'message':
        throws.message = readMessage(place, definition);
        break;
      case 'signal':
        throws.signal = referred(place, definition, 'signalRef') ?? ownName(place);
        break;
      case 'escalation':
        throws.escalation = readEscalation(place, definition) ?? '';
        break;
      case 'link':
        throws.link = attribute(definition, 'name') ?? ownName(place);
        break;
      case 'compensate':
        throws.compensation = readCompensation(place, definition);
        break;
      default:
        return { throws, unsupported: kind };
    }
  }
  return { throws };
}

function readCompensation(place: Place, definition: XmlElement): { activity?: string } {
  if (attribute(definition, 'waitForCompletion') === 'false')
    warn(
      place,
      'bpmn-event',
      'het ongedaan maken wordt afgewacht, ook al staat er dat dit niet hoeft',
      'undoing is waited for, although it says that this is not needed',
      definition,
    );
  const target = refers(place, definition, 'activityRef');
  return target ? { activity: idOf(target) } : {};
}

type End = ElementOf<'endEvent'>;

export function readEnd(place: Place): Pick<End, 'end' | 'code' | 'key'> & { unsupported?: string } {
  const [definition, ...more] = definitionsOf(place);
  if (!definition) return { end: 'none' };
  if (more.length > 0) return { end: 'none', unsupported: 'multiple' };
  const withCode = (end: End['end'], code: string | undefined) => ({
    end,
    ...(code === undefined ? {} : { code }),
  });
  const kind = kindOf(definition);
  switch (kind) {
    case 'terminate':
      return { end: 'terminate' };
    case 'error':
      return withCode('error', readError(place, definition));
    case 'escalation':
      return withCode('escalation', readEscalation(place, definition));
    case 'message': {
      const { name, key } = readMessage(place, definition);
      return { end: 'message', code: name, ...(key === undefined ? {} : { key }) };
    }
    case 'signal':
      return { end: 'signal', code: referred(place, definition, 'signalRef') ?? ownName(place) };
    case 'compensate':
      return withCode('compensation', readCompensation(place, definition).activity);
    case 'cancel':
      return place.inTransaction ? { end: 'cancel' } : { end: 'none', unsupported: 'cancel' };
    default:
      return { end: 'none', unsupported: kind };
  }
}
