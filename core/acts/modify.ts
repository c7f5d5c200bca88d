// Repairs where an instance stands: tokens are cancelled, added or moved, values changed, all together or not at all.
import type { ActOf } from '../../contract/index.ts';
import { setBegun } from '../engine/anchors.ts';
import type { CompiledElement } from '../engine/compiled.ts';
import { activate, openScope, terminate } from '../engine/flow.ts';
import { Rejected, type Work } from '../engine/work.ts';
import type { ElementInstance, Key, Variables } from '../state.ts';
import { findActive } from './find.ts';
import { checkSizes } from './sizes.ts';

type Change = ActOf<'modify'>['changes'][number];

/** What no token can be put on: it begins with something else, or is never carried out. */
const UNREACHABLE = ['boundaryEvent', 'unsupported'];

/**
 * Carries out the changes in order. What they would do can be seen beforehand by taking the same step on a copy: nothing in
 * it depends on anything but its arguments.
 */
export function modify(w: Work, act: ActOf<'modify'>): void {
  if (act.changes.length === 0 && act.variables === undefined)
    throw new Rejected('INVALID_ARGUMENT', 'Expected something to change', { path: 'changes' });
  const variables = (act.variables ?? {}) as Variables;
  checkSizes(variables, 'variables');
  w.fact({ type: 'instance.modified', changes: act.changes, why: act.why });
  w.setVariables('', variables);
  act.changes.forEach((change, index) => {
    carryOut(w, change, `changes.${index}`);
  });
}

function carryOut(w: Work, change: Change, path: string): void {
  switch (change.do) {
    case 'cancel':
      return cancel(w, only(w, change.element, path));
    case 'add':
      return add(w, change.to, change.scope, 0, path);
    case 'move': {
      const from = only(w, change.element, path);
      const target = targetOf(w, from.d, change.to, `${path}.to`);
      const source = w.element(from);
      // Within one part it stays in the same activation of it.
      const scope = source.parent === target.parent ? outside(w, from) : undefined;
      cancel(w, from);
      return add(w, change.to, scope, from.d, path);
    }
  }
}

/** The scope a token is in; one of many lies in the whole, which lies there. */
const outside = (w: Work, inst: ElementInstance): Key =>
  inst.pass === undefined ? inst.scope : (w.active(inst.scope)?.scope ?? inst.scope);

/** The active instance that is meant; an element that is active more than once is named by its key. */
function only(w: Work, given: string, path: string): ElementInstance {
  const inst = findActive(w, given, `${path}.element`);
  const equals = Object.values(w.state.elements).filter(
    (one) => one.element === inst.element && one.whole === undefined && one.key !== inst.key,
  );
  const others = equals.filter((one) => one.scope !== inst.key && inst.scope !== one.key);
  if (inst.key !== given && others.length > 0)
    throw new Rejected(
      'INVALID_ARGUMENT',
      `Expected the key of one of ${[inst, ...others].map(({ key }) => key).join(', ')}: '${given}' is active more than once`,
      { path: `${path}.element` },
    );
  return inst;
}

function cancel(w: Work, inst: ElementInstance): void {
  terminate(w, inst.key, 'repaired');
}

function targetOf(w: Work, d: number, id: string, path: string): CompiledElement {
  const element = w.process(d).elements.get(id);
  if (!element) throw new Rejected('NOT_FOUND', `Expected an element of the process, got '${id}'`, { path });
  if (UNREACHABLE.includes(element.type) || ('event' in element && element.event))
    throw new Rejected('INVALID_ARGUMENT', `Expected an element that can be gone to, but '${id}' cannot`, {
      path,
    });
  return element;
}

function add(w: Work, to: string, given: Key | undefined, d: number, path: string): void {
  const element = targetOf(w, d, to, `${path}.to`);
  const scope = given ?? scopeFor(w, d, element.parent, path);
  activate(w, d, element, scope);
}

/** The activation of the part an element lies in; parts that are not active are begun, without what they would begin with. */
function scopeFor(w: Work, d: number, parent: string | undefined, path: string): Key {
  if (parent === undefined) return d === 0 ? '' : callerOf(w, d, path);
  const active = Object.values(w.state.elements).filter(
    (one) => one.d === d && one.element === parent && !one.many,
  );
  if (active.length > 1)
    throw new Rejected(
      'INVALID_ARGUMENT',
      `Expected the scope to put it in: '${parent}' is active more than once (${active.map(({ key }) => key).join(', ')})`,
      { path: `${path}.scope` },
    );
  if (active[0]) return active[0].key;
  const part = targetOf(w, d, parent, `${path}.to`);
  const around = scopeFor(w, d, part.parent, path);
  const inst = w.put({ key: w.key(), d, element: part.id, scope: around, since: w.at });
  setBegun(w, d, part.id);
  w.fact({ type: 'element.activated', element: part.id, key: inst.key, scope: around });
  openScope(w, d, inst.key, part.id);
  return inst.key;
}

function callerOf(w: Work, d: number, path: string): Key {
  const inside = Object.values(w.state.elements).find((one) => one.d === d);
  let at = inside?.scope ?? '';
  while (at !== '' && w.active(at)?.d === d) at = w.active(at)?.scope ?? '';
  if (at === '')
    throw new Rejected('INVALID_ARGUMENT', 'Expected a called process that is active', {
      path: `${path}.to`,
    });
  return at;
}
