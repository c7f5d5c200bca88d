// A ladder on a line: what stays on its side of the due day, what is added where, and a copy of one's own.
import { expect, test } from 'vitest';
import { Ladder } from '../../contract/index.ts';
import { standardLadders } from '../../core/chasing/standard-ladders.ts';
import {
  actOf,
  FURTHEST,
  movedTo,
  ownCopy,
  placesOf,
  withNewRung,
  withoutRung,
  withRung,
  withTextKey,
} from '../../designer/ladder/rungs.ts';
import { agree, draw, end, start, task } from '../core/check/drawing.ts';

const org = standardLadders.find(({ id }) => id === 'ORG') as Ladder;
const drawing = (ladders: Ladder[] = []) =>
  draw(
    [
      start(),
      task('one', { ladder: 'own-ORG' }),
      agree('deal', { ladder: 'own-ORG', confirmLadder: 'own-ORG' }),
      end(),
    ],
    'start > one > deal > end',
    { ladders },
  );

test('a point stays on its side of the due day, and within what can be seen', () => {
  const [before, after] = [org.rungs[0], org.rungs[1]];
  if (!before || !after) throw new Error('Expected ORG to have rungs on both sides');

  expect(movedTo(before, 4).amount).toBe(-1);
  expect(movedTo(before, -3)).toEqual({ ...before, amount: -3 });
  expect(movedTo(after, -2).amount).toBe(1);
  expect(movedTo(after, 500).amount).toBe(FURTHEST.after);
});

test('a new point is a reminder beyond the furthest, in the words the ladder uses there', () => {
  const after = withNewRung(org, 'after');
  const before = withNewRung(after.ladder, 'before');

  expect(after.ladder.rungs.at(-1)).toEqual({
    id: '+6',
    amount: 6,
    unit: 'workingDays',
    acts: [{ act: 'notify', to: 'owner', text: 'std:ORG.+1', kind: 'chase' }],
  });
  expect(before.ladder.rungs.at(-1)).toMatchObject({ id: '-2', amount: -2, acts: [{ kind: 'headsUp' }] });
  expect(Ladder.parse(before.ladder)).toEqual(before.ladder);
});

test('ids stay apart where a moved point left its own behind', () => {
  const [, late] = org.rungs;
  if (!late) throw new Error('Expected a rung after the due day');
  const moved = withRung({ ...org, rungs: [late] }, movedTo(late, 4));
  const first = withNewRung(moved, 'after');
  const again = withNewRung(withoutRung(withRung(first.ladder, { ...late, amount: 4 }), '+5'), 'after');

  expect(first.id).toBe('+5');
  expect(again.id).toBe('+5');
  expect(withNewRung({ ...org, rungs: [{ ...late, id: '+2' }] }, 'after').id).toBe('+2.');
});

test('a ladder of the process begins as a copy under a name of its own, and knows where it holds', () => {
  const first = ownCopy(drawing(), org);
  const second = ownCopy(drawing([first]), first);

  expect([first.id, second.id]).toEqual(['own-ORG', 'own-ORG2']);
  expect(first.rungs).toEqual(org.rungs);
  expect(first.name).toEqual({ nl: 'Onze belofte (eigen)', en: 'Our promise (own)' });
  expect(placesOf(drawing([first]), first.id)).toBe(3);
});

test('everything that can be chosen is a rung the contract knows', () => {
  for (const what of ['remind', 'honest', 'offer', 'raise', 'task'] as const) {
    const rung = {
      id: '+1',
      amount: 1,
      unit: 'workingDays' as const,
      acts: [actOf(what, 'manager', org, 1)],
    };
    expect(Ladder.parse({ ...org, rungs: [rung] }).rungs).toEqual([rung]);
  }
});

test('a text under another name is still the one that its points use', () => {
  const words = { subject: { nl: 'Hoi', en: 'Hi' }, body: { nl: 'Kijk even.', en: 'Have a look.' } };
  const { ladder, id } = withNewRung({ id: 'OWN', name: 'Eigen', rungs: [] }, 'after');
  const own = withRung(ladder, {
    ...(ladder.rungs[0] as Ladder['rungs'][number]),
    acts: [{ act: 'notify', to: 'owner', text: 'text', kind: 'dated' }],
  });
  const definition = { ...drawing([own]), texts: { text: words, other: words } };

  const next = withTextKey(definition, 'text', 'lookBackAgain');

  expect(next.texts).toEqual({ lookBackAgain: words, other: words });
  expect(next.ladders[0]?.rungs.find((rung) => rung.id === id)?.acts[0]).toMatchObject({
    text: 'lookBackAgain',
  });
});
