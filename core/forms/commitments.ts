// Reads a list of commitments item by item: each says what, has exactly one owner and a date that exists (P10).
import { isPlannable } from '../calendar/index.ts';
import { closestWord } from '../closest-word.ts';
import type { Json } from '../state.ts';
import type { Misfit } from './field-types.ts';
import type { Expected } from './problem.ts';

const SIDES = ['initiator', 'us', 'partner', 'volunteer'];
const UNITS = ['workingDays', 'days', 'weeks', 'months'];

/** A part of a commitment: the value as kept, or what was expected. */
type Part = { value: Json } | { expected: Expected };

const filled =
  (expected: Expected) =>
  (given: Json): Part =>
    typeof given === 'string' && given.trim() !== '' ? { value: given.trim() } : { expected };

const parts: Record<string, (given: Json) => Part> = {
  text: filled({ nl: 'wat er gebeurt', en: 'what will be done' }),
  owner: filled({ nl: 'precies één persoon die het doet', en: 'exactly one person who does it' }),
  ownerSide: (given) =>
    typeof given === 'string' && SIDES.includes(given)
      ? { value: given }
      : { expected: { nl: `een van ${SIDES.join(', ')}`, en: `one of ${SIDES.join(', ')}` } },
  due: (given) =>
    typeof given === 'string' && isPlannable(given)
      ? { value: given }
      : { expected: { nl: 'een bestaande datum', en: 'a date like 2026-09-07' } },
  doneWhen: filled({ nl: 'wanneer het klaar is', en: 'when it is done' }),
  remindMe: (given) =>
    typeof given === 'boolean' ? { value: given } : { expected: { nl: 'ja of nee', en: 'yes or no' } },
  repeat: (given) =>
    isRepeat(given)
      ? { value: given }
      : { expected: { nl: 'hoe vaak', en: 'an amount and a unit like { amount: 1, unit: months }' } },
  why: filled({ nl: 'een reden', en: 'a reason' }),
};
const REQUIRED = ['text', 'owner', 'due'];

/** The list as kept, or every part that does not fit with its place: `[0].due`. */
export function readCommitments(given: Json): { value: Json[] } | { misfits: Misfit[] } {
  if (!Array.isArray(given))
    return {
      misfits: [{ expected: { nl: 'een lijst met afspraken', en: 'a list of commitments' }, got: given }],
    };
  const misfits: Misfit[] = [];
  const list = given.map((item, index) => {
    const read = readOne(item);
    misfits.push(...read.misfits.map((one) => ({ ...one, path: `[${index}]${one.path ?? ''}` })));
    return read.kept;
  });
  return misfits.length > 0 ? { misfits } : { value: list };
}

function readOne(item: Json): { kept: Json; misfits: Misfit[] } {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    return {
      kept: null,
      misfits: [
        {
          expected: { nl: 'een afspraak', en: 'a commitment with text, owner and due' },
          got: item,
        },
      ],
    };
  const kept: Record<string, Json> = {};
  const misfits: Misfit[] = [];
  for (const key of Object.keys(item).filter((one) => !Object.hasOwn(parts, one))) {
    const meant = closestWord(key, Object.keys(parts));
    const names = Object.keys(parts).join(', ');
    misfits.push({
      path: `.${key}`,
      expected: { nl: 'niets', en: meant ? `no such part (did you mean ${meant}?)` : `one of ${names}` },
      got: item[key] ?? null,
    });
  }
  for (const [key, read] of Object.entries(parts)) {
    const given = item[key];
    const absent = given === undefined || given === null || given === '';
    if (absent && !REQUIRED.includes(key)) continue;
    const part = read(given ?? null);
    if ('value' in part) kept[key] = part.value;
    else misfits.push({ path: `.${key}`, expected: part.expected, got: given ?? null });
  }
  return { kept, misfits };
}

function isRepeat(given: Json): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  const { amount, unit, ...rest } = given;
  return (
    Number.isInteger(amount) &&
    Number(amount) > 0 &&
    Number(amount) <= 1_000 &&
    typeof unit === 'string' &&
    UNITS.includes(unit) &&
    Object.keys(rest).length === 0
  );
}
