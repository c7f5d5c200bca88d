/** Expectations about how an instance stands: `variable`, `ended`, `running`, `capacity`, `due`. */
import { fold, sameWord } from '../fold.ts';
import { itemKeys } from '../items.ts';
import { isAt, written } from '../moments.ts';
import { elementsNamed } from '../names.ts';
import { didYouMean } from '../near-miss.ts';
import { invalid } from '../problem.ts';
import type { ExpectationOf } from '../reading/expectations.ts';
import type { View } from '../view.ts';
import { equal, listed, type Mismatch, parts, shown } from './mismatch.ts';
import { waitingElements } from './open.ts';

/** Variables of the process, or of an inner scope where the process has none of that name. */
export function variable(view: View, expected: ExpectationOf<'variable'>['with']): Mismatch | undefined {
  const scopes = view.state.variables;
  const valueNow = (name: string) => {
    const inner = Object.values(scopes).findLast((scope) => Object.hasOwn(scope, name));
    return Object.hasOwn(scopes[''] ?? {}, name) ? scopes['']?.[name] : inner?.[name];
  };
  const wrong = Object.entries(expected).filter(([name, value]) => !equal(valueNow(name) ?? null, value));
  if (!wrong.length) return undefined;
  return {
    expected: wrong.map(([name, value]) => `${name} = ${shown(value)}`).join(', '),
    got: wrong.map(([name]) => `${name} = ${shown(valueNow(name))}`).join(', '),
  };
}

/** The outcome was recorded, or the end event reached, and no element is active any more; commitments may still be open. */
export function ended(view: View, expected: ExpectationOf<'ended'>['with']): Mismatch | undefined {
  const active = waitingElements(view);
  const { outcomes, status } = view.state;
  const reached = view.facts.flatMap((one) => (one.type === 'end.reached' ? [one.element] : []));
  const how = status === 'stopped' ? ['stopped', ...outcomes] : outcomes;
  const got = `${status}; outcomes: ${listed(how)}; active: ${listed(active)}`;
  if (expected === true)
    return active.length || (status === 'running' && !reached.length)
      ? { expected: 'ended', got }
      : undefined;
  if ('at' in expected) {
    const ids = elementsNamed(view.processes, expected.at.text).map(({ id }) => id);
    if (!active.length && ids.some((id) => reached.includes(id))) return undefined;
    return { expected: `ended at ${expected.at.text}`, got: `${got}; reached: ${listed(reached)}` };
  }
  const names = view.processes[0]
    ? elementsNamed([view.processes[0]], expected.text).map(({ id }) => id)
    : [];
  const recorded =
    how.some((outcome) => sameWord(outcome, expected.text)) || names.some((id) => reached.includes(id));
  return recorded && !active.length ? undefined : { expected: `ended: ${expected.text}`, got };
}

export function running(view: View, expected: boolean): Mismatch | undefined {
  const isRunning = view.state.status === 'running';
  return isRunning === expected ? undefined : { expected: `running: ${expected}`, got: view.state.status };
}

export function capacity(
  view: View,
  { name, used, total }: ExpectationOf<'capacity'>['with'],
): Mismatch | undefined {
  const known = Object.entries(view.capacities);
  const found =
    known.find(([one]) => one === name.text) ?? known.find(([one]) => fold(one) === fold(name.text));
  if (!found)
    throw invalid(
      name.line,
      `There is no capacity '${name.text}'.${
        didYouMean(
          name.text,
          known.map(([one]) => one),
        ) || ' Name it under given: capacities.'
      }`,
    );
  const [, there] = found;
  if ((used === undefined || there.used === used) && (total === undefined || there.total === total))
    return undefined;
  return {
    expected: `capacity ${name.text}: ${parts({ used, total })}`,
    got: parts({ used: there.used, total: there.total }),
  };
}

/** When something opens or is due, if nobody acts; what is open now is meant before what comes. */
export function due(view: View, { element, on }: ExpectationOf<'due'>['with']): Mismatch | undefined {
  const keys = itemKeys(view, element.text);
  const foreseen = view.forecast.filter((one) => keys.includes(one.element));
  if (foreseen.some(({ at }) => isAt(view.zone, at, on))) return undefined;
  return {
    expected: `${element.text} due on ${on.text}`,
    got: `until then: ${listed(foreseen.map(({ element, what, at }) => `${element} ${what} on ${written(view.zone, at)}`))}`,
  };
}
