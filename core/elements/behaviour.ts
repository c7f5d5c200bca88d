// What every element says about itself. Adding an element: its file here, one line in index.ts, a page, a scenario, an icon.
import type { Flow } from '../../contract/index.ts';
import type { CompiledOf, CompiledType } from '../engine/compiled.ts';
import type { Work } from '../engine/work.ts';
import type { ElementInstance, Key } from '../state.ts';

export interface Behaviour<T extends CompiledType> {
  /** Needs an event to go on. */
  waits: boolean;
  /** A flow arrives; false holds it back (a join that is not complete). */
  arrive?(w: Work, d: number, element: CompiledOf<T>, scope: Key, via: Flow | undefined): boolean;
  /** Begins; elements that run through complete here. */
  activate(w: Work, inst: ElementInstance, element: CompiledOf<T>): void;
}

export type Behaviours = { [T in CompiledType]: Behaviour<T> };
