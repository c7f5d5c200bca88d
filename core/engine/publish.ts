// Messages and BPMN signals for other instances: name, correlation key and data worked out here, delivered by the host.
import type { Mapping, ThrownMessage } from '../../contract/index.ts';
import { addIsoDuration, parseIsoDuration } from '../calendar/index.ts';
import type { ElementInstance, Variables } from '../state.ts';
import { value } from './expressions.ts';
import { roundAt } from './flow.ts';
import { hopsGoRound, nextHop } from './hops.ts';
import { mapped } from './mappings.ts';
import type { Work } from './work.ts';

interface Publishing {
  message?: ThrownMessage | undefined;
  signal?: string | undefined;
  data?: readonly Mapping[] | undefined;
}

/** `code`: of the incident it is. */
type Answer = { ok: true } | { ok: false; code: 'EXPRESSION_ERROR' | 'ENDLESS_LOOP'; message: string };

/** Hands them to the host. @returns why not, and nothing is published. */
export function publish(w: Work, inst: ElementInstance, { message, signal, data = [] }: Publishing): Answer {
  if ((message || signal !== undefined) && hopsGoRound(w))
    return { ok: false, code: 'ENDLESS_LOOP', message: roundAt(inst) };
  const sent = mapped(w, inst.key, data);
  if (!sent.ok) return { ...sent, code: 'EXPRESSION_ERROR' };
  const withData: { data?: Variables } = data.length > 0 ? { data: sent.value } : {};
  if (message) {
    const key = message.key === undefined ? undefined : value(w, inst.key, message.key);
    if (key && !key.ok) return { ...key, code: 'EXPRESSION_ERROR' };
    w.fact({ type: 'message.thrown', name: message.name, element: inst.element });
    w.command({
      do: 'publish',
      kind: 'message',
      name: message.name,
      ...(key ? { key: JSON.stringify(key.value) } : {}),
      ...keptUntil(w, message.ttl),
      ...withData,
      ...nextHop(w),
    });
  }
  if (signal !== undefined) {
    w.fact({ type: 'signal.thrown', name: signal });
    w.command({ do: 'publish', kind: 'signal', name: signal, ...withData, ...nextHop(w) });
  }
  return { ok: true };
}

/** Until when it is kept where nobody waits for it. */
function keptUntil(w: Work, ttl: string | undefined): { until?: string } {
  const duration = ttl === undefined ? undefined : parseIsoDuration(ttl);
  const until = duration && addIsoDuration(w.ctx.calendar.zone, w.at, duration);
  return until === undefined ? {} : { until };
}
