// What was played is kept as a scenario that holds, on every reader of scenarios, until the process goes another way.
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { playInCore } from '../../../cli/hosts/core.ts';
import { Definition } from '../../../contract/index.ts';
import { toTheEnd } from '../../../core/explore/search.ts';
import type { Json } from '../../../core/state.ts';
import { Dice } from '../../../core/trying/dice.ts';
import {
  coverageOf,
  Drawings,
  Playing,
  placesOf,
  running,
  seenIn,
  stageToPlay,
  writeScenario,
} from '../../../core/trying/index.ts';
import { beginning, whatNext } from '../../../core/trying/what-next.ts';
import { templateFiles } from '../../../templates/index.ts';
import { draw, end, outcomes, start, task, wait } from '../check/drawing.ts';
import { stageFor } from '../scenario/support.ts';

const AT = '2026-01-12T09:00:00.000Z';
const template = (name: string): Definition =>
  Definition.parse(templateFiles().find((one) => (one as { id: string }).id === name));

/** A story by chance, as far as it goes. */
function playedAtRandom(definition: Definition, seed: number, most: number): Playing {
  const chance = { drawings: new Drawings(definition, []), dice: new Dice(seed) };
  const playing = new Playing(stageToPlay({ definition, at: AT }));
  for (let n = 0, item = beginning(chance, playing); n < most && item; n += 1) {
    playing.play(item);
    if (playing.state?.status !== 'running') break;
    item = whatNext(chance, playing) ?? { at: playing.now };
  }
  return playing;
}

const written = (playing: Playing, process: string) =>
  writeScenario({ title: 'Kept', process, stage: playing.stage, items: playing.items }) as unknown as {
    [key: string]: Json;
  };

const simple = draw(
  [
    start(),
    task('ask', { outcomes: outcomes('yes', 'no') }),
    wait('w'),
    task('thank', { roles: ['supporter'] }),
    end('done'),
    end('not'),
  ],
  'start > ask; ask > w [yes]; ask > not [no]; w > thank > done',
);

function playedThrough(outcome: 'yes' | 'no'): Playing {
  const playing = new Playing(stageToPlay({ definition: simple, at: AT }));
  playing.play({ start: { by: 'coordinator' } });
  playing.play({ complete: { task: 'ask', outcome } });
  return playing;
}

describe('a step', () => {
  it('is taken back with all that came of it, as far as one likes', () => {
    const playing = playedThrough('yes');
    const [before, facts] = [playing.world.snapshot(), playing.facts.length];
    playing.play({ at: '2026-02-02T09:00' });
    playing.play({ complete: { task: 'thank' } });
    expect(playing.state?.status).toBe('ended');

    playing.back();
    playing.back();

    expect(playing.world.snapshot()).toBe(before);
    expect(playing.facts).toHaveLength(facts);
    playing.back();
    playing.back();
    expect(playing.items).toEqual([{ start: { by: 'coordinator' } }]);
  });

  it('that is refused changes nothing and is not part of the story', () => {
    const playing = playedThrough('yes');
    const before = playing.world.snapshot();

    expect(playing.play({ complete: { task: 'thank' } })?.code).toBe('NOT_FOUND');
    expect(playing.play({ complete: { task: 'nobody knows' } })).toBeDefined();
    expect(playing.world.snapshot()).toBe(before);
    expect(playing.items).toHaveLength(2);
  });
});

describe('a kept scenario', () => {
  it.each(['T1', 'T2', 'T7', 'T12'])(
    'of %s holds, in the browser and as a file',
    (name) => {
      const definition = template(name);
      for (let seed = 1; seed <= 6; seed += 1) {
        const playing = playedAtRandom(definition, seed, 20);
        const scenario = written(playing, name);

        const ran = toTheEnd(running(definition, scenario));
        expect({ ...ran, facts: [] }, `seed ${seed}`).toEqual({ ok: true, failures: [], facts: [] });
        const file = playInCore(stageFor(stringify(scenario), { [name]: definition }));
        expect(file.failures).toEqual([]);
        expect(file.facts).toHaveLength(playing.facts.length);
      }
    },
    60_000,
  );

  it('says which step no longer holds, what was expected and what came', () => {
    const playing = playedThrough('yes');
    const changed = draw(
      [
        start(),
        task('ask', { outcomes: outcomes('yes', 'no') }),
        wait('w'),
        task('other'),
        end('done'),
        end('not'),
      ],
      'start > ask; ask > other [yes]; ask > not [no]; other > w > done',
    );

    const ran = toTheEnd(running(changed, written(playing, 'p')));

    expect(ran.ok).toBe(false);
    expect(ran.failures[0]).toMatchObject({ line: 2, step: 'expect open', got: 'open: other' });
  });

  it('says at which step something is named that is gone', () => {
    const playing = playedThrough('yes');
    const changed = draw([start(), task('quite'), end()], 'start > quite > end');

    const ran = toTheEnd(running(changed, written(playing, 'p')));

    expect(ran.ok).toBe(false);
    expect(ran.invalid?.[0]).toMatchObject({ line: 1, message: expect.stringContaining('ask') });
  });
});

describe('coverage', () => {
  it('counts elements, flows, timers and rungs over all stories together, each once', () => {
    const places = placesOf(simple);
    const no = seenIn(playedThrough('no').facts, simple);
    const through = playedThrough('yes');
    const until = through.facts.length;
    through.play({ at: '2026-02-27T18:00' });
    const yes = seenIn(through.facts, simple);

    expect(coverageOf(places, []).share).toBe(0);
    expect(coverageOf(places, [no]).parts).toMatchObject({
      elements: { seen: 3, all: 6 },
      flows: { seen: 2, all: 5 },
      timers: { seen: 0, all: 1 },
    });
    expect(coverageOf(places, [seenIn(through.facts.slice(0, until), simple), no]).parts.timers.seen).toBe(0);
    const both = coverageOf(places, [no, yes, yes]);
    expect(both.parts.timers).toEqual({ seen: 1, all: 1 });
    expect(both.parts.rungs.seen).toBeGreaterThan(0);
    expect(both.missed).toEqual(['done', expect.stringContaining('thank')]);
    expect(Object.keys(both.missedRungs)).toContain('ask');
  });

  it('never falls when a story is added, and is never more than all', () => {
    const definition = template('T1');
    const places = placesOf(definition);
    const seen = [];
    let last = 0;
    for (let seed = 1; seed <= 8; seed += 1) {
      seen.push(seenIn(playedAtRandom(definition, seed, 25).facts, definition));
      const { share, parts } = coverageOf(places, seen);
      expect(share).toBeGreaterThanOrEqual(last);
      for (const { seen: some, all } of Object.values(parts)) expect(some).toBeLessThanOrEqual(all);
      last = share;
    }
    expect(last).toBeGreaterThan(0.3);
  }, 30_000);
});
