/** Told every story of tests/scenarios: what the views show as open is, after every step, what the engine's state holds. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadScenario } from '../../../cli/scenario-file.ts';
import { CommitmentView, InstanceView, RaisedView, TaskView } from '../../../contract/index.ts';
import { outstanding, type State } from '../../../core/index.ts';
import { coreHost } from '../../../core/scenario/core-host.ts';
import { carryOut, type Host, play, setupOf } from '../../../core/scenario/index.ts';
import { noRows, project, type Rows } from '../../../core/views/project.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = `${root}tests/scenarios/`;
const files = readdirSync(folder).filter((file) => file.endsWith('.scenario.yaml'));

const sorted = <T>(list: T[]) => [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** What is open according to the engine. */
function inState(state: State) {
  if (state.status !== 'running')
    return { status: state.status, tasks: [], commitments: [], raised: [], incidents: [], active: [] };
  const { tasks, commitments, raised, incidents } = outstanding(state);
  const resting = state.resting !== undefined;
  return {
    status: state.paused ? 'paused' : resting ? 'resting' : 'running',
    tasks: sorted(
      tasks
        .filter(({ task }) => task.owner !== undefined)
        .map(({ key, task }) => [key, task.name, task.owner, task.due, task.late ?? false, task.meeting?.at]),
    ),
    commitments: sorted(
      commitments.map(({ id, owner, due, originalDue, status, rePromises }) => [
        id,
        owner,
        due,
        originalDue,
        status,
        rePromises,
      ]),
    ),
    raised: sorted(raised.map(({ key, to }) => [key, to])),
    incidents: sorted(incidents.map(({ key, code }) => [key, code])),
    // Parts of a per-person task, and what ladders ask for, are tasks, not tokens.
    active: sorted(
      Object.values(state.elements)
        .filter(({ whole, task }) => whole === undefined && task?.about === undefined)
        .map(({ key, element }) => [key, element]),
    ),
  };
}

/** What is open according to the views. */
function inViews({ instance, tasks, commitments, raised }: Rows) {
  const view = instance as InstanceView;
  const open = Object.values(tasks).filter(({ state }) => state === 'open');
  const promised = Object.values(commitments).filter(
    ({ status }) => status !== 'done' && status !== 'dropped',
  );
  // The instance document and the rows must not tell two stories.
  expect(sorted(view.open.tasks.map(({ key }) => key))).toEqual(sorted(open.map(({ key }) => key)));
  expect(sorted(view.open.commitments)).toEqual(sorted(promised.map(({ commitment }) => commitment)));
  return {
    status: view.status,
    tasks: sorted(
      open.map(({ key, name, owner, due, late, meeting }) => [key, name, owner, due?.at, late, meeting?.at]),
    ),
    commitments: sorted(
      promised.map(({ commitment, owner, due, originalDue, status, rePromises }) => [
        commitment,
        owner,
        due,
        originalDue,
        status,
        rePromises,
      ]),
    ),
    raised: sorted(view.open.raised.map((key) => [key, raised[key]?.to])),
    incidents: sorted(view.open.incidents.map(({ incident, code }) => [incident, code])),
    active: sorted(view.active.map(({ key, element }) => [key, element])),
  };
}

function watching(host: Host) {
  const rows = new Map<string, Rows>();
  let seen = 0;
  let looked = 0;
  const look = (after: string) => {
    for (const fact of host.facts().slice(seen))
      rows.set(fact.instance, project(rows.get(fact.instance) ?? noRows, [fact]));
    seen = host.facts().length;
    for (const [instance, folded] of rows) {
      expect({ after, ...inViews(folded) }).toEqual({ after, ...inState(host.state(instance)) });
      looked += 1;
    }
  };
  const after =
    <I extends unknown[], O>(what: string, run: (...input: I) => O) =>
    (...input: I): O => {
      const answer = run(...input);
      look(`${what} ${JSON.stringify(input).slice(0, 200)}`);
      return answer;
    };
  const watched: Host = {
    ...host,
    advanceTo: after('advanceTo', host.advanceTo),
    advanceNext: after('advanceNext', host.advanceNext),
    act: after('act', host.act),
    answerJob: after('answerJob', host.answerJob),
  };
  return { watched, rows, looks: () => looked };
}

test.each(files)('%s: after every step the views show what the state holds', async (file) => {
  const { stage } = await loadScenario(`${folder}${file}`, root);
  const { watched, rows, looks } = watching(coreHost(setupOf(stage)));

  carryOut(play(stage), watched);

  expect(looks()).toBeGreaterThan(0);
  for (const { instance, tasks, commitments, raised } of rows.values()) {
    InstanceView.parse(instance);
    for (const task of Object.values(tasks)) TaskView.parse(task);
    for (const promise of Object.values(commitments)) CommitmentView.parse(promise);
    for (const item of Object.values(raised)) RaisedView.parse(item);
  }
});
