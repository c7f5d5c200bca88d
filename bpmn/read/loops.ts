// Activities done many times, or again and again (BPMN 2.0 §10.3.8).
import type { MultiInstance, StandardLoop } from '../../contract/index.ts';
import { isDynamic } from '../expressions/translate.ts';
import { ZEEBE } from '../namespaces.ts';
import { attribute, elementsIn, textOf, type XmlElement } from '../xml/node.ts';
import { cannot, expressionIn, expressionIs, hint, type Place } from './place.ts';
import { bpmnChild, extensionsOf, isTrue, nameOf, vendor } from './reading.ts';

export function readLoop(place: Place): { many?: MultiInstance; again?: StandardLoop } {
  const standard = bpmnChild(place.node, 'standardLoopCharacteristics');
  if (standard) return { again: readStandard(place, standard) };
  const many = bpmnChild(place.node, 'multiInstanceLoopCharacteristics');
  return many ? { many: readMany(place, many) } : {};
}

function readStandard(place: Place, loop: XmlElement): StandardLoop {
  const max = Number(attribute(loop, 'loopMaximum') ?? '');
  const limited = Number.isInteger(max) && max > 0;
  const condition = expressionIn(place, bpmnChild(loop, 'loopCondition'), {
    nl: 'de voorwaarde om te herhalen',
    en: 'the condition to repeat',
  });
  if (condition === undefined && !limited && !place.own.has('again'))
    cannot(
      place,
      'bpmn-loop',
      'er staat niet hoe lang dit herhaald wordt; het gebeurt één keer',
      'it does not say how long this is repeated; it happens once',
      loop,
    );
  return {
    condition: condition ?? (limited ? 'true' : 'false'),
    ...(isTrue(attribute(loop, 'testBefore')) ? { before: true } : {}),
    ...(limited ? { max } : {}),
  };
}

function readMany(place: Place, loop: XmlElement): MultiInstance {
  const extended = extensionsOf(loop).find(
    ({ local, uri }) => local === 'loopCharacteristics' && uri === ZEEBE,
  );
  const stops = expressionIn(place, bpmnChild(loop, 'completionCondition'), {
    nl: 'de voorwaarde om te stoppen',
    en: 'the condition to stop',
  });
  const completion = stops && withOurCounts(stops);
  const behavior = attribute(loop, 'behavior');
  if (behavior !== undefined && behavior !== 'All')
    hint(
      place,
      'bpmn-loop',
      `wat er gebeurt bij elk dat klaar is (${behavior}) blijft bewaard, maar doet niets`,
      `what happens when each is done (${behavior}) is kept, but does nothing`,
      loop,
    );
  const output = extended && readOutput(place, extended);
  const item =
    (extended && attribute(extended, 'inputElement')) ?? vendor(loop, 'elementVariable') ?? itemName(loop);
  return {
    ...(isTrue(attribute(loop, 'isSequential')) ? { sequential: true } : {}),
    ...howMany(place, loop, extended),
    ...(item === undefined ? {} : { item }),
    ...(completion === undefined ? {} : { completion }),
    ...(output ? { output } : {}),
  };
}

/** BPMN and Camunda 8 count `numberOfCompletedInstances`, Camunda 7 and Flowable `nrOfCompletedInstances`, as we do. Texts stay. */
const withOurCounts = (feel: string): string =>
  feel.replace(
    /"(?:[^"\\]|\\.)*"|\bnumberOf((?:Active|Completed|Terminated)?Instances)\b/g,
    (found, counted?: string) => (counted === undefined ? found : `nrOf${counted}`),
  );

const itemName = (loop: XmlElement): string | undefined => {
  const item = bpmnChild(loop, 'inputDataItem');
  return item && (nameOf(item) ?? attribute(item, 'id'));
};

/** A list, or how many. */
function howMany(
  place: Place,
  loop: XmlElement,
  extended: XmlElement | undefined,
): { items: string } | { count: number | string } {
  const what = { nl: 'de lijst', en: 'the list' };
  const collection =
    (extended && attribute(extended, 'inputCollection')) ??
    vendor(loop, 'collection') ??
    flowableCollection(loop);
  if (collection?.trim()) {
    const items = expressionIs(place, collection, what, loop);
    if (items !== undefined) return { items };
    return { count: 1 };
  }
  const data = bpmnChild(loop, 'loopDataInputRef');
  if (data) {
    const target = place.reading.target(textOf(data));
    const items = target ? dataName(target) : textOf(data).trim();
    if (items !== '') return { items };
  }
  const cardinality = bpmnChild(loop, 'loopCardinality');
  if (cardinality && textOf(cardinality).trim() !== '') {
    const text = textOf(cardinality).trim();
    if (/^\d+$/.test(text)) return { count: Number(text) };
    return { count: expressionIn(place, cardinality, { nl: 'het aantal', en: 'the number' }) ?? 1 };
  }
  if (!place.own.has('many'))
    cannot(
      place,
      'bpmn-loop',
      'er staat niet hoe vaak dit gebeurt; het gebeurt één keer',
      'it does not say how often this happens; it happens once',
      loop,
    );
  return { count: 1 };
}

/** `<flowable:collection><flowable:string>names</flowable:string></flowable:collection>` */
function flowableCollection(loop: XmlElement): string | undefined {
  const held = extensionsOf(loop).find(({ local }) => local === 'collection');
  const inner = held && elementsIn(held)[0];
  return inner && textOf(inner).trim();
}

/** What a data object or input is called is the variable. */
const dataName = (target: XmlElement): string => nameOf(target) ?? attribute(target, 'id') ?? '';

function readOutput(place: Place, extended: XmlElement): MultiInstance['output'] {
  const [variable, element] = [
    attribute(extended, 'outputCollection')?.trim(),
    attribute(extended, 'outputElement')?.trim(),
  ];
  if (!variable || !element) return undefined;
  const what = { nl: 'wat er per keer uitkomt', en: 'what comes out of each' };
  const value = isDynamic(element) ? expressionIs(place, element, what, extended) : element;
  return value === undefined ? undefined : { variable, value };
}
