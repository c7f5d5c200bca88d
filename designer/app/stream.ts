/** What changes on the server, as it changes: server-sent events read with fetch, taken up again where they broke off. */
import { useSyncExternalStore } from 'react';
import type { Change } from '../../contract/index.ts';
import { queryOf } from './api.ts';
import { credentials } from './session.ts';

type Heard = (change: Change) => void;

/** Longer than two heartbeats of silence means the line is dead. */
const SILENCE_MS = 40_000;
const LONGEST_PAUSE_MS = 10_000;

let connected: boolean | undefined;
const watchers = new Set<() => void>();

function setConnected(now: boolean): void {
  if (connected === now) return;
  connected = now;
  for (const watcher of watchers) watcher();
}

/** False while the server cannot be reached; undefined before the first try. */
export const useConnected = (): boolean | undefined =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => connected,
  );

/**
 * Listens to real work, or to one rehearsal, until the returned function is called. `again` is called when the line comes back
 * after a break.
 */
export function listenToChanges(world: string | undefined, heard: Heard, again: () => void): () => void {
  const stop = new AbortController();
  void keepListening(world, heard, again, stop.signal);
  return () => stop.abort();
}

async function keepListening(
  world: string | undefined,
  heard: Heard,
  again: () => void,
  stop: AbortSignal,
): Promise<void> {
  let cursor: string | undefined;
  let pause = 500;
  let broken = false;
  while (!stop.aborted) {
    try {
      await readOnce(world, cursor, stop, (event) => {
        cursor = event.id ?? cursor;
        pause = 500;
        if (broken) again();
        broken = false;
        setConnected(true);
        if (event.name && event.name !== 'start' && event.data) heard(JSON.parse(event.data) as Change);
      });
    } catch {
      if (stop.aborted) return;
      setConnected(false);
    }
    broken = true;
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

interface SentEvent {
  id?: string;
  name?: string;
  data?: string;
}

async function readOnce(
  world: string | undefined,
  after: string | undefined,
  stop: AbortSignal,
  on: (event: SentEvent) => void,
): Promise<void> {
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(), SILENCE_MS);
  try {
    const response = await fetch(`/v1/stream${queryOf({ world })}`, {
      headers: {
        Accept: 'text/event-stream',
        ...credentials('GET'),
        ...(after === undefined ? {} : { 'Last-Event-ID': after }),
      },
      credentials: 'same-origin',
      signal: AbortSignal.any([stop, silent.signal]),
    });
    if (!response.ok || !response.body) throw new Error(`Status ${response.status}`);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), SILENCE_MS);
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) on(readEvent(block));
    }
  } finally {
    clearTimeout(timer);
  }
}

/** One block of lines of an event stream. */
export function readEvent(block: string): SentEvent {
  const event: SentEvent = {};
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^(id|event|data): ?(.*)$/.exec(line) ?? [];
    if (field === 'id') event.id = value;
    if (field === 'event') event.name = value;
    if (field === 'data') event.data = event.data === undefined ? value : `${event.data}\n${value}`;
  }
  return event;
}
