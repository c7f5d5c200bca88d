/** Checking beside the page: one drawing at a time, the newest next, and never without an answer. */
import { describe, expect, test, vi } from 'vitest';
import { drawingOf } from '../../../bench/drawing.ts';
import { check } from '../../../core/check/index.ts';
import type { Asked } from '../../../designer/processes/check-worker.ts';
import { Checker } from '../../../designer/processes/checker.ts';

const drawing = (name: string) => ({ ...drawingOf(20), name: { nl: name, en: name } });

/** Stands for the worker: answers when it is told to. */
function elsewhere() {
  const asked: Asked[] = [];
  let answer: (given: { n: number; findings: [] }) => void = () => {};
  let fail: () => void = () => {};
  let opened = 0;
  const checker = new Checker(() => {
    opened += 1;
    return {
      ask: (what) => void asked.push(what),
      onAnswer: (does) => {
        answer = does;
      },
      onFailure: (does) => {
        fail = does;
      },
    };
  });
  return {
    checker,
    asked,
    opened: () => opened,
    answer: () => answer({ n: asked.at(-1)?.n ?? 0, findings: [] }),
    fail: () => fail(),
  };
}

describe('checking beside the page', () => {
  test('of drawings that wait only the last is checked', () => {
    const { checker, asked, answer } = elsewhere();
    const told: string[] = [];

    for (const name of ['a', 'b', 'c']) checker.check(drawing(name), {}, () => told.push(name));
    answer();
    answer();

    expect(asked.map(({ definition }) => definition.name)).toEqual([
      { nl: 'a', en: 'a' },
      { nl: 'c', en: 'c' },
    ]);
    expect(told).toEqual(['a', 'c']);
  });

  test('where it breaks the page checks the last one itself, and asks elsewhere again the next time', async () => {
    const { checker, fail, opened } = elsewhere();
    const told: unknown[] = [];

    checker.check(drawing('a'), {}, () => told.push('a'));
    checker.check(drawing('b'), {}, (findings) => told.push(findings));
    fail();
    checker.check(drawing('c'), {}, () => told.push('c'));

    await vi.waitFor(() => expect(told).toEqual([check(drawing('b'), {})]));
    expect(opened()).toBe(2);
  });
});
