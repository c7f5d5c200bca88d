/** What the small overview draws: each element as a block of its colour, and a veil over what is not in sight. */
import type { DrawnNode } from './to-flow.ts';

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Place extends Bounds {
  colour: string;
}

/** Where each element stands in the whole drawing. What contains others comes before them. */
export function placesOf(nodes: readonly DrawnNode[]): Place[] {
  const origins = new Map<string, { x: number; y: number }>();
  return nodes.map((node) => {
    const around = node.parentId === undefined ? undefined : origins.get(node.parentId);
    const at = { x: node.position.x + (around?.x ?? 0), y: node.position.y + (around?.y ?? 0) };
    origins.set(node.id, at);
    return { ...at, width: node.width ?? 0, height: node.height ?? 0, colour: colourOf(node) };
  });
}

const colourOf = ({ type, data }: DrawnNode): string =>
  data.present > 0
    ? 'var(--us)'
    : type === 'part'
      ? 'var(--line)'
      : data.facts.side && type === 'card'
        ? `var(--${data.facts.side})`
        : 'var(--quiet)';

/** One path for all of a colour, in the order in which colours first come: parts lie beneath what is in them. */
export function inColours(places: readonly Place[]): { colour: string; path: string }[] {
  const paths = new Map<string, string[]>();
  for (const { x, y, width, height, colour } of places) {
    const path = paths.get(colour) ?? [];
    path.push(`M${x} ${y}h${width}v${height}h${-width}z`);
    paths.set(colour, path);
  }
  const beneath = [...paths].sort(([a], [b]) => Number(b === 'var(--line)') - Number(a === 'var(--line)'));
  return beneath.map(([colour, path]) => ({ colour, path: path.join('') }));
}

export function boundsOf(places: readonly Bounds[]): Bounds | undefined {
  if (places.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of places) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** How the drawing and what is in sight of it are held in a frame of this size, with a little room around. */
export function heldIn(
  bounds: Bounds | undefined,
  seen: Bounds,
  size: { width: number; height: number },
): { viewBox: string; mask: string; scale: number } {
  const all = boundsOf(bounds ? [bounds, seen] : [seen]) ?? seen;
  const scale = Math.max(all.width / size.width, all.height / size.height) || 1;
  const room = 5 * scale;
  const width = size.width * scale + 2 * room;
  const height = size.height * scale + 2 * room;
  const x = all.x + all.width / 2 - width / 2;
  const y = all.y + all.height / 2 - height / 2;
  return {
    viewBox: `${x} ${y} ${width} ${height}`,
    mask: `M${x - room} ${y - room}h${width + 2 * room}v${height + 2 * room}h${-width - 2 * room}zM${seen.x} ${seen.y}h${seen.width}v${seen.height}h${-seen.width}z`,
    scale,
  };
}
