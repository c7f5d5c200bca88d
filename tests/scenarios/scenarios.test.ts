/** Every story in this folder, told to the engine in memory: all that must be true along the way is. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../cli/scenario-file.ts';
import { coreHost } from '../../core/scenario/core-host.ts';
import { carryOut, type Host, play, setupOf } from '../../core/scenario/index.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.scenario.yaml'));

describe('scenarios in core', () => {
  it.each(files)('%s holds', async (file) => {
    const { stage } = await loadScenario(`${folder}${file}`, root);

    const { failures } = carryOut(play(stage), coreHost(setupOf(stage)));

    expect(failures).toEqual([]);
  });

  it.each(['s1', 's2', 's3'])(
    '%s has the same facts when everything not durable is forgotten after each step',
    async (story) => {
      const { stage } = await loadScenario(`${folder}${story}.scenario.yaml`, root);

      const straight = carryOut(play(stage), coreHost(setupOf(stage)));
      const forgetful = carryOut(play(stage), forgettingAfterEachStep(coreHost(setupOf(stage))));

      expect(forgetful.facts).toEqual(straight.facts);
      expect(forgetful.messages).toEqual(straight.messages);
    },
  );
});

function forgettingAfterEachStep(host: Host): Host {
  return {
    ...host,
    advanceTo: (at) => {
      host.advanceTo(at);
      host.restartWorker();
    },
    act: (instance, act) => {
      const answer = host.act(instance, act);
      host.restartWorker();
      return answer;
    },
  };
}
