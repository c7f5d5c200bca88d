// What may happen next in a situation, from outside: somebody completes a task, a job is done, a wait is over, an event comes.
import type { Element, Triggers } from '../../contract/index.ts';
import type { Model } from '../check/model.ts';
import { mayThrow, REST, thrownBy } from '../check/thrown.ts';
import { type Compiled, eventSubProcessesOf, outgoingOf } from '../engine/compiled.ts';
import type { ElementInstance, Key } from '../state.ts';
import type { Bare } from './bare.ts';
import { errorsCaughtFrom } from './errors-caught.ts';
import type { Move, Node } from './node.ts';

/** Moves that hang on the same thing: what one of them does, the others can no longer do. */
export interface Group {
  /** Key of the element instance, of a race, or of a scope. */
  at: string;
  /** What runs beside a scope and may end it: never taken alone. */
  beside: boolean;
  moves: Move[];
}

export class Moves {
  readonly #bare: Bare;
  readonly #model: Model;
  readonly #compiled: Compiled;
  readonly #errors = new Map<string, string[]>();

  constructor(bare: Bare, compiled: Compiled) {
    this.#bare = bare;
    this.#model = bare.model;
    this.#compiled = compiled;
  }

  /** Every move from a situation. None where it is at an end, or stuck. */
  from(node: Node): Group[] {
    const { state } = node;
    if (state.status !== 'running' || Object.keys(state.incidents).length > 0) return [];
    const groups = new Map<string, Group>();
    const add = (at: string, beside: boolean, moves: Move[]) => {
      if (moves.length === 0) return;
      const known = groups.get(at);
      if (known) known.moves.push(...moves);
      else groups.set(at, { at, beside, moves });
    };
    for (const inst of Object.values(state.elements)) {
      const at = inst.race === undefined ? inst.key : `race ${inst.race}`;
      if (!inst.many) add(at, false, this.#ofInstance(node, inst));
      const isScope = this.#compiled.elements.get(inst.element)?.type === 'subProcess';
      if (inst.pass === undefined)
        add(isScope || inst.many ? `on ${at}` : at, isScope, this.#onBorder(node, inst));
      if (isScope && !inst.many) {
        add(`in ${inst.key}`, true, this.#besideIn(node, inst.key, inst.element));
        add(
          `in ${inst.key}`,
          true,
          (inst.adHoc?.ending ? [] : (inst.adHoc?.waiting ?? [])).map((element) => ({
            do: 'begin',
            element,
          })),
        );
      }
    }
    add('in ', true, this.#besideIn(node, '', ''));
    return [...groups.values()];
  }

  #ofInstance({ state }: Node, inst: ElementInstance): Move[] {
    const { key, element } = inst;
    if (inst.task) {
      const bare = this.#compiled.elements.get(element);
      const outcomes = bare?.type === 'userTask' ? (bare.outcomes ?? []) : [];
      return outcomes.length === 0
        ? [{ do: 'complete', key, element }]
        : outcomes.map(({ id }) => ({ do: 'complete', key, element, outcome: id }));
    }
    if (Object.values(state.jobs).some((job) => job.element === key))
      return [
        { do: 'job', key, element },
        ...this.#errorsOf(element).map((error): Move => ({ do: 'job', key, element, error })),
      ];
    const own = this.#model.elements.get(element);
    if (this.#bare.pauses.has(element)) return [{ do: 'happens', at: 'wait', key, element }];
    // Flows may tell a message from the rest; otherwise it makes no difference what came.
    const differs = outgoingOf(this.#compiled, element).some(({ outcome }) => outcome !== undefined);
    const wait: Move = { do: 'happens', at: 'wait', key, element };
    if (own?.type === 'receiveTask') return [differs ? { ...wait, outcome: 'message' } : wait];
    if (own?.type !== 'intermediateCatchEvent') return [];
    const { message, ...others } = own.triggers;
    if (!differs) return [wait];
    const isAsked = message !== undefined || own.button !== undefined;
    return [
      ...(Object.keys(others).length > 0 || !isAsked ? [wait] : []),
      ...(isAsked ? [{ ...wait, outcome: 'message' as const }] : []),
    ];
  }

  /** Codes of errors that a job may give and something catches. */
  #errorsOf(id: string): string[] {
    const known = this.#errors.get(id);
    if (known) return known;
    const found = errorsCaughtFrom(this.#model, id);
    this.#errors.set(id, found);
    return found;
  }

  #onBorder({ state, happened }: Node, inst: ElementInstance): Move[] {
    const { key, element } = inst;
    return (this.#compiled.boundaries.get(element) ?? []).flatMap((boundary): Move[] => {
      const own = this.#original(boundary.id);
      if (own?.type !== 'boundaryEvent') return [];
      if (!own.interrupting && happened.has(`${key}/${boundary.id}`)) return [];
      const host = this.#model.elements.get(own.attachedTo);
      const comes =
        isFromOutside(own.triggers) ||
        (host !== undefined && this.#isThrownByOthers(own.triggers, [host], state.elements, key));
      return comes ? [{ do: 'happens', at: 'border', key, element: boundary.id }] : [];
    });
  }

  #besideIn({ state, happened }: Node, scope: Key, container: string): Move[] {
    const subs = eventSubProcessesOf(this.#compiled, container);
    if (subs.length === 0) return [];
    const active = Object.values(state.elements).filter((one) => one.scope === scope);
    // One that interrupts is the last that happens there.
    const isInterrupted = subs.some(
      ({ sub, start }) => (start.interrupting ?? true) && active.some((one) => one.element === sub.id),
    );
    if (isInterrupted || active.length === 0) return [];
    return subs.flatMap(({ sub, start }): Move[] => {
      const own = this.#model.elements.get(start.id);
      if (own?.type !== 'startEvent' || happened.has(`${scope}/${sub.id}`)) return [];
      const inside = this.#model.children(container).filter(({ id }) => id !== sub.id);
      const comes =
        isFromOutside(own.triggers) || this.#isThrownByOthers(own.triggers, inside, state.elements, scope);
      return comes ? [{ do: 'happens', at: 'beside', key: scope, element: sub.id }] : [];
    });
  }

  /** Errors and escalations that a called process may throw, or a ladder: whenever such a thing is active inside. */
  #isThrownByOthers(
    triggers: Triggers | undefined,
    watched: Element[],
    active: Record<Key, ElementInstance>,
    within: Key,
  ): boolean {
    const wanted = (['error', 'escalation'] as const).flatMap((kind) => {
      const code = triggers?.[kind];
      return code === undefined ? [] : [{ kind, code }];
    });
    if (wanted.length === 0) return false;
    const isInside = (one: ElementInstance): boolean =>
      one.key === within ||
      one.scope === within ||
      (one.scope !== '' && active[one.scope] !== undefined && isInside(active[one.scope] as ElementInstance));
    const here = Object.values(active).filter((one) => within === '' || isInside(one));
    return wanted.some(({ kind, code }) => {
      if (!watched.some((one) => mayThrow(this.#model, one, kind, code))) return false;
      return here.some((one) => {
        const element = this.#original(one.element);
        if (element?.type === 'callActivity') return true;
        const isRested = kind === 'escalation' && (code === REST || code === '');
        return (
          isRested &&
          (element?.type === 'userTask' || element?.type === 'agreement') &&
          thrownBy(this.#model, element, 'escalation').codes.has(REST)
        );
      });
    });
  }

  /** The element of the drawing: an agreement for both its halves, one border event for its twin. */
  #original(id: string): Element | undefined {
    for (const [own, twin] of this.#bare.twins) if (twin === id) return this.#model.elements.get(own);
    return this.#model.elements.get(id) ?? this.#model.elements.get(id.replace(/\.confirm$/, ''));
  }
}

/** A moment, a message, a signal or a condition. */
export const isFromOutside = (triggers: Triggers | undefined): boolean =>
  triggers !== undefined &&
  (triggers.timer !== undefined ||
    triggers.message !== undefined ||
    triggers.signal !== undefined ||
    triggers.condition !== undefined);
