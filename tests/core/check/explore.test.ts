// Playing a drawing: what can be reached, what waits for ever, and when nothing certain can be said.
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { check, explore, MAX_STATES, modelOf } from '../../../core/check/index.ts';
import {
  boundary,
  decide,
  draw,
  end,
  outcomes,
  race,
  some,
  split,
  start,
  sub,
  task,
  wait,
} from './drawing.ts';

const play = (drawing: Definition, scope = '', chosenByPeople = false) =>
  explore(modelOf(drawing), scope, { chosenByPeople });
const x = { variables: { x: 1 } };

describe('exploring', () => {
  it('finds the story that leaves a join waiting, as flows that follow each other', () => {
    const drawing = draw(
      [
        start(),
        split('s'),
        task('a', { outcomes: outcomes('yes', 'no') }),
        task('b'),
        split('j'),
        end(),
        end('not'),
      ],
      'start > s > a; a > j [yes]; a > not [no]; s > b > j > end',
    );

    const { complete, fired, stuck } = play(drawing, '', true);

    expect(complete).toBe(true);
    expect([...fired]).toEqual(['j']);
    expect(stuck.map(({ element }) => element)).toEqual(['j']);
    const path = stuck[0]?.path ?? [];
    const flows = path.map((id) => drawing.flows.find((flow) => flow.id === id));
    expect(path).toContain('a-not-no-');
    expect(path).toContain('b-j');
    const taken = new Set(['start']);
    for (const flow of flows) {
      expect(taken.has(flow?.from ?? '')).toBe(true);
      taken.add(flow?.to ?? '');
    }
  });

  it('leaves out turns that data decides when only people may choose', () => {
    const drawing = draw(
      [start(), split('s'), decide('g'), task('b'), split('j'), end(), end('not')],
      'start > s > g; g > j {x = 1}; g > not *; s > b > j > end',
      x,
    );

    expect(play(drawing, '', false).stuck).toHaveLength(1);
    expect(play(drawing, '', true).stuck).toEqual([]);
  });

  it('lets an inclusive join wait for those paths only that may still come', () => {
    const drawing = draw(
      [start(), some('s'), task('a'), task('b'), task('c'), some('j'), end()],
      'start > s; s > a {x = 1}; s > b {x = 2}; s > c *; a > j > end; b > j; c > j',
      x,
    );

    const { complete, fired, stuck, twice } = play(drawing);

    expect({ complete, fired: [...fired], stuck, twice }).toEqual({
      complete: true,
      fired: ['j'],
      stuck: [],
      twice: [],
    });
  });

  it('takes one path of a race, and of a boundary event that interrupts', () => {
    const drawing = draw(
      [
        start(),
        race('r'),
        wait('w'),
        wait('v'),
        task('a'),
        boundary('b', { attachedTo: 'a' }),
        decide('m'),
        end(),
      ],
      'start > r > w > a > m; r > v > m; b > m > end',
    );

    expect(play(drawing).twice).toEqual([]);
  });

  it('stops at an end that terminates', () => {
    const drawing = draw(
      [
        start(),
        split('s'),
        task('a'),
        task('b', { outcomes: outcomes('yes', 'no') }),
        split('j'),
        end(),
        end('stop', { end: 'terminate' }),
      ],
      'start > s > a > j > end; s > b; b > j [yes]; b > stop [no]',
    );

    // With b first everything ends; with a first its path waits at the join until b stops it.
    expect(play(drawing).stuck).toEqual([]);
  });

  it('looks inside each sub-process on its own', () => {
    const drawing = draw(
      [
        start(),
        sub('s'),
        end(),
        ...[start('in'), decide('d'), task('a'), task('b'), split('j'), end('out')].map((one) => ({
          ...one,
          parent: 's',
        })),
      ],
      'start > s > end; in > d; d > a {x = 1}; d > b *; a > j > out; b > j',
      x,
    );

    expect(play(drawing).visited.size).toBe(0);
    expect([...play(drawing, 's').visited]).toEqual(['j']);
    expect(play(drawing, 's').fired.size).toBe(0);
  });

  it('goes round a loop without end', () => {
    const drawing = draw(
      [start(), split('s'), task('a'), wait('w'), decide('g'), end(), end('b')],
      'start > s > a > end; s > w > g; g > w {x = 1}; g > b *',
      x,
    );

    expect(play(drawing)).toMatchObject({ complete: true, stuck: [], twice: [] });
  });

  it('says nothing certain about a drawing that makes ever more paths', () => {
    const drawing = draw(
      [start(), split('s'), decide('m'), task('a'), end()],
      'start > m > s > a > m; s > end',
    );
    const growing = draw(
      [start(), decide('m'), split('s'), wait('w'), split('j'), end()],
      'start > m > s > m; s > w > j > end; s > j',
      x,
    );

    expect(play(drawing).complete).toBe(true);
    expect(play(growing).complete).toBe(false);
    expect(check(growing).filter(({ rule }) => rule === 'join-never-completes')).toEqual([]);
  });

  it('gives up beyond its limit, and then says nothing certain', () => {
    const branches = Array.from({ length: 14 }, (_, i) => task(`t${i}`, { outcomes: outcomes('yes', 'no') }));
    const drawing = draw(
      [start(), split('s'), ...branches, split('j'), end(), end('not')],
      `start > s; j > end; ${branches.map(({ id }) => `s > ${id}; ${id} > j [yes]; ${id} > not [no]`).join('; ')}`,
    );

    const { complete, states } = play(drawing);

    expect({ complete, states }).toEqual({ complete: false, states: MAX_STATES });
    expect(check(drawing).map(({ rule }) => rule)).not.toContain('join-never-completes');
  });

  it('draws long rows together, so that wide splits of long paths stay small', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [task(`a${i}`), task(`b${i}`), task(`c${i}`)]);
    const drawing = draw(
      [start(), split('s'), ...rows.flat(), split('j'), end()],
      `start > s; j > end; ${rows.map((row) => `s > ${row.map(({ id }) => id).join(' > ')} > j`).join('; ')}`,
    );

    const { complete, states, stuck } = play(drawing);

    expect({ complete, stuck }).toEqual({ complete: true, stuck: [] });
    expect(states).toBeLessThan(10);
  });
});
