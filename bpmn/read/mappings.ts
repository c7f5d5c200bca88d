// Values in and out of activities: Camunda 8's mappings, Camunda 7's parameters, and the fields of Flowable.
import type { Assignment, Mapping } from '../../contract/index.ts';
import { feelText } from '../expressions/feel.ts';
import { expressionOf, isDynamic } from '../expressions/translate.ts';
import { ACTIVITI_LIKE } from '../namespaces.ts';
import { attribute, elementsIn, textOf, type XmlElement } from '../xml/node.ts';
import { expressionIs, hint, type Place, valueIs, warn } from './place.ts';
import { bpmnChild, extensionsOf, vendorChildren, zeebe } from './reading.ts';

export interface Mapped {
  inputMapping?: Mapping[];
  outputMapping?: Mapping[];
  /** Parameters that leave beside everything else (Camunda 7), rather than instead of it. */
  set?: Assignment[];
}

const IN = { nl: 'de invoer', en: 'the input' };
const OUT = { nl: 'de uitvoer', en: 'the output' };
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

export function readMappings(place: Place): Mapped {
  const { node } = place;
  const inputs: Mapping[] = [];
  const outputs: Mapping[] = [];
  const set: Assignment[] = [];
  const io = zeebe(node, 'ioMapping');
  for (const one of io ? elementsIn(io) : []) {
    const isInput = one.local === 'input';
    if (!isInput && one.local !== 'output') continue;
    const mapping = zeebeMapping(place, one, isInput ? IN : OUT);
    if (mapping) (isInput ? inputs : outputs).push(mapping);
  }
  for (const holder of vendorChildren(node, 'inputOutput'))
    for (const one of elementsIn(holder)) {
      const isInput = one.local === 'inputParameter';
      if (!isInput && one.local !== 'outputParameter') continue;
      const variable = variableOf(place, one, attribute(one, 'name'), isInput ? IN : OUT);
      const value = variable === undefined ? undefined : parameterValue(place, one, isInput ? IN : OUT);
      if (variable === undefined || value === undefined) continue;
      if (isInput) inputs.push({ variable, value });
      else set.push({ variable, value });
    }
  if (
    bpmnChild(node, 'ioSpecification') &&
    elementsIn(node).some(({ local }) => local.startsWith('data') && local.endsWith('Association'))
  )
    hint(
      place,
      'bpmn-data',
      'wat er aan gegevens in en uit gaat is getekend en blijft bewaard; er wordt niets mee gedaan',
      'what goes in and out as data is drawn and kept; nothing is done with it',
    );
  return {
    ...(inputs.length > 0 ? { inputMapping: inputs } : {}),
    ...(outputs.length > 0 ? { outputMapping: outputs } : {}),
    ...(set.length > 0 ? { set } : {}),
  };
}

function zeebeMapping(place: Place, one: XmlElement, what: typeof IN): Mapping | undefined {
  const variable = variableOf(place, one, attribute(one, 'target'), what);
  const source = attribute(one, 'source') ?? '';
  const value =
    variable === undefined ? undefined : source.trim() === '' ? 'null' : valueIs(place, source, what, one);
  return variable === undefined || value === undefined ? undefined : { variable, value };
}

/** Only whole variables can be given a value, not a part of one. */
function variableOf(
  place: Place,
  one: XmlElement,
  name: string | undefined,
  what: typeof IN,
): string | undefined {
  if (name !== undefined && IDENTIFIER.test(name)) return name;
  warn(
    place,
    'bpmn-data',
    `${what.nl} ‘${name ?? ''}’ blijft bewaard, maar krijgt geen waarde: verwacht een naam van letters, cijfers en _`,
    `${what.en} '${name ?? ''}' is kept, but gets no value: expected a name of letters, digits and _`,
    one,
  );
  return undefined;
}

/** Text stands for itself; `${a}` is worked out; lists, maps and scripts are what they hold. */
function parameterValue(place: Place, holder: XmlElement, what: typeof IN): string | undefined {
  const [only] = elementsIn(holder).filter(({ uri }) => ACTIVITI_LIKE.includes(uri));
  if (!only) return valueIs(place, textOf(holder), what, holder);
  return structured(place, only, what);
}

