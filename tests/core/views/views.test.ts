import { describe, expect, test } from 'vitest';
import type { Fact, FactBody } from '../../../contract/index.ts';
import { CommitmentView, InstanceView, RaisedView, TaskView } from '../../../contract/index.ts';
import { applyFact } from '../../../core/views/instance-view.ts';
import { gapBefore, noRows, project } from '../../../core/views/project.ts';

const AT = '2026-09-07T08:00:00.000Z';
type Told = FactBody & { at?: string; by?: string };
const story = (told: Told[]): Fact[] =>
  told.map((body, i) => ({ at: AT, instance: 'pi', ...body, n: i + 1 }) as Fact);
const begin: Told = {
  type: 'instance.started',
  process: 'T1',
  hash: 'h',
  engine: 1,
  element: 'n1',
  by: 'per_a',
};
const task = (key: string, name = 'n3'): Told => ({
  type: 'task.created',
  element: 'n3',
  key,
  task: name,
  roles: ['r'],
  owner: 'per_a',
  side: 'us',
});
const made = (id: string): Told => ({
  type: 'commitment.made',
  commitment: id,
  text: 't',
  owner: 'per_a',
  side: 'us',
  due: '2026-09-14',
});
const chase = (item: string): Told => ({
  type: 'chase.started',
  item,
  ladder: 'ORG',
  due: AT,
  rungs: [
    { rung: '-1', at: AT },
    { rung: '+1', at: AT },
  ],
});

const rowsOf = (...told: Told[]) => project(noRows, story([begin, ...told]));
const viewOf = (...told: Told[]) => rowsOf(...told).instance as InstanceView;

describe('the view of an instance', () => {
  test('shows where tokens are and how often each element and flow was walked', () => {
    const view = viewOf(
      { type: 'element.activated', element: 'n3', key: '1', scope: '' },
      { type: 'element.completed', element: 'n3', key: '1' },
      { type: 'flow.taken', flow: 'f', from: 'n3', to: 'n3' },
      { type: 'element.activated', element: 'n3', key: '2', scope: '' },
      { type: 'element.activated', element: 'n4', key: '3', scope: '2' },
      { type: 'element.skipped', element: 'n4', key: '3', why: 'x' },
    );

    expect(view.active).toEqual([{ key: '2', element: 'n3', scope: '', since: AT }]);
    expect(view.walked).toEqual({
      elements: {
        n3: { activated: 2, completed: 1, terminated: 0, skipped: 0, late: 0 },
        n4: { activated: 1, completed: 0, terminated: 0, skipped: 1, late: 0 },
      },
      flows: { f: 1 },
    });
  });

  test('stays as small after a thousand finished tasks, commitments, raised items and timers as before', () => {
    const round = (i: number): Told[] => [
      { type: 'element.activated', element: 'n3', key: `e${i}`, scope: '' },
      task(`e${i}`),
      made(`c${i}`),
      { type: 'raised', key: `r${i}`, to: 'p', role: 'manager', level: 'manager' },
      { type: 'timer.set', timer: `t${i}`, due: AT },
      { type: 'job.created', element: 'n6', key: `e${i}`, job: `j${i}`, jobType: 'record' },
      { type: 'incident.raised', incident: `i${i}`, element: 'n6', code: 'JOB_NO_RETRIES', message: 'm' },
      { type: 'capacity.held', capacity: 'free room' },
      { type: 'capacity.released', capacity: 'free room' },
      { type: 'incident.resolved', incident: `i${i}`, element: 'n6' },
      { type: 'job.completed', element: 'n6', key: `e${i}`, job: `j${i}` },
      { type: 'timer.fired', timer: `t${i}`, due: AT },
      { type: 'raised.closed', key: `r${i}`, why: 'answered' },
      {
        type: 'commitment.done',
        commitment: `c${i}`,
        side: 'us',
        due: '',
        originalDue: '',
        date: '2026-09-14',
      },
      { type: 'task.completed', element: 'n3', key: `e${i}`, task: 'n3' },
      { type: 'element.completed', element: 'n3', key: `e${i}` },
    ];
    const size = (rounds: number) =>
      JSON.stringify(viewOf(...Array.from({ length: rounds }, (_, i) => round(i)).flat())).length;

    expect(size(1_000) - size(1)).toBeLessThan(40);
  });

  test('knows that a pause may lie over a rest', () => {
    const rested: Told = { type: 'instance.rested', element: 'n15' };

    expect(viewOf(rested).status).toBe('resting');
    expect(viewOf(rested, { type: 'instance.paused' }, { type: 'instance.resumed' }).status).toBe('resting');
    expect(viewOf(rested, { type: 'instance.woken', element: 'n15' }).status).toBe('running');
    expect(viewOf({ type: 'instance.paused', until: '2026-10-01' })).toMatchObject({
      status: 'paused',
      pausedUntil: '2026-10-01',
    });
  });

  test('has nothing open once it was stopped, and its tasks, commitments and raised items are closed', () => {
    const rows = rowsOf(
      task('e1'),
      made('c1'),
      { type: 'raised', key: 'r1', to: 'p', role: 'manager', level: 'manager' },
      { type: 'instance.stopped', why: 'moved away', dropped: [] },
    );

    expect(rows.instance).toMatchObject({
      status: 'stopped',
      why: 'moved away',
      open: { tasks: [], commitments: [], raised: [] },
    });
    expect(rows.tasks.e1?.state).toBe('cancelled');
    expect(rows.commitments.c1).toMatchObject({ status: 'dropped', dropped: { why: 'moved away' } });
    expect(rows.raised.r1?.state).toBe('closed');
  });

  test('begins with instance.started and with nothing else', () => {
    expect(() => applyFact(undefined, story([task('e1')])[0] as Fact)).toThrow("'task.created'");
  });
});

