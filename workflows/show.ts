/** Keeps search attributes up to date, with as few events in history as that takes. */
import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { condition, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { State } from '../core/state.ts';
import { isCalm } from './carry.ts';
import type { searchAttributes } from './search-attributes.ts';
import { type Visible, visible } from './visible.ts';

/** Those that change; the others are given at the start. */
const STATUS = defineSearchAttributeKey('SpeelruimteStatus', 'KEYWORD');
const NEXT_DUE = defineSearchAttributeKey('SpeelruimteNextDue', 'DATETIME');
const WAITING_ON = defineSearchAttributeKey('SpeelruimteWaitingOn', 'KEYWORD_LIST');
type Changing = Pick<Visible, 'SpeelruimteStatus' | 'SpeelruimteNextDue' | 'SpeelruimteWaitingOn'>;
type Name = keyof typeof searchAttributes & keyof Changing;
const NAMES: Name[] = ['SpeelruimteStatus', 'SpeelruimteNextDue', 'SpeelruimteWaitingOn'];

export interface Showing {
  /** Never ends: shows what changed once it is calm. */
  keep(): Promise<never>;
  /**
   * Clears what would be misleading once the workflow is closed. That it has ended Temporal shows itself, so most ends cost
   * no event.
   */
  close(): void;
}

export function show(org: string, process: string, state: () => State, troubled: () => boolean): Showing {
  let shown = given();
  let looked: State | undefined;
  let wanted: Changing = shown;

  const isOutdated = () => {
    if (looked !== state()) {
      looked = state();
      wanted = visible(org, process, looked);
    }
    const status = troubled() ? 'stuck' : wanted.SpeelruimteStatus;
    if (status !== wanted.SpeelruimteStatus) wanted = { ...wanted, SpeelruimteStatus: status };
    return NAMES.some((name) => coarse(name, wanted) !== coarse(name, shown));
  };

  const now = () => {
    if (!isOutdated()) return;
    upsertSearchAttributes(pairs(wanted, shown));
    shown = wanted;
  };

  return {
    close() {
      const { status } = state();
      const misleads =
        shown.SpeelruimteNextDue || shown.SpeelruimteWaitingOn || shown.SpeelruimteStatus !== 'running';
      if (misleads || status !== 'ended') now();
    },
    async keep() {
      for (;;) {
        await condition(() => isCalm() && state().status === 'running' && isOutdated());
        now();
      }
    },
  };
}

function given(): Changing {
  const { typedSearchAttributes: present } = workflowInfo();
  const due = present.get(NEXT_DUE);
  return {
    SpeelruimteStatus: present.get(STATUS),
    SpeelruimteNextDue: due?.toISOString(),
    SpeelruimteWaitingOn: present.get(WAITING_ON),
  };
}

/** The day is enough to find an instance by: an event in history for each shift within a day would be wasted. */
function coarse(name: Name, visible: Changing): string {
  const value = visible[name];
  return name === 'SpeelruimteNextDue' ? String(value ?? '').slice(0, 10) : JSON.stringify(value ?? []);
}

/** Only what changed: clearing what was never set would show as an odd date. */
function pairs(wanted: Changing, shown: Changing): SearchAttributeUpdatePair[] {
  const due = wanted.SpeelruimteNextDue;
  const pair: Record<Name, SearchAttributeUpdatePair> = {
    SpeelruimteStatus: { key: STATUS, value: wanted.SpeelruimteStatus ?? null },
    SpeelruimteNextDue: { key: NEXT_DUE, value: due ? new Date(due) : null },
    SpeelruimteWaitingOn: { key: WAITING_ON, value: wanted.SpeelruimteWaitingOn ?? null },
  };
  return NAMES.filter((name) => coarse(name, wanted) !== coarse(name, shown)).map((name) => pair[name]);
}