function structured(place: Place, one: XmlElement, what: typeof IN): string | undefined {
  switch (one.local) {
    case 'list': {
      const items = elementsIn(one).map((item) => inner(place, item, what));
      return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
    }
    case 'map': {
      const entries = elementsIn(one).map((entry) => {
        const value =
          elementsIn(entry).length > 0 ? parameterValue(place, entry, what) : inner(place, entry, what);
        return value === undefined ? undefined : `${feelText(attribute(entry, 'key') ?? '')}: ${value}`;
      });
      return entries.includes(undefined) ? undefined : `{${entries.join(', ')}}`;
    }
    case 'script': {
      const format = attribute(one, 'scriptFormat');
      const translated = expressionOf(textOf(one), format ?? 'unknown script');
      if (translated.ok && attribute(one, 'resource') === undefined) return translated.feel;
      warn(
        place,
        'bpmn-script',
        `${what.nl} is een programma (${format ?? '?'}); dat wordt bewaard maar niet uitgevoerd`,
        `${what.en} is a program (${format ?? '?'}), which is kept but not run`,
        one,
      );
      return undefined;
    }
    case 'value':
    case 'string':
    case 'expression':
      return inner(place, one, what);
    default:
      warn(
        place,
        'bpmn-data',
        `${what.nl} blijft bewaard, maar <${one.local}> wordt niet begrepen`,
        `${what.en} is kept, but <${one.local}> is not understood`,
        one,
      );
      return undefined;
  }
}

const inner = (place: Place, one: XmlElement, what: typeof IN): string | undefined =>
  one.local === 'list' || one.local === 'map' || one.local === 'script'
    ? structured(place, one, what)
    : valueIs(place, textOf(one), what, one);

/** Fields of Flowable and Activiti: what is handed to the work. */
export function readFields(place: Place): Record<string, string> | undefined {
  const input: Record<string, string> = {};
  for (const field of vendorChildren(place.node, 'field')) {
    const name = attribute(field, 'name') ?? '';
    const [string, expression] = ['string', 'expression'].map((local) =>
      elementsIn(field).find((one) => one.local === local),
    );
    const text = string
      ? feelText(textOf(string))
      : expression
        ? valueIs(place, textOf(expression), IN, expression)
        : plainField(place, field);
    if (name !== '' && text !== undefined) input[name] = text;
  }
  return Object.keys(input).length > 0 ? input : undefined;
}

function plainField(place: Place, field: XmlElement): string | undefined {
  const text = attribute(field, 'stringValue');
  if (text !== undefined) return feelText(text);
  const expression = attribute(field, 'expression');
  return expression === undefined ? undefined : valueIs(place, expression, IN, field);
}

/** What a called process is given and gives back. */
export function readCallMappings(place: Place): Mapped & { returnsAll?: true } {
  const { node } = place;
  const inputs: Mapping[] = [];
  const outputs: Mapping[] = [];
  let returnsAll = false;
  for (const one of extensionsOf(node)) {
    if (!ACTIVITI_LIKE.includes(one.uri) || (one.local !== 'in' && one.local !== 'out')) continue;
    if (attribute(one, 'businessKey') !== undefined) continue;
    if (attribute(one, 'variables') === 'all') {
      if (one.local === 'out') returnsAll = true;
      continue;
    }
    const what = one.local === 'in' ? IN : OUT;
    const variable = variableOf(place, one, attribute(one, 'target'), what);
    const source = attribute(one, 'source');
    const written = attribute(one, 'sourceExpression');
    const value =
      source ??
      (written === undefined
        ? undefined
        : isDynamic(written)
          ? expressionIs(place, written, what, one)
          : feelText(written));
    if (variable !== undefined && value !== undefined)
      (one.local === 'in' ? inputs : outputs).push({ variable, value });
  }
  return {
    ...(inputs.length > 0 ? { inputMapping: inputs } : {}),
    ...(outputs.length > 0 ? { outputMapping: outputs } : {}),
    ...(returnsAll ? { returnsAll } : {}),
  };
}
