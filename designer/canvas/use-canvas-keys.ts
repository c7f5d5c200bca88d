/** The keys of the canvas: everything hands can do with a mouse, done without one. */
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { drawnWay } from '../../core/picture/ways.ts';
import { titleOf } from '../../core/prose/say.ts';
import {
  type Axis,
  actions,
  type Direction,
  type Drawing,
  elementOf,
  GRID,
  incoming,
  middleStretch,
  neighbour,
  outgoing,
  type Point,
  pressed,
  single,
  singleFlow,
  stretchMoved,
} from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { isTyping } from './typing.ts';
import type { Editor } from './use-editor.ts';

export interface Keyed {
  editor: Editor;
  /** The drawing as it is seen: closed parts are cards. */
  view: Definition;
  /** Where somebody who comes by keyboard stands. */
  roving: string | undefined;
  onProperties(): void;
  onSay(words: string): void;
  select(id: string): void;
  focusNode(id: string): void;
  openAppend(): void;
  openConnect(): void;
  openReplace(): void;
  openAlign(): void;
  openGive(): void;
  toggleRoom(): void;
  togglePart(id: string): void;
  pin(): void;
  fit(): void;
  zoomToSelection(): void;
  letGo(): void;
  lanes: {
    on: boolean;
    toggle(): void;
    /** Gives what is selected to the lane above or below. */
    beside(by: -1 | 1): void;
    /** Says that everything finds its own place. */
    fixed(): void;
  };
}

const directions: Record<string, Direction | undefined> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const axisOf = (direction: Direction): Axis => (direction === 'left' || direction === 'right' ? 'x' : 'y');
const signOf = (direction: Direction): number => (direction === 'left' || direction === 'up' ? -1 : 1);
const along = (direction: Direction, by: number): Point =>
  axisOf(direction) === 'x' ? { x: signOf(direction) * by, y: 0 } : { x: 0, y: signOf(direction) * by };

export function useCanvasKeys(keyed: Keyed): (event: KeyboardEvent) => void {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  const { editor, view, roving, onSay } = keyed;
  const { drawing, run } = editor;
  const { definition, selection } = drawing;

  const byArrow = (direction: Direction, event: KeyboardEvent) => {
    const step = 2 * GRID;
    const arrow = singleFlow(drawing);
    const axis = axisOf(direction);
    if (event.altKey && keyed.lanes.on) {
      if (axis === 'x' || event.shiftKey || arrow) keyed.lanes.fixed();
      else keyed.lanes.beside(signOf(direction) < 0 ? -1 : 1);
    } else if (event.altKey && event.shiftKey) {
      const next = run(
        'roomBefore',
        { axis, by: signOf(direction) * step },
        `room ${axis} ${selection.elements.join()}`,
      );
      onSay(next.definition === definition ? t('said.noRoom') : t('said.roomMade'));
    } else if (event.altKey && arrow) {
      const way = drawnWay(definition, arrow);
      const stretch = middleStretch(way, axis === 'y');
      const at = stretch === undefined ? undefined : way[stretch];
      if (stretch === undefined || !at) return;
      const points = stretchMoved(way, stretch, at[axis] + signOf(direction) * step);
      run('bend', { flow: arrow.id, points }, `bend ${arrow.id}`);
    } else if (event.altKey)
      run('move', { by: along(direction, step) }, `nudge ${selection.elements.join()}`);
    else {
      const from = event.shiftKey ? selection.elements.at(-1) : single(drawing)?.id;
      const next = from ? neighbour(view, from, direction) : roving;
      if (!next) return;
      if (!event.shiftKey) return keyed.select(next);
      run('select', { elements: [...new Set([...selection.elements, next])], flows: [] });
      keyed.focusNode(next);
      onSay(t('selected', { count: new Set([...selection.elements, next]).size }));
    }
  };

  /** The next arrow of the element somebody stands at. */
  const nextArrow = () => {
    const arrow = singleFlow(drawing);
    const at = arrow?.from ?? single(drawing)?.id;
    if (at === undefined) return;
    const out = outgoing(definition, at);
    const all = out.length > 0 ? out : incoming(definition, at);
    const next = all[(all.findIndex(({ id }) => id === arrow?.id) + 1) % Math.max(1, all.length)];
    const to = elementOf(definition, next?.to);
    if (!next || !to) return;
    run('select', { elements: [], flows: [next.id] });
    onSay(t('said.arrow', { name: titleOf(to, language) }));
  };

  const removed = (before: Drawing) => {
    const one = single(before);
    const back = one ? neighbour(view, one.id, 'left') : singleFlow(before)?.from;
    run('remove', undefined);
    onSay(t('said.removed'));
    if (back) requestAnimationFrame(() => keyed.focusNode(back));
  };

  return (event) => {
    if (isTyping(event.target as Element)) return;
    const mod = event.ctrlKey || event.metaKey;
    const direction = directions[event.key];
    const key = event.key.toLowerCase();
    const part = single(drawing);
    const arrow = singleFlow(drawing);
    const handled = (act: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const undo = (back: boolean) => {
      back ? editor.undo() : editor.redo();
      onSay(back ? t('said.undone') : t('said.redone'));
    };
    if (mod && key === 'z') return handled(() => undo(!event.shiftKey));
    if (mod && key === 'y') return handled(() => undo(false));
    if (pressed('duplicate', event))
      return handled(() => {
        const [copy] = run('duplicate', undefined).selection.elements;
        if (copy) requestAnimationFrame(() => keyed.focusNode(copy));
      });
    if (pressed('selectAll', event)) return handled(() => run('selectAll', undefined));
    if (mod) return;
    if (direction) return handled(() => byArrow(direction, event));
    if (pressed('remove', event)) return handled(() => removed(drawing));
    if (pressed('append', event)) return handled(keyed.openAppend);
    if (pressed('connect', event)) return handled(keyed.openConnect);
    if (pressed('replace', event)) return handled(keyed.openReplace);
    if (pressed('give', event)) return handled(keyed.openGive);
    if (key === 'b') return handled(keyed.lanes.toggle);
    if (keyed.lanes.on && (['align', 'makeRoom', 'pin', 'bend'] as const).some((id) => pressed(id, event)))
      return handled(keyed.lanes.fixed);
    if (pressed('align', event)) return handled(keyed.openAlign);
    if (pressed('makeRoom', event)) return handled(keyed.toggleRoom);
    if (pressed('pin', event) && actions.pin.enabled(drawing)) return handled(keyed.pin);
    if (pressed('bend', event) && arrow)
      return handled(() => {
        run('bend', { flow: arrow.id });
        onSay(t('said.routeReset'));
      });
    if (key === 'o' && part?.type === 'subProcess') return handled(() => keyed.togglePart(part.id));
    if (key === 'e') return handled(nextArrow);
    if (key === 'f') return handled(keyed.fit);
    if (key === 'z') return handled(keyed.zoomToSelection);
    if (event.key === 'Escape') return keyed.letGo();
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const id = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node')?.dataset.id;
    if (id === undefined) return;
    // A button inside an element does its own.
    if ((event.target as HTMLElement).closest('button')) return;
    handled(() => {
      // Its arrow was chosen from here, by E; one that was drawn by hand just now was not.
      const isHere = arrow && (outgoing(definition, id).length > 0 ? arrow.from : arrow.to) === id;
      if (isHere) keyed.onProperties();
      else if (selection.elements[0] !== id) run('select', { elements: [id], flows: [] });
      else keyed.onProperties();
    });
  };
}
