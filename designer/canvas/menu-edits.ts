/** What picking from a menu on the canvas does to a drawing: pure, so that pointing at a choice shows what picking it would do. */
import {
  type AlignTo,
  absoluteBox,
  BLOCK_IDS,
  type BlockId,
  type Drawing,
  elementOf,
  onlyElement,
  onlyFlow,
  type Point,
  perform,
} from '../actions/index.ts';
import { partAt } from './drop.ts';

export type CanvasMenuKind =
  | { kind: 'append'; after: string; outcome?: string; at?: Point }
  | { kind: 'insert'; flow: string; at?: Point }
  | { kind: 'add'; at: Point }
  | { kind: 'replace'; element: string }
  | { kind: 'align' }
  | { kind: 'give'; element: string }
  | { kind: 'connect'; from: string; outcome?: string }
  | { kind: 'reconnect'; flow: string };

const isBlock = (id: string): id is BlockId => BLOCK_IDS.some((block) => block === id);

/** The drawing after picking a choice. What does not fit leaves it as it is. */
export function chosen(drawing: Drawing, menu: CanvasMenuKind, id: string): Drawing {
  const { definition } = drawing;
  const at = (element: string): Drawing => ({ definition, selection: onlyElement(element) });
  switch (menu.kind) {
    case 'connect':
      return perform(at(menu.from), 'connect', {
        from: menu.from,
        to: id,
        ...(menu.outcome ? { outcome: menu.outcome } : {}),
      });
    case 'reconnect':
      return perform({ definition, selection: onlyFlow(menu.flow) }, 'reconnect', {
        flow: menu.flow,
        to: id,
      });
    case 'give':
      return perform(at(menu.element), 'give', { element: menu.element, role: id });
    case 'align':
      return id === 'spread-x' || id === 'spread-y'
        ? perform(drawing, 'distribute', { axis: id === 'spread-x' ? 'x' : 'y' })
        : perform(drawing, 'align', { to: id as AlignTo });
    default:
      return isBlock(id) ? blockChosen(drawing, menu, id) : drawing;
  }
}

function blockChosen(
  drawing: Drawing,
  menu: Extract<CanvasMenuKind, { kind: 'append' | 'insert' | 'add' | 'replace' }>,
  block: BlockId,
): Drawing {
  const { definition } = drawing;
  if (menu.kind === 'append')
    return perform({ definition, selection: onlyElement(menu.after) }, 'append', {
      block,
      after: menu.after,
      ...(menu.outcome ? { outcome: menu.outcome } : {}),
      ...(menu.at ? { at: menu.at } : {}),
    });
  if (menu.kind === 'insert')
    return perform({ definition, selection: onlyFlow(menu.flow) }, 'insert', { block, flow: menu.flow });
  if (menu.kind === 'replace')
    return perform({ definition, selection: onlyElement(menu.element) }, 'replace', {
      element: menu.element,
      block,
    });
  const parent = partAt(definition, menu.at, []);
  const origin = parent ? absoluteBox(definition, parent) : { x: 0, y: 0 };
  return perform(drawing, 'add', {
    block,
    at: { x: menu.at.x - origin.x, y: menu.at.y - origin.y },
    ...(parent ? { parent: parent.id } : {}),
  });
}

/** What a preview shows as not there yet: elements and flows that are new, or stand or look otherwise. */
export function changedBy(before: Drawing, after: Drawing): ReadonlySet<string> {
  const own = new Set<unknown>([...before.definition.elements, ...before.definition.flows]);
  const old = new Map(before.definition.elements.map((one) => [one.id, one]));
  const changed = after.definition.elements.filter((one) => {
    if (own.has(one)) return false;
    const was = old.get(one.id);
    // A part that grew for what came into it is no news.
    return !(was?.type === 'subProcess' && one.type === 'subProcess' && was.x === one.x && was.y === one.y);
  });
  const flows = after.definition.flows.filter((one) => {
    if (own.has(one)) return false;
    const was = before.definition.flows.find(({ id }) => id === one.id);
    return !was || was.from !== one.from || was.to !== one.to;
  });
  return new Set([...changed, ...flows].map(({ id }) => id));
}

/** Where the menu opens: an element it is about, or nothing when it is about a place. */
export const aboutElement = (menu: CanvasMenuKind, drawing: Drawing): string | undefined =>
  menu.kind === 'append'
    ? menu.after
    : menu.kind === 'connect'
      ? menu.from
      : menu.kind === 'replace' || menu.kind === 'give'
        ? menu.element
        : menu.kind === 'align'
          ? drawing.selection.elements.find((id) => elementOf(drawing.definition, id))
          : undefined;
