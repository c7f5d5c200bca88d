/** Holds how work is sorted into days, whose turn it is, and what is said when nothing is due. */
import { describe, expect, test } from 'vitest';
import { byDay, groupOf, isAround, isTurnOf } from '../../designer/work/by-day.ts';
import { commitmentItem, matches, readItemId, taskItem, type WorkItem } from '../../designer/work/item.ts';

const me = { person: 'per_noor', roles: ['coordinator'] };
/** A Wednesday. */
const today = '2026-11-25';

type TaskView = Parameters<typeof taskItem>[0];
type CommitmentView = Parameters<typeof commitmentItem>[0];

const task = (more: Partial<TaskView> = {}): WorkItem =>
  taskItem(
    {
      id: 'pi_1/3',
      instance: 'pi_1',
      name: 'n3',
      title: { nl: 'Eerste contact', en: 'First contact' },
      side: 'us',
      roles: ['coordinator', 'supporter'],
      owner: 'per_noor',
      late: false,
      createdAt: '2026-11-23T10:00:00.000Z',
      ...more,
    } as TaskView,
    'nl',
  );
const due = (date: string) => ({ due: { at: `${date}T16:00:00.000Z`, date } });
const promise = (more: Partial<CommitmentView> = {}): WorkItem =>
  commitmentItem({
    id: 'pi_1/c1',
    instance: 'pi_1',
    commitment: 'c1',
    text: 'plot map',
    owner: 'per_noor',
    side: 'us',
    due: '2026-11-27',
    status: 'open',
    madeAt: '2026-11-20T10:00:00.000Z',
    ...more,
  } as CommitmentView);

describe('whose turn it is', () => {
  test('what is theirs, what was offered to them, and what whoever has their role may take on', () => {
    expect(isTurnOf(me, task())).toBe(true);
    expect(isTurnOf(me, task({ owner: 'per_sam', offered: { to: 'per_noor' } }))).toBe(true);
    expect(isTurnOf(me, task({ owner: undefined }))).toBe(true);
  });

  test('not what a colleague has, what is not for their role, and what initiators carry', () => {
    expect(isTurnOf(me, task({ owner: 'per_sam' }))).toBe(false);
    expect(isTurnOf(me, task({ claimed: 'per_sam' }))).toBe(false);
    expect(isTurnOf(me, task({ owner: undefined, roles: ['manager'] }))).toBe(false);
    expect(isTurnOf(me, task({ owner: undefined, side: 'initiator' }))).toBe(false);
  });

  test('somebody with a role in an initiative is around it, a stranger is not', () => {
    expect(isAround(me, { coordinator: ['per_noor'] })).toBe(true);
    expect(isAround(me, { supporter: ['per_sam'] })).toBe(false);
    expect(isAround({ person: undefined, roles: [] }, { supporter: ['per_sam'] })).toBe(false);
  });
});

describe('work by day', () => {
  test.each([
    ['2026-11-24', 'late'],
    ['2026-11-25', 'today'],
    ['2026-11-26', 'week'],
    ['2026-11-29', 'week'],
    ['2026-11-30', 'later'],
  ])('on Wednesday 25 November what is due %s stands under "%s"', (date, group) => {
    expect(groupOf(task(due(date)), me, today)).toBe(group);
  });

  test('what the engine calls late is late, also on its own day', () => {
    expect(groupOf(task({ ...due(today), late: true }), me, today)).toBe('late');
    expect(groupOf(promise({ status: 'late', due: today }), me, today)).toBe('late');
  });

  test('a question to take something over is for today, work without a day for later', () => {
    const asked = task({ owner: 'per_sam', offered: { to: 'per_noor' }, ...due('2026-12-24') });

    expect(groupOf(asked, me, today)).toBe('today');
    expect(groupOf(task(), me, today)).toBe('later');
  });

  test('what others carry waits, however late it is', () => {
    expect(groupOf(task({ owner: 'per_sam', late: true }), me, today)).toBe('waiting');
    expect(groupOf(promise({ owner: 'per_ada', side: 'initiator' }), me, today)).toBe('waiting');
  });

  test('in each group the earliest due comes first, and what has no day last', () => {
    const [none, late, early] = [
      task({ id: 'pi_1/1' }),
      task({ id: 'pi_1/2', ...due('2026-12-24') }),
      task({ id: 'pi_1/3', ...due('2026-12-03') }),
    ];

    expect(byDay([none, late, early], me, today).later.map(({ id }) => id)).toEqual([
      'task:pi_1/3',
      'task:pi_1/2',
      'task:pi_1/1',
    ]);
  });
});

describe('searching work', () => {
  const garden = { words: { title: 'De Groene Kring', place: 'Soesterkwartier' } } as Parameters<
    typeof matches
  >[2];
  const name = () => 'Noor van Dijk';

  test('finds all words in what it is, where, and with whom, ignoring case', () => {
    expect(matches(task(), 'eerste groene', garden, name)).toBe(true);
    expect(matches(task(), 'SOESTER noor', garden, name)).toBe(true);
    expect(matches(task(), 'eerste koor', garden, name)).toBe(false);
  });
});

test('what the address bar names is read back, and nothing else', () => {
  expect(readItemId('task:pi_1/n9.confirm')).toEqual({ kind: 'task', view: 'pi_1/n9.confirm' });
  expect(readItemId('elsewhere:pi_1/3')).toBeUndefined();
});
