// Each element of BPMN as an element of ours. What is left over stays with the element as it was written (keep.ts).
import type { ElementOf, ElementType } from '../../contract/index.ts';
import { expressionOf, isDynamic, literalTexts } from '../expressions/translate.ts';
import { inTable } from '../in-table.ts';
import { attribute, elementsIn, textOf, type XmlElement } from '../xml/node.ts';
import { readEnd, readMessage, readThrows, readTriggers } from './events.ts';
import { readForm } from './forms.ts';
import { jobOf, retriesOf } from './jobs.ts';
import { readLoop } from './loops.ts';
import { readCallMappings, readFields, readMappings } from './mappings.ts';
import { readPeople } from './people.ts';
import { cannot, expressionIn, expressionIs, hint, type Place, warn } from './place.ts';
import { bpmnChild, extensionsOf, isTrue, type Reading, vendor, vendorChildren, zeebe } from './reading.ts';

type Base = 'id' | 'name' | 'documentation' | 'parent' | 'block' | 'aliases' | 'x' | 'y' | 'width' | 'height';
type Own<T extends ElementType> = Omit<ElementOf<T>, Base>;
/** What an element is, apart from what all have. */
export type Body = { [T in ElementType]: Own<T> }[ElementType];
type Reader = (place: Place) => Body;

/** Elements of a process that something can flow through, by their name in BPMN. */
export const readers: Record<string, Reader> = {
  startEvent,
  endEvent,
  intermediateCatchEvent,
  intermediateThrowEvent,
  boundaryEvent,
  task: (place) => ({ type: 'manualTask', ...activity(place) }),
  manualTask: (place) => ({ type: 'manualTask', ...activity(place) }),
  userTask,
  serviceTask,
  sendTask,
  receiveTask,
  scriptTask,
  businessRuleTask,
  exclusiveGateway: () => ({ type: 'exclusiveGateway' }),
  parallelGateway: () => ({ type: 'parallelGateway' }),
  inclusiveGateway: () => ({ type: 'inclusiveGateway' }),
  eventBasedGateway,
  complexGateway: (place) =>
    unsupported(place, 'complexGateway', { nl: 'een complexe gateway', en: 'a complex gateway' }),
  subProcess,
  transaction: (place) => ({ ...subProcess(place), transaction: true }),
  adHocSubProcess,
  callActivity,
  subChoreography: choreography,
  choreographyTask: choreography,
  callChoreography: choreography,
  implicitThrowEvent: (place) =>
    unsupported(place, 'implicitThrowEvent', { nl: 'een verborgen gebeurtenis', en: 'an implicit event' }),
};

function choreography(place: Place): Body {
  return unsupported(place, place.node.local, {
    nl: 'een stap van een choreografie',
    en: 'a step of a choreography',
  });
}

function unsupported(place: Place, bpmn: string, what: { nl: string; en: string }): Own<'unsupported'> {
  warn(
    place,
    'bpmn-unsupported',
    `dit is ${what.nl}; het blijft getekend en bewaard, maar kan niet worden uitgevoerd`,
    `this is ${what.en}; it stays drawn and kept, but cannot be carried out`,
  );
  const attachedTo = attribute(place.node, 'attachedToRef');
  return { type: 'unsupported', bpmn, ...(attachedTo === undefined ? {} : { attachedTo }) };
}

/** An event that waits for, or does, what this engine does not. */
function strangeEvent(place: Place, kind: string): Own<'unsupported'> {
  const words: Record<string, { nl: string; en: string }> = {
    parallelMultiple: {
      nl: 'een gebeurtenis die op alles tegelijk wacht',
      en: 'an event that waits for all at once',
    },
    multiple: { nl: 'een einde dat verschillende dingen doet', en: 'an end that does several things' },
    cancel: { nl: 'een annulering buiten een transactie', en: 'a cancellation outside a transaction' },
  };
  return unsupported(
    place,
    place.node.local,
    inTable(words, kind) ??
      (kind.endsWith('×2')
        ? { nl: 'een gebeurtenis met twee keer dezelfde soort', en: 'an event with the same kind twice' }
        : { nl: `een gebeurtenis van de soort ${kind}`, en: `an event of kind ${kind}` }),
  );
}

