// When each element is due, or would be if it opened now: for the time line, the canvas and "what if nobody acts".
import type { Instant, LedgerLine, LocalDate } from '../calendar/index.ts';
import { toLocal } from '../calendar/index.ts';
import { defaultTerm } from '../chasing/standard-ladders.ts';
import type { Key, State } from '../state.ts';
import { countTimer } from './terms.ts';
import { type Ctx, Work } from './work.ts';

export interface Foreseen {
  element: string;
  /** Whether it is open now; otherwise the date is what it would be. */
  open: boolean;
  due: Instant;
  date: LocalDate;
  ledger?: LedgerLine[];
}

export function foresee(ctx: Ctx, state: State, at: Instant): Foreseen[] {
  const w = new Work(ctx, state, at, 'host');
  const dateOf = (due: Instant) => toLocal(ctx.calendar.zone, due).date;
  const result: Foreseen[] = [];
  const seen = new Set<string>();
  const add = (f: Foreseen) => {
    seen.add(f.element);
    result.push(f);
  };
  for (const inst of Object.values(state.elements)) {
    const due = inst.task?.due ?? state.timers[inst.key]?.at;
    if (due !== undefined && !inst.parts)
      add({ element: inst.task?.name ?? inst.element, open: true, due, date: dateOf(due) });
  }
  for (const t of Object.values(state.timers))
    if (t.kind === 'boundary') add({ element: t.boundary, open: true, due: t.at, date: dateOf(t.at) });
  const scopes = new Map<number, Key>([[0, '']]);
  for (const inst of Object.values(state.elements))
    if (inst.d > 0 && !scopes.has(inst.d)) scopes.set(inst.d, inst.scope);
  for (const [d, scope] of scopes) {
    for (const e of w.process(d).elements.values()) {
      if (seen.has(e.id)) continue;
      const timer =
        e.type === 'userTask'
          ? { term: e.term ?? defaultTerm }
          : e.type === 'intermediateCatchEvent' || e.type === 'boundaryEvent'
            ? e.triggers.timer
            : undefined;
      if (!timer) continue;
      const r = countTimer(
        w,
        { d, scope, activated: at },
        timer,
        e.type === 'userTask' ? {} : { time: ctx.calendar.messageTime },
      );
      if (r.ok)
        add({ element: e.id, open: false, due: r.value.at, date: r.value.date, ledger: r.value.ledger });
    }
  }
  return result;
}
