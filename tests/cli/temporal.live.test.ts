/** The same stories on a real Temporal server: the facts of the core, one by one. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../cli/scenario-file.ts';
import { definition, stageFor, visit } from '../core/scenario/support.ts';
import { tellBoth } from './support/both-hosts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('a scenario on a real server has the facts and messages of the core', { timeout: 240_000 }, () => {
  it.each(['s1', 's2', 's3', 's9', 'waiting-list', 'monthly-report', 'report-silence'])(
    '%s',
    async (name) => {
      const { stage } = await loadScenario(`tests/scenarios/${name}.scenario.yaml`, root);

      const { facts } = await tellBoth(stage);

      expect(facts.length).toBeGreaterThan(100);
    },
  );

  it('with somebody who wants to be reached another way', async () => {
    await tellBoth(
      stageFor(`process: visit
people: { initiator: { name: Ada, mail: ada@example.org, sms: "0612" }, supporter: Bo }
steps:
  - at: "2026-09-01T10:00"
    start: { by: Bo }
  - complete: { task: ask, by: Bo }
  - complete: { task: agree, by: Bo, data: { commitments: [ { text: open the hall, owner: initiator, due: "2026-09-11" } ] } }
  - complete: { task: agree.confirm, by: Ada }
  - changeChannel: { person: initiator, to: sms, by: Ada }
  - at: "2026-09-16T10:00"
    expect: [ { mail: { to: Ada, about: open the hall, channel: sms, count: 1 } } ]
`),
    );
  });

  it('with jobs the story answers, several instances, a restart of the worker, looking ahead and being refused', async () => {
    const call = definition({
      ...visit,
      id: 'call',
      elements: [
        { id: 'start', type: 'startEvent' },
        { id: 'ring', type: 'userTask', roles: ['supporter'] },
        { id: 'over', type: 'endEvent', outcome: 'rung' },
      ],
      flows: [
        { id: 'g1', from: 'start', to: 'ring' },
        { id: 'g2', from: 'ring', to: 'over' },
      ],
      forms: [],
    });
    const stage = stageFor(
      `process: visit
people: { initiator: Ada, supporter: Bo }
given: { capacities: { places: { total: 3, used: 1 } } }
steps:
  - at: "2026-09-01T10:00"
    start: { by: Bo, as: first }
  - publish: { process: call }
  - start: { process: call, as: second }
  - expect: [ { open: ring }, { capacity: { name: places, used: 1, total: 3 } } ]
  - in: first
    complete: { task: ask, by: Bo }
  - in: first
    complete: { task: agree, by: Bo, data: { commitments: [ { text: open the hall, owner: initiator, due: "2026-09-11" } ] } }
  - restart: worker
  - in: first
    expect: [ { due: { element: agree.confirm, on: "2026-09-08" } }, { task: { name: agree.confirm, owner: Ada } } ]
  - in: first
    refused: { step: { complete: { task: ask, by: Bo } }, code: INVALID_STATE }
  - in: first
    refused: { step: { rePromise: { commitment: open the hall, due: "2026-09-20", by: Ada } }, code: INVALID_ARGUMENT }
  - in: first
    complete: { task: agree.confirm, by: Ada }
  - in: first
    expect: [ { where: look } ]
  - in: first
    job: { element: look, complete: { rooms: 2 } }
  - complete: { task: ring, in: second }
  - expect:
      - { in: first, ended: all-done }
      - { in: first, variable: { found: { rooms: 2 } } }
      - { in: second, ended: rung, open: [] }
  - at: "2026-09-20T10:00"
    expect: [ { in: first, mail: { to: Ada, about: open the hall, on: "2026-09-16", mentions: [ hall ] } } ]
`,
      { visit, call },
    );

    await tellBoth(stage);
  });
});