/** What any activity may have. */
function activity(place: Place) {
  const undoes = isTrue(attribute(place.node, 'isForCompensation')) || place.undoing.has(place.id);
  return {
    ...readMappings(place),
    ...readLoop(place),
    ...(undoes ? { forCompensation: true as const } : {}),
  };
}

function startEvent(place: Place): Body {
  const { node } = place;
  const { triggers, schedule, unsupported: strange } = readTriggers(place, place.parent === undefined);
  if (strange !== undefined) return strangeEvent(place, strange);
  const form = readForm(place);
  return {
    type: 'startEvent',
    ...(Object.keys(triggers).length > 0 ? { triggers } : {}),
    ...(schedule ? { schedule } : {}),
    ...(form === undefined ? {} : { form }),
    ...(attribute(node, 'isInterrupting') === 'false' ? { interrupting: false } : {}),
    ...outputs(place),
  };
}

function outputs(place: Place) {
  const { outputMapping, set } = readMappings(place);
  const written = [...(outputMapping ?? []), ...(set ?? [])];
  return written.length > 0 ? { set: written } : {};
}

function endEvent(place: Place): Body {
  const { unsupported: strange, ...end } = readEnd(place);
  if (strange !== undefined) return strangeEvent(place, strange);
  return { type: 'endEvent', ...end, ...sent(place) };
}

/** What goes along with a message that is thrown. */
function sent(place: Place) {
  const { inputMapping } = readMappings(place);
  return inputMapping ? { data: inputMapping } : {};
}

function intermediateCatchEvent(place: Place): Body {
  const { triggers, unsupported: strange } = readTriggers(place);
  if (strange !== undefined) return strangeEvent(place, strange);
  const { outputMapping, set } = readMappings(place);
  return {
    type: 'intermediateCatchEvent',
    triggers,
    ...(outputMapping ? { outputMapping } : {}),
    ...(set ? { set } : {}),
  };
}

function intermediateThrowEvent(place: Place): Body {
  const { throws, unsupported: strange } = readThrows(place);
  if (strange !== undefined) return strangeEvent(place, strange);
  return {
    type: 'intermediateThrowEvent',
    ...(Object.keys(throws).length > 0 ? { throws } : {}),
    ...sent(place),
  };
}

function boundaryEvent(place: Place): Body {
  const { node } = place;
  const { triggers, unsupported: strange } = readTriggers(place);
  if (strange !== undefined) return strangeEvent(place, strange);
  const handler = place.handlers.get(place.id);
  const { outputMapping, set } = readMappings(place);
  return {
    type: 'boundaryEvent',
    attachedTo: attribute(node, 'attachedToRef') ?? '',
    // What is undone is done already: such an event interrupts nothing, whatever the file says.
    interrupting: attribute(node, 'cancelActivity') !== 'false',
    triggers,
    ...(handler !== undefined && triggers.compensation ? { handler } : {}),
    ...(outputMapping ? { outputMapping } : {}),
    ...(set ? { set } : {}),
  };
}

function userTask(place: Place): Body {
  const { node } = place;
  const form = readForm(place);
  const due = dueOf(place);
  for (const what of ['followUpDate', 'followUp'] as const)
    if (
      vendor(node, what) !== undefined ||
      attribute(zeebe(node, 'taskSchedule') ?? node, what) !== undefined
    )
      hint(
        place,
        'bpmn-kept',
        'de dag om er weer naar te kijken blijft bewaard, maar doet niets',
        'the day to look at it again is kept, but does nothing',
      );
  return {
    type: 'userTask',
    roles: readPeople(place),
    ...(form === undefined ? {} : { form }),
    ...(due ? { term: due } : {}),
    ...activity(place),
  };
}

