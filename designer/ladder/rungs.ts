/** Changes to a ladder as it is drawn on a line: pure, so that mouse, keys and tests do the same. */
import type { Definition, Ladder, Rung, RungAct, Text } from '../../contract/index.ts';
import { laddersOf } from '../../core/prose/say.ts';
import { freshName } from '../actions/ids.ts';

/** Working days before and after the due day within which a point can stand. */
export const FURTHEST = { before: -20, after: 90 } as const;

/** On the line stand points counted in working days from the due day; others are told beneath it. */
export const isOnLine = ({ unit, from, amount }: Rung): boolean =>
  unit === 'workingDays' && from === undefined && amount !== 0;

/** What warns beforehand stays before the due day, and what chases after it. */
export function movedTo(rung: Rung, amount: number): Rung {
  const to =
    rung.amount < 0
      ? Math.min(-1, Math.max(FURTHEST.before, amount))
      : Math.max(1, Math.min(FURTHEST.after, amount));
  return { ...rung, amount: to };
}

export const withRung = (ladder: Ladder, rung: Rung): Ladder => ({
  ...ladder,
  rungs: ladder.rungs.map((one) => (one.id === rung.id ? rung : one)),
});

export const withoutRung = (ladder: Ladder, id: string): Ladder => ({
  ...ladder,
  rungs: ladder.rungs.filter((one) => one.id !== id),
});

/** A reminder one working day further than what is furthest on that side. */
export function withNewRung(ladder: Ladder, side: 'before' | 'after'): { ladder: Ladder; id: string } {
  const amounts = ladder.rungs.filter(isOnLine).map(({ amount }) => amount);
  const amount =
    side === 'before'
      ? Math.max(FURTHEST.before, Math.min(0, ...amounts) - 1)
      : Math.min(FURTHEST.after, Math.max(0, ...amounts) + 1);
  const taken = ladder.rungs.map(({ id }) => id);
  const written = amount < 0 ? String(amount) : `+${amount}`;
  const id = taken.includes(written) ? freshName(`${written}.`, taken) : written;
  const rung: Rung = { id, amount, unit: 'workingDays', acts: [actOf('remind', 'owner', ladder, amount)] };
  return { ladder: { ...ladder, rungs: [...ladder.rungs, rung] }, id };
}

export type What = 'remind' | 'honest' | 'offer' | 'raise' | 'task';

export function whatOf(act: RungAct): What {
  if (act.act !== 'notify') return act.act;
  return act.kind === 'honest' ? 'honest' : 'remind';
}

export const whoOf = (act: RungAct): string => (act.act === 'task' ? act.role : act.to);

/** Reminders use the words the ladder uses already on that side of the due day, or else the standard ones. */
export function actOf(what: What, who: string, ladder: Ladder, amount: number): RungAct {
  switch (what) {
    case 'remind': {
      const kind = amount < 0 ? 'headsUp' : 'chase';
      const used = ladder.rungs
        .flatMap(({ acts }) => acts)
        .find((act) => act.act === 'notify' && act.kind === kind);
      const text = used?.act === 'notify' ? used.text : `std:ORG.${amount < 0 ? '-1' : '+1'}`;
      const buttons = used?.act === 'notify' ? used.buttons : undefined;
      return { act: 'notify', to: who, text, kind, ...(buttons ? { buttons } : {}) };
    }
    case 'honest':
      return { act: 'notify', to: who, text: 'std:ORG.+2.initiator', kind: 'honest' };
    case 'offer':
      return { act: 'offer', to: who };
    case 'raise':
      return { act: 'raise', to: who };
    case 'task':
      return {
        act: 'task',
        role: who,
        name: { nl: 'Bel even: hoe gaat het?', en: 'Give a call: how is it going?' },
        term: { amount: 3, unit: 'workingDays' },
        ladder: 'ORG',
      };
  }
}

/** A text of the process under another name, with every point that uses it. */
export function withTextKey(
  { texts, ladders }: Definition,
  from: string,
  to: string,
): Pick<Definition, 'texts' | 'ladders'> {
  const renamed = (act: RungAct): RungAct =>
    act.act === 'notify' && act.text === from ? { ...act, text: to } : act;
  return {
    texts: Object.fromEntries(Object.entries(texts).map(([key, text]) => [key === from ? to : key, text])),
    ladders: ladders.map((ladder) => ({
      ...ladder,
      rungs: ladder.rungs.map((rung) => ({ ...rung, acts: rung.acts.map(renamed) })),
    })),
  };
}

/** A ladder of the process itself, begun as a copy of another. */
export function ownCopy(definition: Definition, ladder: Ladder): Ladder {
  const id = freshName(
    `own-${ladder.id.replace(/^own-/, '')}`,
    laddersOf(definition).map((one) => one.id),
  );
  return { ...ladder, id, name: ownName(ladder.name) };
}

const ownName = (name: Text): Text => {
  const { nl, en } = typeof name === 'string' ? { nl: name, en: name } : name;
  return { nl: `${nl} (eigen)`, en: `${en} (own)` };
};

/** How many elements are chased by it. */
export const placesOf = ({ elements }: Definition, id: string): number =>
  elements.reduce(
    (sum, one) =>
      sum +
      Number('ladder' in one && one.ladder === id) +
      Number(one.type === 'agreement' && one.confirmLadder === id),
    0,
  );
