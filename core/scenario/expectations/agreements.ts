/** Expectations about what was agreed: `commitment`, `commitments`, `ownerShare`. */
import type { CommitmentView } from '../../../contract/index.ts';
import { nameOf } from '../cast.ts';
import { sameWord } from '../fold.ts';
import { closeness, commitmentsNamed, commitmentsOf, isOpen } from '../items.ts';
import { isMeant } from '../people.ts';
import type { ExpectationOf } from '../reading/expectations.ts';
import type { View } from '../view.ts';
import { listed, type Mismatch, parts } from './mismatch.ts';

/** Some commitment of that text, open or closed, is as described. */
export function commitment(view: View, expected: ExpectationOf<'commitment'>['with']): Mismatch | undefined {
  const named = commitmentsNamed(view, expected.text.text);
  if (named.some((one) => fits(view, one, expected))) return undefined;
  const { text, ...asked } = expected;
  return {
    expected: `commitment '${text.text}'${parts(asked) && ` with ${parts(asked)}`}`,
    got: listed((named.length ? named : commitmentsOf(view)).map((one) => described(view, one))),
  };
}

function fits(view: View, one: CommitmentView, expected: ExpectationOf<'commitment'>['with']): boolean {
  const { owner, due, status, originalDue } = expected;
  return (
    (!owner || isMeant(view, owner, one.owner)) &&
    (!due || one.due === due) &&
    (!originalDue || one.originalDue === originalDue) &&
    (!status || sameWord(one.status, status))
  );
}

function described(view: View, { text, owner, due, status }: CommitmentView): string {
  return `'${text}' (owner ${nameOf(view.cast, owner)}, due ${due}, ${status})`;
}

/** The commitments still open are exactly these. */
export function commitments(
  view: View,
  expected: ExpectationOf<'commitments'>['with'],
): Mismatch | undefined {
  const there = commitmentsOf(view).filter(isOpen);
  const left = [...there];
  const missing = expected.filter(({ text }) => {
    const best = Math.max(0, ...left.map((one) => closeness([one.commitment, one.text], text)));
    const index =
      best === 0 ? -1 : left.findIndex((one) => closeness([one.commitment, one.text], text) === best);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  if (!missing.length && !left.length) return undefined;
  return {
    expected: `commitments: ${listed(expected.map(({ text }) => text))}`,
    got: `commitments: ${listed(there.map(({ text }) => text))}`,
  };
}

/**
 * Open commitments of ours against theirs (initiator and volunteers): as counts, or as percentages of all open ones where
 * they are written with `%` or add up to 100.
 */
export function ownerShare(
  view: View,
  { ours, theirs }: ExpectationOf<'ownerShare'>['with'],
): Mismatch | undefined {
  const open = commitmentsOf(view).filter(isOpen);
  const count = (...sides: string[]) => open.filter(({ side }) => sides.includes(side)).length;
  const counts = { ours: count('us'), theirs: count('initiator', 'volunteer') };
  const percent = (n: number) => (open.length ? Math.round((100 * n) / open.length) : 0);
  const asPercent = ours.percent || theirs.percent;
  const percentages = ours.value === percent(counts.ours) && theirs.value === percent(counts.theirs);
  const holds =
    !asPercent && ours.value === counts.ours && theirs.value === counts.theirs
      ? true
      : (asPercent || ours.value + theirs.value === 100) && percentages;
  if (holds) return undefined;
  const sign = asPercent ? '%' : '';
  return {
    expected: `ours ${ours.value}${sign}, theirs ${theirs.value}${sign}`,
    got: `ours ${counts.ours} (${percent(counts.ours)}%), theirs ${counts.theirs} (${percent(counts.theirs)}%) of ${open.length} open`,
  };
}
