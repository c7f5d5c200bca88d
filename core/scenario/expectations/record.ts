/** Expectations about what happened and stuck: `fact`, `raised`, `incident`. */
import type { Fact, FactOf } from '../../../contract/index.ts';
import { localDate } from '../../calendar/index.ts';
import { nameOf, roleOf } from '../cast.ts';
import { sameWord } from '../fold.ts';
import { itemKeys } from '../items.ts';
import { isAt, isWithin, written } from '../moments.ts';
import { elementsNamed } from '../names.ts';
import { isMeant } from '../people.ts';
import type { ExpectationOf } from '../reading/expectations.ts';
import type { FactExpectation, Wanted } from '../reading/facts.ts';
import type { View } from '../view.ts';
import { equal, holds, listed, type Mismatch, parts, shown, times } from './mismatch.ts';

export function fact(view: View, expected: FactExpectation): Mismatch | undefined {
  const { type, count, between, on, wanted } = expected;
  const ofType = view.facts.filter((one) => one.type === type);
  const found = ofType.filter(
    (one) =>
      (!between || isWithin(view.zone, one.at, between)) &&
      (!on || localDate(view.zone, one.at) === on) &&
      wanted.every(({ field, value }) =>
        isWanted(view, field, (one as unknown as Record<string, unknown>)[field], value),
      ),
  );
  if (holds(found.length, count)) return undefined;
  const asked = {
    ...Object.fromEntries(wanted.map(({ field, value }) => [field, said(value)])),
    between,
    on,
  };
  return {
    expected: `${times(count)} fact ${type}: ${parts(asked) || 'any'}`,
    got: `${found.length}; ${
      ofType.length
        ? ofType
            .slice(-5)
            .map((one) => told(view, one))
            .join('; ')
        : `no fact ${type}`
    }`,
  };
}

function said(wanted: Wanted): unknown {
  return wanted.is === 'plain' ? wanted.value : wanted.is === 'when' ? wanted.when : wanted.name;
}

function isWanted(view: View, field: string, value: unknown, wanted: Wanted): boolean {
  if (wanted.is === 'plain')
    return equal(value ?? null, wanted.value) || (field === 'outcome' && alike(value, wanted.value));
  if (typeof value !== 'string') return false;
  if (wanted.is === 'when')
    return wanted.when.date && value.length === 10
      ? value === wanted.when.date
      : value.length > 10 && isAt(view.zone, value, wanted.when);
  const { name } = wanted;
  if (value === name.text) return true;
  if (name.kind === 'person') return isMeant(view, name, value);
  if (name.kind === 'role') return value === roleOf(view.cast, name.text);
  return itemKeys(view, name.text).includes(value);
}

/** Outcomes may be spelt with or without dashes; elsewhere, as in rungs, a dash makes a difference. */
function alike(value: unknown, wanted: unknown): boolean {
  return typeof value === 'string' && typeof wanted === 'string' && value !== '' && sameWord(value, wanted);
}

function told(view: View, one: Fact): string {
  const { n: _n, type: _type, instance: _instance, at, ...rest } = one as Fact & Record<string, unknown>;
  const fields = Object.entries(rest)
    .filter(([, value]) => typeof value !== 'object')
    .map(([key, value]) => `${key} ${typeof value === 'string' ? nameOf(view.cast, value) : shown(value)}`);
  return `${written(view.zone, at)} ${fields.join(', ')}`;
}

/** Raised items that are open now; with a day or range, those raised then, whether or not they are closed. */
export function raised(view: View, expected: ExpectationOf<'raised'>['with']): Mismatch | undefined {
  const { element, to, count, between, on } = expected;
  const all = view.facts.filter((one): one is FactOf<'raised'> => one.type === 'raised');
  const considered = between || on ? all : all.filter((one) => isOpen(view, one));
  const keys = element && itemKeys(view, element.text);
  const found = considered.filter(
    (one) =>
      (!keys || keys.some((key) => key === one.item || key === one.element)) &&
      (!to || isMeant(view, to, one.to, one.role)) &&
      (!between || isWithin(view.zone, one.at, between)) &&
      (!on || localDate(view.zone, one.at) === on),
  );
  if (holds(found.length, count)) return undefined;
  const { count: _count, ...asked } = expected;
  return {
    expected: `${times(count)} raised: ${parts(asked) || 'any'}`,
    got: `${found.length}; raised: ${listed(all.map((one) => raisedLine(view, one)))}`,
  };
}

/** What has ended leaves no question open. */
const isOpen = ({ state }: View, { key }: FactOf<'raised'>): boolean =>
  state.status === 'running' && key in state.raised;

function raisedLine(view: View, one: FactOf<'raised'>): string {
  const closed = isOpen(view, one) ? '' : ', closed';
  return `${one.item ?? one.element ?? 'something'} to ${nameOf(view.cast, one.to)} on ${written(view.zone, one.at)}${closed}`;
}

/** Incidents that are open now. */
export function incident(view: View, expected: ExpectationOf<'incident'>['with']): Mismatch | undefined {
  const all = Object.values(view.state.incidents);
  const ids = expected.element && elementsNamed(view.processes, expected.element.text).map(({ id }) => id);
  const found = all.filter(
    ({ element, code }) =>
      (!ids || ids.includes(element)) && (expected.code === undefined || sameWord(code, expected.code)),
  );
  if (holds(found.length, expected.count)) return undefined;
  const { count, ...asked } = expected;
  return {
    expected: `${times(count)} incident: ${parts(asked) || 'any'}`,
    got: listed(all.map(({ element, code, message }) => `${element} ${code}: ${message}`)),
  };
}
