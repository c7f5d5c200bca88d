/** Carries out commands in order within a lane; one lane never waits for another. */
import { CancellationScope, isCancellation } from '@temporalio/workflow';
import type { NumberedCommand } from './messages.ts';

export interface Lanes<C> {
  add(commands: NumberedCommand<C>[]): void;
  /** Gives up the commands this picks: those that wait are forgotten, those under way are cancelled. */
  cancel(picks: (command: C) => boolean): void;
  /** Commands without an answer, in order. */
  pending(): NumberedCommand<C>[];
  idle(): boolean;
  /** Never fulfilled; fails when carrying out a command fails in a way that was not foreseen. */
  defect: Promise<never>;
}

interface Entry<C> {
  command: NumberedCommand<C>;
  scope: CancellationScope;
  lane: string;
  done?: Promise<void>;
}

export function lanes<C>(
  laneOf: (command: C) => string,
  perform: (command: NumberedCommand<C>) => Promise<void>,
): Lanes<C> {
  const open = new Set<Entry<C>>();
  /** The newest of each lane. */
  const last = new Map<string, Entry<C>>();
  // Commands belong to the workflow, not to the update whose handler happened to issue them.
  const home = CancellationScope.current();
  let fail: (error: unknown) => void;
  const defect = new Promise<never>((_, reject) => {
    fail = reject;
  });

  // With nothing before it a command is begun at once, so that nobody finds it calm while it waits for its turn.
  const run = async (entry: Entry<C>, before: Entry<C> | undefined) => {
    if (before) await before.done;
    try {
      if (open.has(entry)) await entry.scope.run(() => perform(entry.command));
    } catch (error) {
      if (!isCancellation(error) || open.has(entry)) fail(error);
    } finally {
      open.delete(entry);
      if (last.get(entry.lane) === entry) last.delete(entry.lane);
    }
  };

  return {
    add(commands) {
      for (const command of commands) {
        const lane = laneOf(command.command);
        const scope = new CancellationScope({ cancellable: true, parent: home });
        const entry: Entry<C> = { command, scope, lane };
        const before = last.get(lane);
        open.add(entry);
        last.set(lane, entry);
        entry.done = run(entry, before);
      }
    },
    cancel(picks) {
      for (const entry of [...open]) {
        if (!picks(entry.command.command)) continue;
        open.delete(entry);
        entry.scope.cancel();
      }
    },
    pending: () => [...open].map(({ command }) => command),
    idle: () => open.size === 0,
    defect,
  };
}
