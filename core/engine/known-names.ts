// Gives expressions what they may ask about the instance itself: its open commitments, and the initiative it belongs to.
import { KNOWN_NAMES } from '../known-names.ts';
import type { Json, Variables } from '../state.ts';
import { shownItem } from './item-name.ts';
import { ANYONE, personOf } from './people.ts';
import type { Work } from './work.ts';

const MENTIONED = new RegExp(`\\b(${KNOWN_NAMES.join('|')})\\b`);

/** The variables, with what the expression names of the instance. Worked out only for who asks. */
export function withKnown(w: Work, expression: string, variables: Variables): Variables {
  if (!MENTIONED.test(expression)) return variables;
  return {
    openCommitments: openCommitments(w),
    initiativeId: w.state.initiative ?? null,
    actor: actorOf(w),
    ...variables,
  };
}

/** As lists read them, oldest first. */
function openCommitments(w: Work): Json[] {
  return Object.values(w.state.commitments).map(
    ({ id, text, owner, ownerRole, side, due, status, agreement }) => ({
      id,
      text,
      owner,
      role: ownerRole ?? null,
      side,
      due,
      late: status === 'late',
      agreement: agreement === undefined ? null : shownItem(agreement),
    }),
  );
}

/** The person for whom an act is done. */
function actorOf(w: Work): Json {
  const who = w.who.onBehalfOf ?? w.who.by;
  return who === undefined || who === ANYONE ? null : (personOf(w.state, who)?.person ?? who);
}
