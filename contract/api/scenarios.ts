/** Requests and answers about scenarios that are kept with a process: stories of what must go how. */
import { z } from 'zod';
import { ProcessId } from '../element-id.ts';
import { Data, Instant, listOf, said } from './common.ts';

/** A step: `at`, what is done, and what is then expected, as in a scenario file (docs/scenarios.md). */
export const ScenarioStep = Data;

/** A scenario as its file has it. `process` is the process it is kept with; what a step may say, the reader of scenarios tells. */
export const ScenarioContent = z
  .object({
    scenario: said(200),
    process: ProcessId,
    zone: z.string().optional(),
    calendar: z.json().optional(),
    clock: z.string().optional(),
    description: z.string().optional(),
    people: Data.optional(),
    given: Data.optional(),
    steps: z.array(ScenarioStep).min(1).max(500),
  })
  .strict();
export type ScenarioContent = z.infer<typeof ScenarioContent>;

export const ScenarioCreated = z.object({ scenario: ScenarioContent }).strict();
/** A scenario file as it is: YAML (docs/scenarios.md). */
export const ScenarioFile = z.object({ file: z.string().min(1).max(500_000) }).strict();
/** Saves over the revision it was read with. */
export const ScenarioSaved = ScenarioCreated.extend({ revision: z.number().int().min(1) }).strict();

export const KeptScenario = z.object({
  id: z.string(),
  process: z.string(),
  revision: z.number().int(),
  changedAt: Instant,
  changedBy: z.string().optional(),
  scenario: ScenarioContent,
});
export type KeptScenario = z.infer<typeof KeptScenario>;
export const KeptScenarios = listOf(KeptScenario);
