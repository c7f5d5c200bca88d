// What stands in the way of moving an instance to another version, element by element, and what could be chosen instead.
import type { MigrationProblem } from '../../contract/index.ts';
import { boundariesOf, type Compiled, incomingOf, reachFrom } from '../engine/compiled.ts';
import { repeatsOf } from '../engine/many.ts';
import type { ElementInstance, Key, State } from '../state.ts';
import { candidatesFor, fits, type Mapping } from './mapping.ts';

interface Between {
  state: State;
  from: Compiled;
  to: Compiled;
  mapping: Mapping;
}

/** The instance's own tokens: called processes keep their version, and tasks of ladders belong to no element. */
const own = (state: State): ElementInstance[] =>
  Object.values(state.elements).filter((inst) => inst.d === 0 && inst.whole === undefined);

/** Everything that would have to be decided first; empty means that it can go as it stands. */
export function problemsOf(between: Between): MigrationProblem[] {
  const found = own(between.state).flatMap((inst) => ofToken(between, inst));
  const problems = [...found, ...ofJoins(between)];
  return problems.length > 0 ? problems : ofWaits(between);
}

function ofToken({ state, from, to, mapping }: Between, inst: ElementInstance): MigrationProblem[] {
  const source = from.elements.get(inst.element);
  if (!source) return [];
  const at = { element: inst.element, key: inst.key };
  const id = mapping.elements.get(inst.element);
  const target = id === undefined ? undefined : to.elements.get(id);
  if (!target) {
    const candidates = candidatesFor(source, to).map((one) => one.id);
    return [
      {
        ...at,
        code: id === undefined ? 'no-target' : 'unknown-target',
        candidates,
        message:
          id === undefined
            ? `Expected to know where '${inst.element}' goes, but the new version has no such element`
            : `Expected an element of the new version for '${inst.element}', got '${id}'`,
      },
    ];
  }
  if (!fits(source, target))
    return [
      {
        ...at,
        code: 'other-kind',
        candidates: candidatesFor(source, to).map((one) => one.id),
        message: `Expected a ${source.type} of the same kind for '${inst.element}', but '${target.id}' is another`,
      },
    ];
  const problems: MigrationProblem[] = [];
  const around = scopeElement(state, inst);
  const wanted = around === undefined ? undefined : mapping.elements.get(around);
  if (target.parent !== wanted)
    problems.push({
      ...at,
      code: 'other-part',
      candidates: candidatesFor(source, to)
        .filter((one) => one.parent === wanted)
        .map((one) => one.id),
      message: `Expected '${target.id}' to lie in ${inPart(wanted)}, where '${inst.element}' is, but it lies in ${inPart(target.parent)}`,
    });
  const [before, after] = [repeatsOf(source), repeatsOf(target)];
  const isWhole = inst.many !== undefined || inst.pass !== undefined;
  if (
    (before.many === undefined) !== (after.many === undefined) ||
    (before.again === undefined) !== (after.again === undefined) ||
    (isWhole && !before.many?.sequential !== !after.many?.sequential)
  )
    problems.push({
      ...at,
      code: 'other-repetition',
      candidates: [],
      message: `Expected '${target.id}' to be done as often as '${inst.element}' and in the same way, but it is not`,
    });
  return problems;
}

const inPart = (id: string | undefined) => (id === undefined ? 'the process itself' : `'${id}'`);

/** The part an instance lies in; one of many lies where the whole does. */
function scopeElement(state: State, inst: ElementInstance): string | undefined {
  const outer: Key = inst.pass === undefined ? inst.scope : (state.elements[inst.scope]?.scope ?? '');
  return outer === '' ? undefined : state.elements[outer]?.element;
}

/** Which definition the elements of a scope belong to. */
export const isOwnScope = (state: State, scope: Key): boolean => {
  const inst = scope === '' ? undefined : state.elements[scope];
  return inst ? (inst.called ?? inst.d) === 0 && inst.called === undefined : scope === '';
};

/** Tokens that wait at joins go along their flows. */
function ofJoins({ state, from, to, mapping }: Between): MigrationProblem[] {
  return Object.entries(state.joins).flatMap(([place, flows]): MigrationProblem[] => {
    const cut = place.indexOf('/');
    const [scope, id] = [place.slice(0, cut), place.slice(cut + 1)];
    const source = from.elements.get(id);
    if (!isOwnScope(state, scope) || !source) return [];
    const target = to.elements.get(mapping.elements.get(id) ?? '');
    if (!target || !fits(source, target))
      return [
        {
          element: id,
          code: 'no-target',
          candidates: candidatesFor(source, to).map((one) => one.id),
          message: `Expected to know where the join '${id}' goes, at which ${Object.keys(flows).length} paths wait`,
        },
      ];
    const incoming = new Set(incomingOf(to, target.id).map((flow) => flow.id));
    const gone = Object.keys(flows).map((flow) => mapping.flows.get(flow));
    const isLost = gone.some((flow) => flow === undefined || !incoming.has(flow));
    const isDouble = new Set(gone).size < gone.length;
    if (!isLost && !isDouble) return [];
    return [
      {
        element: id,
        code: 'join-flow',
        candidates: [...incoming],
        message: `Expected each path that waits at '${id}' to arrive at '${target.id}' by a flow of its own, but one does not`,
      },
    ];
  });
}

/** A join of the new version that could be reached, but waits for a path that nothing here can take any more. */
function ofWaits({ state, to, mapping }: Between): MigrationProblem[] {
  const scopes = new Map<Key, string[]>();
  for (const inst of own(state)) {
    const scope = inst.pass === undefined ? inst.scope : (state.elements[inst.scope]?.scope ?? '');
    const target = mapping.elements.get(inst.element);
    if (target !== undefined) scopes.set(scope, [...(scopes.get(scope) ?? []), target]);
  }
  const problems: MigrationProblem[] = [];
  for (const [scope, tokens] of scopes) {
    const arrived = arrivedIn(state, scope, mapping);
    const reached = new Set(tokens.flatMap((token) => [...reachFrom(to, token)]));
    for (const element of to.elements.values()) {
      if (element.type !== 'parallelGateway' || !reached.has(element.id)) continue;
      const incoming = incomingOf(to, element.id);
      const missing = incoming.filter(
        (flow) =>
          !arrived.has(flow.id) &&
          !reached.has(flow.from) &&
          !tokens.includes(flow.from) &&
          !tokens.some((token) => boundariesOf(to, token).some((b) => b.id === flow.from)),
      );
      if (incoming.length < 2 || missing.length === 0) continue;
      problems.push({
        element: element.id,
        code: 'would-wait-forever',
        candidates: missing.map((flow) => flow.from),
        message: `Expected '${element.id}' to get all its paths, but nothing of this instance can still come from ${missing.map((flow) => `'${flow.from}'`).join(', ')}`,
      });
    }
  }
  return problems;
}

function arrivedIn(state: State, scope: Key, mapping: Mapping): Set<string> {
  const flows = Object.entries(state.joins)
    .filter(([place]) => place.startsWith(`${scope}/`))
    .flatMap(([, counts]) => Object.keys(counts));
  return new Set(flows.flatMap((flow) => mapping.flows.get(flow) ?? []));
}

/** What cannot be chosen away: nothing of the new version would do. */
export const isImpossible = ({ code, candidates }: MigrationProblem): boolean =>
  code !== 'would-wait-forever' && candidates.length === 0;
