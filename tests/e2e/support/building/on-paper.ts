/** Where things are on the paper for a hand that holds a mouse: an element to take hold of, its exit, an arrow, a border, free paper. */
import type { Page } from 'playwright-core';
import { type Exit, until } from './hands.ts';

export interface Spot {
  x: number;
  y: number;
}

/** A card and the air around it, at its own size. */
const ROOM = { width: 230, height: 130 };

/** Where the paper shows an element, an exit or a free place; nothing while it is out of sight or lies under something. */
type Sought =
  | { element: string }
  | { exit: Exit }
  | { border: string }
  | { arrow: { from: string; to: string } }
  | { besideExit: Exit };

/** In the page, so that what is measured and what is seen are of the same moment. */
function place({ sought, room }: { sought: Sought; room: typeof ROOM }): Spot | undefined {
  const paper = document.querySelector('.react-flow');
  if (!paper) return undefined;
  const sheet = paper.getBoundingClientRect();
  const nodeOf = (id: string) =>
    paper.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  const isOnSheet = ({ x, y }: Spot, margin = 4) =>
    x > sheet.left + margin &&
    x < sheet.right - margin &&
    y > sheet.top + margin &&
    y < sheet.bottom - margin;
  const top = ({ x, y }: Spot) => document.elementFromPoint(x, y);
  const zoom = () => {
    const viewport = paper.querySelector('.react-flow__viewport');
    return viewport ? new DOMMatrix(getComputedStyle(viewport).transform).a : 1;
  };
  const handleOf = ({ from, outcome }: Exit) =>
    nodeOf(from)?.querySelector(
      outcome === undefined
        ? '.react-flow__handle.source:not([data-handleid^="out:"])'
        : `.react-flow__handle.source[data-handleid="out:${CSS.escape(outcome)}"]`,
    );
  const middle = (one: Element): Spot => {
    const box = one.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };

  if ('element' in sought) {
    const node = nodeOf(sought.element);
    if (!node) return undefined;
    const box = node.getBoundingClientRect();
    for (const along of [0.5, 0.3, 0.7, 0.1, 0.9])
      for (const down of [0.5, 0.3, 0.7, 0.06, 0.94]) {
        const spot = { x: box.left + box.width * along, y: box.top + box.height * down };
        const there = isOnSheet(spot) ? top(spot) : null;
        const isHandle = there?.closest('.react-flow__handle, button') !== null;
        if (there?.closest('.react-flow__node') === node && !isHandle) return spot;
      }
    return undefined;
  }
  if ('exit' in sought) {
    const handle = handleOf(sought.exit);
    if (!handle) return undefined;
    const spot = middle(handle);
    const there = isOnSheet(spot) ? top(spot) : null;
    return there && (there === handle || handle.contains(there)) ? spot : undefined;
  }
  if ('border' in sought) {
    const node = nodeOf(sought.border);
    if (!node) return undefined;
    const box = node.getBoundingClientRect();
    for (const along of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
      const spot = { x: box.left + box.width * along, y: box.bottom - 2 };
      if (isOnSheet(spot) && top(spot)?.closest('.react-flow__node') === node) return spot;
    }
    return undefined;
  }
  if ('arrow' in sought) {
    const { from, to } = sought.arrow;
    const edge = paper.querySelector(`.react-flow__edge[aria-label=${JSON.stringify(`${from} → ${to}`)}]`);
    const path = edge?.querySelector<SVGPathElement>('path.react-flow__edge-path');
    const onto = path?.getScreenCTM();
    if (!edge || !path || !onto) return undefined;
    for (const part of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
      const at = path.getPointAtLength(path.getTotalLength() * part);
      const spot = new DOMPoint(at.x, at.y).matrixTransform(onto);
      const under = isOnSheet(spot) ? document.elementsFromPoint(spot.x, spot.y) : [];
      const [first] = under.flatMap((one) => one.closest('.react-flow__edge') ?? []);
      if (first === edge && under[0]?.closest('.react-flow')) return { x: spot.x, y: spot.y };
    }
    return undefined;
  }

  // Free paper for a card whose left side is at the spot: near the exit, and nothing else stands there.
  const handle = handleOf(sought.besideExit);
  const source = nodeOf(sought.besideExit.from);
  if (!handle || !source) return undefined;
  const from = middle(handle);
  const scale = zoom();
  const [width, height] = [room.width * scale, room.height * scale];
  const around = (box: DOMRect) => {
    const own = source.getBoundingClientRect();
    return box.left <= own.left && box.right >= own.right && box.top <= own.top && box.bottom >= own.bottom;
  };
  const taken = [...paper.querySelectorAll('.react-flow__node')]
    .map((one) => one.getBoundingClientRect())
    .filter((box) => !around(box) || box.width * box.height < 1.5 * source.offsetWidth * scale);
  const own = source.getBoundingClientRect();
  taken.push(own);
  const spots: Spot[] = [];
  for (let right = 0; right <= 5; right++)
    for (let down = -6; down <= 6; down++)
      spots.push({ x: from.x + (70 + right * 120) * scale, y: from.y + down * 70 * scale });
  const far = ({ x, y }: Spot) => Math.hypot(x - from.x, (y - from.y) * 1.2);
  return spots
    .sort((a, b) => far(a) - far(b))
    .find((spot) => {
      const [right, upper, lower] = [spot.x + width, spot.y - height / 2, spot.y + height / 2];
      const isFree = taken.every(
        (box) => box.right < spot.x - 12 * scale || box.left > right || box.bottom < upper || box.top > lower,
      );
      const isSeen = isOnSheet(spot, 50) && isOnSheet({ x: Math.min(right, spot.x + 60), y: spot.y }, 50);
      const there = isFree && isSeen ? top(spot) : null;
      return (
        there?.closest('.react-flow') != null &&
        there.closest('button, [role=toolbar], .react-flow__panel') === null
      );
    });
}

