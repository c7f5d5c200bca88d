/** `speelruimte replay`: recorded histories go on with the workflows as they are, and it is said where one does not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { recordedHistories } from '../replay/recorded-history.ts';

const { History } = proto.temporal.api.history.v1;
const { EventType } = proto.temporal.api.enums.v1;
const recorded = fileURLToPath(new URL('../replay/histories/engine-1/tasks.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'speelruimte-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function program(...args: string[]) {
  const printed: string[] = [];
  const warned: string[] = [];
  const code = await main(args, {
    cwd: folder,
    out: (text) => printed.push(text),
    err: (text) => warned.push(text),
  });
  return { code, out: printed.join('\n'), err: warned.join('\n') };
}

/** The recorded history, in which something else happened where a timer was set. */
function changed(): string {
  const [, history] = recordedHistories().find(([name]) => name === 'engine-1/tasks.json') ?? [];
  if (!history) throw new Error('Expected a recorded history of tasks');
  const first = History.decode(Buffer.from(history.runs[0] ?? '', 'base64'));
  const event = first.events.find(({ timerStartedEventAttributes }) => timerStartedEventAttributes);
  if (!event) throw new Error('Expected a timer in it');
  const { workflowTaskCompletedEventId } = event.timerStartedEventAttributes ?? {};
  event.timerStartedEventAttributes = null;
  event.eventType = EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED;
  event.activityTaskScheduledEventAttributes = {
    activityId: '1',
    activityType: { name: 'another' },
    ...(workflowTaskCompletedEventId ? { workflowTaskCompletedEventId } : {}),
  };
  const runs = [Buffer.from(History.encode(first).finish()).toString('base64'), ...history.runs.slice(1)];
  const path = join(folder, 'changed.json');
  writeFileSync(path, JSON.stringify({ ...history, runs }));
  return path;
}

describe('replay', { timeout: 120_000 }, () => {
  let answer: Awaited<ReturnType<typeof program>>;
  beforeAll(async () => {
    answer = await program('replay', recorded);
  }, 120_000);

  it('ends with 0 where every run goes on', () => {
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(answer.out).toMatch(/^✓ .*tasks\.json: \S+ replays \(\d runs, \d+ events\)$/);
  });

  it('ends with 1 and tells the run and the event at which it goes another way', async () => {
    const { code, out } = await program('replay', changed(), '--json');

    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      runs: [
        {
          run: 1,
          ok: false,
          at: { event: expect.any(Number), type: 'ActivityTaskScheduled' },
          message: expect.stringContaining('does not handle this event'),
        },
        { run: 2, ok: true },
        { run: 3, ok: true },
      ],
    });
    expect((await program('replay', changed())).out).toMatch(
      /^✗ run 1 at event \d+, ActivityTaskScheduled$/m,
    );
  });

  it('ends with 2 for what is no history, and for one that cannot be read here', async () => {
    const none = join(folder, 'none.json');
    writeFileSync(none, '{}');
    const encrypted = join(folder, 'encrypted.json');
    const encoding = Buffer.from('binary/encrypted').toString('base64');
    writeFileSync(encrypted, JSON.stringify({ events: [{ payload: { metadata: { encoding } } }] }));

    expect(await program('replay', none)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Expected a recorded history'),
    });
    expect(await program('replay', encrypted)).toMatchObject({
      code: 2,
      err: expect.stringContaining('encrypted'),
    });
    expect(await program('replay', 'gone.json')).toMatchObject({ code: 2 });
  });
});
