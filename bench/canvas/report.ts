/** The table of large drawings: ours, bpmn-js, and what the one is of the other. */
import { goals, verdict } from '../goals.ts';
import { median, percentile } from '../statistics.ts';
import type { Handled } from './hands.ts';
import type { Compared } from './run.ts';
import type { Sight } from './sight.ts';

interface Row {
  what: string;
  of(sight: Sight): number;
  digits?: number;
  goal?: keyof typeof goals;
  /** Told of the largest beside the smallest too, by this name or its own. */
  grows?: true | string;
}

const framesOf = (sight: Sight, part: keyof Handled) => sight.handled.flatMap((one) => one[part]);

const moves: [part: keyof Handled, what: string][] = [
  ['panNear', 'moving the paper, at its own size'],
  ['panFar', 'moving the paper, all in sight'],
  ['zoom', 'zooming away and near again'],
  ['dragNear', 'dragging an element, at its own size'],
  ['dragFar', 'dragging an element, all in sight'],
  ['typing', 'typing a name'],
];

const rows: Row[] = [
  {
    what: 'opened again, until it reacts',
    of: ({ again }) => median(again.map(({ reacts }) => reacts)),
    goal: 'canvasLoad',
    grows: true,
  },
  { what: '  until it is seen', of: ({ again }) => median(again.map(({ drawn }) => drawn)) },
  { what: 'opened for the first time, until it reacts', of: ({ first }) => first.reacts },
  ...moves.flatMap(([part, what]): Row[] => [
    { what: `${what}: frame, median`, of: (sight) => median(framesOf(sight, part)), digits: 1 },
    {
      what: '  95 of 100',
      of: (sight) => percentile(framesOf(sight, part), 95),
      digits: 1,
      goal: 'canvasFrames',
      grows: `${what}: 95 of 100 frames`,
    },
    { what: '  worst', of: (sight) => Math.max(...framesOf(sight, part)), digits: 1 },
  ]),
  { what: 'when hands rest: worst frame', of: (sight) => Math.max(...framesOf(sight, 'rest')), digits: 1 },
  {
    what: 'a letter, from the key to the paint, median',
    of: (sight) => median(framesOf(sight, 'keys')),
    digits: 1,
    grows: true,
  },
  {
    what: '  95 of 100',
    of: (sight) => percentile(framesOf(sight, 'keys'), 95),
    digits: 1,
    goal: 'canvasFrames',
  },
  {
    what: 'choosing, from the press to the paint',
    of: (sight) => median(framesOf(sight, 'choices')),
    digits: 1,
  },
];

const weights: Row[] = [
  { what: 'heap, MB', of: ({ heap }) => heap, digits: 1 },
  { what: 'nodes in the page', of: ({ nodes }) => nodes },
  { what: 'scripts, kB', of: ({ weight }) => weight.js / 1_024 },
  { what: '  compressed', of: ({ weight }) => weight.jsGzip / 1_024 },
  { what: 'styles, kB', of: ({ weight }) => weight.css / 1_024 },
  { what: '  compressed', of: ({ weight }) => weight.cssGzip / 1_024 },
];

const NAME = 48;

export function reportCanvas(compared: Compared[]): string[] {
  return [...compared.flatMap(whole), ...growth(compared)];
}

/** What the largest costs beside the smallest, in each. */
function growth(compared: Compared[]): string[] {
  const [few, many] = [compared[0], compared.at(-1)];
  if (!few || !many || few === many) return [];
  return [
    `${many.elements.toLocaleString('en')} elements ÷ ${few.elements.toLocaleString('en')}`,
    `  ${''.padEnd(NAME)}     ours  bpmn-js`,
    ...rows.flatMap(({ what, of, grows }) =>
      grows
        ? [
            `  ${(grows === true ? what : grows).padEnd(NAME)} ${[of(many.ours) / of(few.ours), of(many.theirs) / of(few.theirs)].map((times) => times.toFixed(2).padStart(8)).join(' ')}`,
          ]
        : [],
    ),
  ];
}

function whole({ elements, flows, ours, theirs }: Compared): string[] {
  return [
    `A drawing of ${elements.toLocaleString('en')} elements and ${flows.toLocaleString('en')} flows, ms`,
    `  ${''.padEnd(NAME)}     ours  bpmn-js      ÷`,
    ...[...rows, ...weights].map(({ what, of, digits = 0, goal }) => {
      const [mine, other] = [of(ours), of(theirs)];
      const ratio = mine / other;
      const wanted = goal ? `   ${verdict(goals[goal], ratio)}` : '';
      return `  ${what.padEnd(NAME)} ${mine.toFixed(digits).padStart(8)} ${other.toFixed(digits).padStart(8)} ${ratio.toFixed(2).padStart(6)}${wanted}`;
    }),
    '',
  ];
}