/** The spots of several things at once, when all are in sight and the paper rests. */
export async function spots<Names extends string>(
  page: Page,
  wanted: Record<Names, Sought>,
  missing: (name: Names) => void = () => {},
): Promise<Record<Names, Spot> | undefined> {
  const read = async () => {
    const found: Partial<Record<Names, Spot>> = {};
    for (const name of Object.keys(wanted) as Names[]) {
      const spot = await page.evaluate(place, { sought: wanted[name], room: ROOM });
      if (!spot) {
        missing(name);
        return undefined;
      }
      found[name] = spot;
    }
    return found as Record<Names, Spot>;
  };
  const first = await read();
  if (!first) return undefined;
  // Two looks that agree: the paper does not move under the hand.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const second = await read();
  return JSON.stringify(first) === JSON.stringify(second) ? second : undefined;
}

/** The edge of the paper on the side where an element is; nothing when it is well within. */
function edgeTowards(id: string): Spot | undefined {
  const sheet = document.querySelector('.react-flow')?.getBoundingClientRect();
  const box = document
    .querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
    ?.getBoundingClientRect();
  if (!sheet || !box) return undefined;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  // Nearer to the edge than this the paper comes along under the hand.
  const [room, grip] = [70, 12];
  const along = (at: number, from: number, to: number) =>
    at < from + room ? from + grip : at > to - room ? to - grip : at;
  const edge = { x: along(x, sheet.left, sheet.right), y: along(y, sheet.top, sheet.bottom) };
  return edge.x === x && edge.y === y ? undefined : edge;
}

/** Holds what is in hand at the edge until the paper has come along as far as an element, and brings it there. */
export async function bringTo(page: Page, id: string): Promise<void> {
  let to: Spot | undefined;
  await until(async () => {
    const edge = await page.evaluate(edgeTowards, id);
    if (edge) {
      await page.mouse.move(edge.x, edge.y, { steps: 2 });
      return false;
    }
    // Off the edge, so that the paper comes to rest.
    const sheet = await page.locator('.react-flow').first().boundingBox();
    if (sheet) await page.mouse.move(sheet.x + sheet.width / 2, sheet.y + sheet.height / 2, { steps: 2 });
    to = (await spots(page, { to: { element: id } }))?.to;
    // From under what lies over the paper.
    if (sheet && !to) await page.mouse.move(sheet.x + sheet.width / 2, sheet.y + sheet.height - 12);
    return to !== undefined;
  }, `${id} to be come to`);
  if (to) await page.mouse.move(to.x, to.y, { steps: 3 });
}

/** Pressed here, moved as a hand moves, let go there. */
export async function drag(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

/** Looks for things on the paper; what is not in sight is brought there by `nearer`. */
export async function inSight<Names extends string>(
  page: Page,
  wanted: Record<Names, Sought>,
  nearer: () => Promise<void>,
): Promise<Record<Names, Spot>> {
  let found: Record<Names, Spot> | undefined;
  let missing = '';
  let looks = 0;
  await until(
    async () => {
      found = await spots(page, wanted, (name) => {
        missing = name;
      });
      looks += 1;
      // A paper that still moves is waited for.
      if (!found && looks % 6 === 0) await nearer();
      return found !== undefined;
    },
    () => `${JSON.stringify(wanted)} to be in sight, not without '${missing}'`,
  );
  return found as Record<Names, Spot>;
}
