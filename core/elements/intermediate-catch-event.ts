// Intermediate catch event: waits for a moment, a message, a signal or a condition; with several, the first one wins.
import { condition } from '../engine/expressions.ts';
import { complete, incident } from '../engine/flow.ts';
import { announceAhead } from '../engine/look-ahead.ts';
import { subscribeTo } from '../engine/subscriptions.ts';
import { countTimer } from '../engine/terms.ts';
import { setTimer } from '../engine/timers.ts';
import type { Behaviour } from './behaviour.ts';

export const intermediateCatchEvent: Behaviour<'intermediateCatchEvent'> = {
  waits: true,
  activate(w, inst, element) {
    const { timer, condition: when, message, signal, link } = element.triggers;
    if (link !== undefined) return complete(w, inst.key);
    if (when !== undefined) {
      const r = condition(w, inst.scope, when);
      if (!r.ok)
        return incident(w, inst, 'CONDITION_ERROR', `${r.message} ('${element.id}')`, {
          kind: 'activate',
          key: inst.key,
        });
      if (r.value) return complete(w, inst.key, 'condition');
    }
    if (message || signal !== undefined) subscribeTo(w, inst, element.triggers);
    if (!timer) return;
    const r = countTimer(w, { d: inst.d, scope: inst.scope, activated: inst.since }, timer, {
      time: w.ctx.calendar.messageTime,
    });
    if (!r.ok)
      return incident(w, inst, 'TERM_ERROR', `${r.message} ('${element.id}')`, {
        kind: 'activate',
        key: inst.key,
      });
    // A planned moment that has passed opens what comes after it at once.
    if (r.value.at <= w.at) return complete(w, inst.key, 'timer');
    setTimer(w, inst.key, r.value.at, { kind: 'wait', key: inst.key }, element.id);
    w.fact({
      type: 'due.set',
      item: element.id,
      element: element.id,
      due: r.value.at,
      date: r.value.date,
      from: r.value.from,
      ledger: r.value.ledger,
    });
    announceAhead(w, inst.d, element.id, inst.scope, r.value.at);
  },
};
