/** Places the elements of a drawing in rows that go on below each other, as a large process looks on a screen. */
import type { Definition } from '../../contract/index.ts';

/** Where the parts of one round stand in it; what the bench's drawing is made of. */
const PLACES: Record<string, { x: number; y: number }> = {
  ask: { x: 0, y: 120 },
  which: { x: 300, y: 140 },
  talk: { x: 420, y: 20 },
  book: { x: 420, y: 260 },
  merge: { x: 740, y: 140 },
  split: { x: 860, y: 140 },
  do: { x: 980, y: 20 },
  late: { x: 1100, y: 88 },
  meet: { x: 1280, y: 140 },
  wait: { x: 1040, y: 280 },
  join: { x: 1400, y: 140 },
};
const ROUND = { width: 1_560, height: 480 };
const ROUNDS_IN_A_ROW = 8;

export function placed(definition: Definition): Definition {
  const rounds = (definition.elements.length - 2) / Object.keys(PLACES).length;
  return {
    ...definition,
    elements: definition.elements.map((element) => {
      const [, part = '', number = ''] = /^([a-z]+)(\d*)$/.exec(element.id) ?? [];
      const at = PLACES[part];
      if (!at) return { ...element, ...(element.id === 'start' ? { x: -140, y: 140 } : endAfter(rounds)) };
      const { x, y } = beginOf(Number(number) - 1);
      return { ...element, x: x + at.x, y: y + at.y };
    }),
  };
}

const beginOf = (round: number) => ({
  x: (round % ROUNDS_IN_A_ROW) * ROUND.width,
  y: Math.floor(round / ROUNDS_IN_A_ROW) * ROUND.height,
});
const endAfter = (rounds: number) => {
  const last = beginOf(Math.ceil(rounds) - 1);
  return { x: last.x + ROUND.width, y: last.y + 140 };
};