function dueOf(place: Place): ElementOf<'userTask'>['term'] {
  const { node } = place;
  const schedule = zeebe(node, 'taskSchedule');
  const text = (vendor(node, 'dueDate') ?? (schedule && attribute(schedule, 'dueDate')))?.trim();
  if (!text) return undefined;
  if (/^P/.test(text)) return { duration: text };
  if (!isDynamic(text)) return { moment: text };
  const feel = expressionIs(place, text, { nl: 'de uiterste datum', en: 'the due date' });
  return feel === undefined ? undefined : /^duration\(/.test(feel) ? { duration: feel } : { moment: feel };
}

function serviceTask(place: Place): Body {
  const decision = flowableDecision(place);
  if (decision) return decision;
  const expression = vendor(place.node, 'expression');
  const variable = vendor(place.node, 'resultVariable') ?? vendor(place.node, 'resultVariableName');
  if (expression !== undefined && variable !== undefined) {
    const feel = expressionOf(expression);
    if (feel.ok) {
      const { set = [], ...rest } = activity(place);
      return { type: 'scriptTask', ...rest, set: [{ variable, value: feel.feel }, ...set] };
    }
  }
  return service(place, 'service', variable);
}

function service(place: Place, other: string, result?: string): Own<'serviceTask'> {
  const input = readFields(place);
  return {
    type: 'serviceTask',
    job: jobOf(place, other),
    ...(input ? { input } : {}),
    ...(result === undefined ? {} : { result }),
    retries: retriesOf(place),
    ...activity(place),
  };
}

/** `<serviceTask flowable:type="dmn">` with the key of a table in a field. */
function flowableDecision(place: Place): Body | undefined {
  if (vendor(place.node, 'type') !== 'dmn') return undefined;
  const field = vendorChildren(place.node, 'field').find((one) =>
    /^decision(Table|Service)?ReferenceKey$/.test(attribute(one, 'name') ?? ''),
  );
  const key = field && (attribute(field, 'stringValue') ?? textOf(field).trim());
  return key ? { type: 'businessRuleTask', decision: key, ...activity(place) } : undefined;
}

function sendTask(place: Place): Body {
  const message =
    attribute(place.node, 'messageRef') === undefined && !place.messageFlows.has(place.id)
      ? undefined
      : readMessage(place, place.node);
  return { ...service(place, 'send'), ...(message ? { message } : {}) };
}

function receiveTask(place: Place): Body {
  if (isTrue(attribute(place.node, 'instantiate')))
    warn(
      place,
      'bpmn-event',
      'dit begint zelf een proces; hier wacht het op zijn bericht nadat het proces is begonnen',
      'this begins a process itself; here it waits for its message after the process began',
    );
  return { type: 'receiveTask', message: readMessage(place, place.node), ...activity(place) };
}

function scriptTask(place: Place): Body {
  const { node } = place;
  const inner = zeebe(node, 'script');
  if (inner) {
    const variable = attribute(inner, 'resultVariable')?.trim();
    const value = expressionIs(
      place,
      attribute(inner, 'expression') ?? 'null',
      { nl: 'de berekening', en: 'the calculation' },
      inner,
    );
    return assigning(place, variable, value);
  }
  if (zeebe(node, 'taskDefinition')) return service(place, 'script');
  const script = bpmnChild(node, 'script');
  const format = attribute(node, 'scriptFormat') ?? '';
  const text = script ? textOf(script).trim() : '';
  const variable = vendor(node, 'resultVariable') ?? vendor(node, 'resultVariableName');
  const resource = vendor(node, 'resource');
  if (text === '' && resource === undefined) return { type: 'scriptTask', ...activity(place) };
  const translated = resource === undefined ? expressionOf(text, format || undefined) : undefined;
  const isProgram = format !== '' && !/feel|juel|^uel$|^el$/i.test(format);
  if (!translated?.ok || isProgram) {
    warn(
      place,
      'bpmn-script',
      `dit is een programma (${format || resource || '?'}); het wordt niet uitgevoerd maar als werk ‘script’ uitgezet`,
      `this is a program (${format || resource || '?'}); it is not run, but handed out as work 'script'`,
    );
    return { ...service(place, 'script', variable), job: 'script' };
  }
  return assigning(place, variable, translated.feel);
}

function assigning(place: Place, variable: string | undefined, value: string | undefined): Body {
  const { set = [], ...rest } = activity(place);
  if (value === undefined) return { type: 'scriptTask', ...rest, ...(set.length > 0 ? { set } : {}) };
  if (!variable) {
    warn(
      place,
      'bpmn-script',
      'de uitkomst van de berekening gaat nergens heen: er is geen variabele genoemd',
      'the result of the calculation goes nowhere: no variable is named',
    );
    return { type: 'scriptTask', ...rest, ...(set.length > 0 ? { set } : {}) };
  }
  return { type: 'scriptTask', ...rest, set: [{ variable, value }, ...set] };
}

function businessRuleTask(place: Place): Body {
  const { node } = place;
  const called = zeebe(node, 'calledDecision');
  const written = (called && attribute(called, 'decisionId')?.trim()) || vendor(node, 'decisionRef');
  if (written === undefined || written === '')
    return service(place, 'business-rule', vendor(node, 'resultVariable'));
  const feel = isDynamic(written) ? expressionOf(written) : undefined;
  const [literal] = (feel?.ok ? literalTexts(feel.feel) : undefined) ?? [];
  const decision = literal ?? written;
  if (feel && literal === undefined)
    cannot(
      place,
      'bpmn-call',
      `welke beslistabel wordt pas later berekend (${written}); verwacht een naam`,
      `which decision table is only worked out later (${written}); expected a name`,
    );
  const result = (called && attribute(called, 'resultVariable')?.trim()) || vendor(node, 'resultVariable');
  return { type: 'businessRuleTask', decision, ...(result ? { result } : {}), ...activity(place) };
}

function eventBasedGateway(place: Place): Body {
  const { node } = place;
  if (attribute(node, 'eventGatewayType') === 'Parallel')
    return unsupported(place, 'eventBasedGateway', {
      nl: 'een gateway die op alle gebeurtenissen wacht',
      en: 'a gateway that waits for all events',
    });
  if (isTrue(attribute(node, 'instantiate')))
    warn(
      place,
      'bpmn-event',
      'dit begint zelf een proces; hier wacht het nadat het proces is begonnen',
      'this begins a process itself; here it waits after the process began',
    );
  return { type: 'eventBasedGateway' };
}

function subProcess(place: Place): Own<'subProcess'> {
  return {
    type: 'subProcess',
    ...(isTrue(attribute(place.node, 'triggeredByEvent')) ? { event: true } : {}),
    ...activity(place),
  };
}

function adHocSubProcess(place: Place): Body {
  const { node } = place;
  const completion = expressionIn(place, bpmnChild(node, 'completionCondition'), {
    nl: 'de voorwaarde om klaar te zijn',
    en: 'the condition to be done',
  });
  if (
    zeebe(node, 'adHoc') &&
    elementsIn(node).length > 0 &&
    attribute(zeebe(node, 'adHoc') as XmlElement, 'activeElementsCollection') !== undefined
  )
    warn(
      place,
      'bpmn-kept',
      'de lijst van wat er begint blijft bewaard; hier kan alles wat vrij staat beginnen',
      'the list of what begins is kept; here everything that is free may begin',
    );
  return {
    ...subProcess(place),
    adHoc: {
      ...(attribute(node, 'ordering') === 'Sequential' ? { sequential: true } : {}),
      ...(completion === undefined ? {} : { completion }),
      ...(attribute(node, 'cancelRemainingInstances') === 'false' ? { cancelRemaining: false } : {}),
    },
  };
}

function callActivity(place: Place): Body {
  const { node, reading } = place;
  const called = zeebe(node, 'calledElement');
  const written = (called ? attribute(called, 'processId') : attribute(node, 'calledElement'))?.trim() ?? '';
  const feel = isDynamic(written) ? expressionOf(written) : undefined;
  const [literal] = (feel?.ok ? literalTexts(feel.feel) : undefined) ?? [];
  if (feel && literal === undefined && !place.own.has('process'))
    cannot(
      place,
      'bpmn-call',
      `welk proces wordt pas later berekend (${written}); verwacht een naam`,
      `which process is only worked out later (${written}); expected a name`,
    );
  const target = reading.target(written);
  const process = literal ?? (target?.local === 'process' ? (attribute(target, 'id') as string) : written);
  if (process === '' && !place.own.has('process'))
    cannot(
      place,
      'bpmn-call',
      'er staat niet welk proces hier begint',
      'it does not say which process begins here',
    );
  else if (target && target.local !== 'process')
    warn(
      place,
      'bpmn-call',
      `‘${process}’ is geen proces maar een losse taak; die kan niet worden begonnen`,
      `'${process}' is no process but a task by itself, which cannot be begun`,
    );
  return {
    type: 'callActivity',
    process,
    ...bindingOf(place, called),
    ...activity(place),
    ...callMappings(place, called),
  };
}

function bindingOf(
  place: Place,
  called: XmlElement | undefined,
): Pick<ElementOf<'callActivity'>, 'binding' | 'tag'> {
  const { node } = place;
  const binding =
    (called && attribute(called, 'bindingType')) ?? vendor(node, 'calledElementBinding') ?? 'latest';
  const tag = (called && attribute(called, 'versionTag')) ?? vendor(node, 'calledElementVersionTag');
  if (binding === 'versionTag') return { binding: 'tag', ...(tag === undefined ? {} : { tag }) };
  if (binding === 'deployment') return { binding: 'pinned' };
  if (binding !== 'latest')
    warn(
      place,
      'bpmn-call',
      `de binding ‘${binding}’ bestaat hier niet; de nieuwste versie wordt begonnen`,
      `the binding '${binding}' does not exist here; the newest version is begun`,
    );
  return { binding: 'latest' };
}

/** Camunda 8 gives everything back unless it says otherwise; the others give back what they name. */
function callMappings(place: Place, called: XmlElement | undefined) {
  const { inputMapping, outputMapping, set } = readMappings(place);
  const given = readCallMappings(place);
  const inputs = [...(given.inputMapping ?? []), ...(inputMapping ?? [])];
  const outs = [...(given.outputMapping ?? []), ...(outputMapping ?? [])];
  const all =
    given.returnsAll || (called !== undefined && attribute(called, 'propagateAllChildVariables') !== 'false');
  return {
    ...(inputs.length > 0 ? { inputMapping: inputs } : {}),
    ...(outs.length > 0 ? { outputMapping: outs } : {}),
    ...(set ? { set } : {}),
    ...(all && outs.length === 0 ? { returnsAll: true } : {}),
  };
}

/** Programs that would run beside an element. */
export function mentionListeners(reading: Reading, id: string, node: XmlElement): void {
  for (const one of extensionsOf(node)) {
    if (!/^(executionListener|taskListener|eventListener)s?$/.test(one.local)) continue;
    const shown = `<${one.prefix ? `${one.prefix}:` : ''}${one.local}>`;
    reading.find(
      'bpmn-listener',
      'warning',
      id,
      one,
      `${shown} van ‘${id}’ blijft bewaard, maar wordt niet uitgevoerd.`,
      `${shown} of '${id}' is kept, but not run.`,
    );
  }
}
