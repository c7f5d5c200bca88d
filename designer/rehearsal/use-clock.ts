/** Turns the clock of a rehearsal, and tells what happened on the way. */
import { useState } from 'react';
import type { z } from 'zod';
import type { Jumped } from '../../contract/api/worlds.ts';
import { ask, queryOf, send } from '../app/api.ts';
import { type MessageRow, queryClient, type Task, type World } from '../app/queries.ts';

export interface Happened {
  from: string;
  to: string;
  /** Oldest first. */
  messages: MessageRow[];
  /** Work that opened, and work that became late. */
  opened: Task[];
  late: Task[];
}

export interface Clock {
  busy: boolean;
  error: unknown;
  happened: Happened | undefined;
  forget(): void;
  /** To a local moment (`2026-04-16T09:00`) or an instant. False when it was refused. */
  turnTo(moment: string): Promise<boolean>;
  /** To the next moment at which something happens, with everything that happens at it. Nothing when nothing will. */
  turnToNext(): Promise<string | undefined>;
}

/** Messages told of a turn; longer turns lead to the list of all. */
const MOST = 100;

const openTasks = async (world: string): Promise<Task[]> =>
  (await ask<{ items: Task[] }>(`/tasks${queryOf({ world, limit: 500 })}`)).items;

const messagesAfter = async (world: string, at: string): Promise<MessageRow[]> =>
  (await ask<{ items: MessageRow[] }>(`/messages${queryOf({ world, limit: MOST })}`)).items
    .filter((one) => one.at > at)
    .reverse();

export function useClock({ id, at }: World): Clock {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [happened, setHappened] = useState<Happened>();

  const jump = (body: object) => send<z.infer<typeof Jumped>>(`/worlds/${id}/jump`, body);

  async function turn<T>(work: () => Promise<{ at: string; result: T }>): Promise<T | undefined> {
    setBusy(true);
    setError(undefined);
    try {
      const before = new Map((await openTasks(id)).map((task) => [task.id, task]));
      const { at: now, result } = await work();
      const [messages, after] = await Promise.all([messagesAfter(id, at), openTasks(id)]);
      setHappened({
        from: at,
        to: now,
        messages,
        opened: after.filter((task) => !before.has(task.id)),
        late: after.filter((task) => task.side === 'us' && task.late && before.get(task.id)?.late !== true),
      });
      await queryClient.invalidateQueries();
      return result;
    } catch (problem) {
      setError(problem);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  return {
    busy,
    error,
    happened,
    forget: () => setHappened(undefined),
    turnTo: async (to) => (await turn(async () => ({ ...(await jump({ to })), result: true }))) === true,
    turnToNext: () =>
      turn(async () => {
        const { at: next, moments } = await jump({});
        if (moments.length === 0) return { at: next, result: '' };
        // Everything of that moment, not only the first thing.
        await jump({ to: next });
        return { at: next, result: next };
      }),
  };
}