describe('the view of an item', () => {
  test('a second visit of an element is a task of its own, and facts by name go to the one that is open', () => {
    const { tasks } = rowsOf(
      task('e1'),
      { type: 'task.completed', element: 'n3', key: 'e1', task: 'n3', outcome: 'again' },
      task('e2'),
      { type: 'item.handedOver', item: 'n3', to: 'per_b' },
    );

    expect(tasks.e1).toMatchObject({ id: 'pi/e1', state: 'completed', outcome: 'again', owner: 'per_a' });
    expect(tasks.e2).toMatchObject({ id: 'pi/e2', state: 'open', owner: 'per_b' });
  });

  test('shows the rungs still to come, rests them and takes them back', () => {
    const chased = (...more: Told[]) => rowsOf(made('c1'), chase('c1'), ...more).commitments.c1?.chase;
    const fired: Told = { type: 'chase.fired', item: 'c1', ladder: 'ORG', rung: '-1', due: AT };

    expect(chased(fired)).toMatchObject({ rungs: [{ rung: '+1' }], fired: 1, lastRung: '-1', rests: false });
    expect(chased({ type: 'chase.rested', item: 'c1', ladder: 'ORG' })).toMatchObject({ rests: true });
    expect(chased(fired, { type: 'chase.ended', item: 'c1', ladder: 'ORG', why: 'done' })).toBeUndefined();
  });

  test('a commitment that was moved keeps its first date, its reasons and its count', () => {
    const move = (count: number): Told => ({
      type: 'commitment.rePromised',
      commitment: 'c1',
      from: '2026-09-14',
      to: `2026-10-${10 + count}`,
      why: `reason ${count}`,
      count,
    });
    const { commitments } = rowsOf(made('c1'), ...Array.from({ length: 12 }, (_, i) => move(i + 1)));

    expect(commitments.c1).toMatchObject({
      status: 're-promised',
      due: '2026-10-22',
      originalDue: '2026-09-14',
      rePromises: 12,
    });
    expect(commitments.c1?.reasons).toHaveLength(10);
    expect(commitments.c1?.reasons.at(-1)?.why).toBe('reason 12');
  });

  test('says how its date was counted, and a promise whose date moved has the new one', () => {
    const due = (item: string): Told => ({
      type: 'due.set',
      item,
      due: AT,
      date: '2026-09-07',
      from: 'start',
      ledger: [{ date: '2026-09-07', counted: true, why: 'counted', n: 1 }],
    });
    const rows = rowsOf(task('e1'), made('c1'), due('n3'), due('c1'));

    expect(rows.tasks.e1?.due).toMatchObject({ from: 'start', ledger: [{ n: 1 }] });
    expect(rows.commitments.c1).toMatchObject({ due: '2026-09-07', originalDue: '2026-09-14' });
  });
});

test('all views fit the shapes of the contract', () => {
  const facts = story([
    begin,
    task('e1'),
    made('c1'),
    chase('c1'),
    { type: 'raised', key: 'r1', to: 'p', role: 'manager', level: 'manager' },
    { type: 'contact.logged', item: 'c1', outcome: 'reached', note: 'nice' },
    { type: 'item.offered', item: 'n3', to: 'per_b', due: AT },
  ]);
  const rows = project(noRows, facts);

  expect(InstanceView.parse(rows.instance)).toEqual(JSON.parse(JSON.stringify(rows.instance)));
  expect(TaskView.parse(rows.tasks.e1).offered).toEqual({ to: 'per_b', due: AT });
  expect(CommitmentView.parse(rows.commitments.c1).contacts).toMatchObject({ reached: 1 });
  expect(RaisedView.parse(rows.raised.r1).state).toBe('open');
});

test.each<[number, number[], number | undefined]>([
  [0, [1, 2, 3], undefined],
  [0, [2, 3], 1],
  [2, [1, 2, 3], undefined],
  [2, [1, 2], undefined],
  [2, [4], 3],
  [2, [3, 5], 4],
  [2, [1, 4], 3],
  [0, [], undefined],
])('after number %i, facts %j lack %s', (n, numbers, missing) => {
  const facts = numbers.map((number) => ({ ...story([begin])[0], n: number }) as Fact);

  expect(gapBefore(n, facts)).toBe(missing);
});
