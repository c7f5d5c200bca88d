// The work of automatic tasks: what it is called, and how often it is tried.
import { expressionOf, isDynamic, literalTexts } from '../expressions/translate.ts';
import { attribute, textOf } from '../xml/node.ts';
import { type Place, warn } from './place.ts';
import { nameOf, vendor, vendorChildren, zeebe } from './reading.ts';

/**
 * What the work is called, the first of: the type of a Camunda 8 worker, the topic of an external task, a connector, a kind
 * of Flowable task, a class, a bean, an expression, the implementation or operation of BPMN itself; else `other`.
 */
export function jobOf(place: Place, other: string): string {
  const { node } = place;
  const worker = zeebe(node, 'taskDefinition');
  const type = worker && attribute(worker, 'type')?.trim();
  if (type) return typeOf(place, type);
  const connector = vendorChildren(node, 'connector').flatMap(({ children }) =>
    children.filter((one) => typeof one === 'object' && 'local' in one && one.local === 'connectorId'),
  )[0];
  const vendorType = vendor(node, 'type');
  return (
    vendor(node, 'topic') ??
    (vendorType === 'external' || vendorType === 'dmn' ? undefined : vendorType) ??
    (typeof connector === 'object' && 'local' in connector ? textOf(connector).trim() : undefined) ??
    vendor(node, 'class') ??
    beanOf(vendor(node, 'delegateExpression')) ??
    beanOf(vendor(node, 'expression')) ??
    standard(place) ??
    other
  );
}

/** A type that is worked out is taken as it is written: work is found by its name. */
function typeOf(place: Place, type: string): string {
  if (!isDynamic(type)) return type;
  const feel = expressionOf(type);
  const [literal] = (feel.ok ? literalTexts(feel.feel) : undefined) ?? [];
  if (literal !== undefined) return literal;
  warn(
    place,
    'bpmn-service',
    `het soort werk wordt berekend (${type}); het heet hier zoals het er staat`,
    `the type of work is worked out (${type}); it is called as it is written here`,
  );
  return type;
}

/** `${payBean}` is called payBean. */
const beanOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : (/^[$#]\{\s*([\w.]+)\s*\}$/.exec(text)?.[1] ?? text);

function standard({ node, reading }: Place): string | undefined {
  const implementation = attribute(node, 'implementation')?.trim();
  if (implementation && !implementation.startsWith('##')) return implementation;
  const operation = reading.target(attribute(node, 'operationRef'));
  return operation && (nameOf(operation) ?? attribute(operation, 'id'));
}

const DEFAULT_RETRIES = 3;

export function retriesOf({ node }: Place): number {
  const worker = zeebe(node, 'taskDefinition');
  const cycle = vendorChildren(node, 'failedJobRetryTimeCycle')[0];
  const text =
    (worker && attribute(worker, 'retries')) ?? /^R(\d+)\//.exec(cycle ? textOf(cycle).trim() : '')?.[1];
  const retries = Number(text?.trim().replace(/^=\s*/, '') || DEFAULT_RETRIES);
  return Number.isInteger(retries) && retries >= 0 ? retries : DEFAULT_RETRIES;
}
