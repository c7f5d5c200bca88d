/** Routes of scenarios: kept with a process, so that whoever changes it sees at once what no longer goes as it should. */
import { stringify } from 'yaml';
import { z } from 'zod';
import {
  KeptScenario,
  KeptScenarios,
  type ScenarioContent,
  ScenarioCreated,
  ScenarioFile,
  ScenarioSaved,
} from '../../contract/api/scenarios.ts';
import { InvalidScenario, readScenario, scenarioSource } from '../../core/scenario/index.ts';
import type { Scenario } from '../../store/index.ts';
import { notFound, Problem } from '../problem.ts';
import { stale } from '../publish.ts';
import { type Call, Document, route } from '../route.ts';
import { readScenarioFile } from '../scenario-file.ts';

const Of = z.object({ definition: z.string() });
const One = z.object({ definition: z.string(), scenario: z.string() });
type OfOne = Call<z.output<typeof One>, unknown, unknown>;

export const scenarioRoutes = [
  route({
    id: 'scenarios.list',
    method: 'get',
    path: '/definitions/:definition/scenarios',
    action: 'definition.read',
    summary: 'Scenarios that are kept with a process, the oldest first.',
    params: Of,
    answer: KeptScenarios,
    async handle({ params, caller, deps }) {
      return { items: (await deps.store.scenarios.list(caller.org, params.definition)).map(shown) };
    },
  }),
  route({
    id: 'scenarios.create',
    method: 'post',
    path: '/definitions/:definition/scenarios',
    action: 'definition.write',
    summary: 'Keeps a scenario with a process. Whether it holds is seen when it is run.',
    params: Of,
    body: ScenarioCreated,
    answer: KeptScenario,
    status: 201,
    handle: (call) => keep(call, (process) => readable(call.body.scenario, process)),
  }),
  route({
    id: 'scenarios.upload',
    method: 'post',
    path: '/definitions/:definition/scenarios/file',
    action: 'definition.write',
    summary:
      'Keeps the scenario of a file with a process, whatever the file calls its process. What is wrong in it is told with its line, and nothing is kept.',
    params: Of,
    body: ScenarioFile,
    answer: KeptScenario,
    status: 201,
    handle: (call) => keep(call, (process) => readScenarioFile(call.body.file, process)),
  }),
  route({
    id: 'scenarios.get',
    method: 'get',
    path: '/definitions/:definition/scenarios/:scenario',
    action: 'definition.read',
    summary: 'One scenario, with the revision to save over.',
    params: One,
    answer: KeptScenario,
    handle: async (call) => shown(await own(call)),
  }),
  route({
    id: 'scenarios.save',
    method: 'put',
    path: '/definitions/:definition/scenarios/:scenario',
    action: 'definition.write',
    summary:
      'Saves a scenario over the revision it was read with; refused when somebody else saved meanwhile.',
    params: One,
    body: ScenarioSaved,
    answer: KeptScenario,
    async handle(call) {
      const { params, body, caller, deps } = call;
      const before = await own(call);
      const scenario = readable(body.scenario, params.definition);
      const { id, org, process } = before;
      const next = { id, org, process, scenario, changedAt: deps.clock(), ...by(caller) };
      if (!(await deps.store.scenarios.save(next, body.revision)))
        throw stale(body.revision, before.revision);
      return shown({ ...next, revision: body.revision + 1 });
    },
  }),
  route({
    id: 'scenarios.remove',
    method: 'delete',
    path: '/definitions/:definition/scenarios/:scenario',
    action: 'definition.write',
    summary: 'Keeps a scenario no longer; answers those that are left.',
    params: One,
    answer: KeptScenarios,
    async handle(call) {
      const { params, caller, deps } = call;
      if (!(await deps.store.scenarios.remove(caller.org, params.definition, params.scenario)))
        throw notFound('scenario', params.scenario, 'scenario');
      return { items: (await deps.store.scenarios.list(caller.org, params.definition)).map(shown) };
    },
  }),
  route({
    id: 'scenarios.file',
    method: 'get',
    path: '/definitions/:definition/scenarios/:scenario/file',
    action: 'definition.read',
    summary: 'A scenario as a file: put it beside the file of its process, and the command line runs it.',
    params: One,
    answer: z.never(),
    documents: ['application/yaml'],
    async handle(call) {
      const { scenario } = await own(call);
      // The file of a process is called after it.
      const steps = scenario.steps.map((step) =>
        isPublishing(step) ? { ...step, publish: { process: `${step.publish.process}.json` } } : step,
      );
      const file = { ...scenario, process: `${scenario.process}.json`, steps };
      return new Document('application/yaml; charset=utf-8', stringify(file, { lineWidth: 0 }));
    },
  }),
];

/** Keeps what `read` makes of the request for the process; nothing when it throws. */
async function keep(
  { params, caller, deps, id }: Call<z.output<typeof Of>, unknown, unknown>,
  read: (process: string) => ScenarioContent,
) {
  const { org } = caller;
  const process = params.definition;
  if (!(await isThere(deps, org, process))) throw notFound('process', process, 'definition');
  const kept = {
    id: `scn_${id}`,
    org,
    process,
    scenario: read(process),
    changedAt: deps.clock(),
    ...by(caller),
  };
  await deps.store.scenarios.create(kept);
  return shown({ ...kept, revision: 1 });
}

const shown = ({ org: _, ...scenario }: Scenario): z.input<typeof KeptScenario> => scenario;

/** A process that this one calls is put into use before the story begins. */
const isPublishing = (step: object): step is { publish: { process: string } } =>
  'publish' in step &&
  typeof step.publish === 'object' &&
  step.publish !== null &&
  'process' in step.publish &&
  typeof step.publish.process === 'string';

const by = ({ person }: Call<unknown, unknown, unknown>['caller']) =>
  person === undefined ? {} : { changedBy: person };

async function own({ params, caller, deps }: OfOne): Promise<Scenario> {
  const found = await deps.store.scenarios.get(caller.org, params.definition, params.scenario);
  if (!found) throw notFound('scenario', params.scenario, 'scenario');
  return found;
}

async function isThere({ store }: OfOne['deps'], org: string, process: string): Promise<boolean> {
  return (
    (await store.drafts.get(org, process)) !== undefined ||
    (await store.versions.latest(org, process)) !== undefined
  );
}

/** Of a shape that can be run. What it names may be gone from the process: running it tells. */
function readable(scenario: ScenarioContent, process: string): ScenarioContent {
  if (scenario.process !== process)
    throw new Problem('INVALID_ARGUMENT', `Expected the process '${process}', got '${scenario.process}'`, {
      path: 'scenario.process',
    });
  try {
    readScenario(scenarioSource(scenario as Parameters<typeof scenarioSource>[0]));
    return scenario;
  } catch (error) {
    if (!(error instanceof InvalidScenario)) throw error;
    const problems = error.problems.map(({ line, message }) => ({
      path: line === 0 ? 'scenario' : `scenario.steps[${line - 1}]`,
      message,
    }));
    throw new Problem('INVALID_ARGUMENT', problems.map(({ message }) => message).join(' '), {
      path: problems[0]?.path ?? 'scenario',
      problems,
    });
  }
}
