/** A scenario made ready to be played: its processes compiled, its people cast. */
import type { Definition } from '../../contract/index.ts';
import { compile, InvalidDefinition } from '../engine/compile.ts';
import type { Compiled } from '../engine/compiled.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import type { Json } from '../state.ts';
import { type Cast, castOf } from './cast.ts';
import { checkNames } from './check-names.ts';
import type { Setup } from './host.ts';
import { elementsNamed } from './names.ts';
import { InvalidScenario, invalid, type Problem } from './problem.ts';
import { type Name, namesIn } from './reading/name.ts';
import type { Scenario } from './reading/read-scenario.ts';

export interface Stage {
  scenario: Scenario;
  cast: Cast;
  /** Definitions by how the scenario names them: a path, or the id of one that is loaded. */
  definitions: Map<string, Definition>;
  /** The process the scenario is about. */
  main: Definition;
  /** Further processes of the file that a definition comes from: they are published with it. */
  beside: ReadonlyMap<Definition, readonly Definition[]>;
  compiled: Map<Definition, Compiled>;
}

/** Process files a scenario names, each once, with the line: what must be loaded before `stageOf`. */
export function processFiles(scenario: Scenario): { path: string; line: number }[] {
  const files = new Map<string, number>();
  if (scenario.process) files.set(scenario.process.path, scenario.process.line);
  const names = [...namesIn([scenario.items, scenario.instances])];
  for (const { kind, text, line } of names) if (kind === 'process' && !files.has(text)) files.set(text, line);
  return [...files].map(([path, line]) => ({ path, line }));
}

/**
 * Makes a scenario ready. `loaded` holds every definition of `processFiles`, by the path as written; `beside` what else is
 * in the same file, which is known by its id.
 * @throws InvalidScenario naming every name that does not exist, and definitions that cannot be carried out.
 */
export function stageOf(
  scenario: Scenario,
  loaded: Map<string, Definition>,
  beside: Stage['beside'] = new Map(),
): Stage {
  const main = loaded.get(scenario.process?.path ?? '') ?? [...loaded.values()][0];
  if (!main) throw invalid(scenario.line, "Expected 'process': the file of the process that is played.");
  const compiled = new Map<Definition, Compiled>();
  const definitions = new Map(loaded);
  for (const [path, definition] of loaded) {
    compiled.set(definition, compiledOf(scenario, path, definition));
    for (const other of beside.get(definition) ?? []) {
      compiled.set(other, compiledOf(scenario, path, other));
      if (!definitions.has(other.id)) definitions.set(other.id, other);
    }
  }
  const cast = castOf(scenario.people, [...compiled.keys()]);
  const stage = { scenario, cast, definitions, main, beside, compiled };
  const problems = [...settingProblems(scenario), ...checkNames(stage)];
  if (problems.length) throw new InvalidScenario(problems);
  return stage;
}

function compiledOf(scenario: Scenario, path: string, definition: Definition): Compiled {
  try {
    return compile(definition, path);
  } catch (error) {
    if (!(error instanceof InvalidDefinition)) throw error;
    const line = processFiles(scenario).find((file) => file.path === path)?.line ?? scenario.line;
    throw invalid(line, `${path} cannot be carried out: ${error.message}.`);
  }
}

function settingProblems({ settings, line }: Scenario): Problem[] {
  return misfits(settings, defaultSettings as unknown as Group, '').map((message) => ({ line, message }));
}

/** Settings as they are by default: numbers, some of them in groups. */
type Group = { [key: string]: number | Group };

/** What in given settings is not known, or no number where there is one by default. */
function misfits(given: Record<string, Json>, known: Group, within: string): string[] {
  return Object.entries(given).flatMap(([key, value]) => {
    const name = `${within}${key}`;
    const there = Object.hasOwn(known, key) ? known[key] : undefined;
    if (there === undefined)
      return [`There is no setting '${name}'. Expected one of ${Object.keys(known).join(', ')}.`];
    if (typeof there === 'number')
      return typeof value === 'number' && value >= 0
        ? []
        : [`Expected a number from 0 for setting '${name}', but got '${JSON.stringify(value)}'.`];
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [`Expected ${Object.keys(there).join(', ')} in setting '${name}'.`];
    return misfits(value, there, `${name}.`);
  });
}

/** The default with what is given in its place; the rest of a group stays. */
function settingsWith(given: Record<string, Json>): Settings {
  const merged = Object.entries(given).map(([key, value]) => {
    const there = (defaultSettings as unknown as Group)[key];
    return [key, typeof there === 'object' ? { ...there, ...(value as object) } : value];
  });
  return { ...defaultSettings, ...Object.fromEntries(merged) };
}

/** The world in which the story starts. */
export function setupOf(stage: Stage): Setup {
  const { scenario, cast, main, beside, definitions } = stage;
  const named = [main, ...given(scenario, definitions)];
  const processes = [...new Set(named.flatMap((one) => [one, ...(beside.get(one) ?? [])]))];
  const owned = ownedJobs(stage);
  return {
    at: scenario.clock,
    zone: scenario.zone,
    calendar: scenario.calendar,
    settings: {
      ...settingsWith(scenario.settings),
      ...(owned.length > 0 ? { answeredOutside: owned } : {}),
    },
    people: cast.people,
    roles: cast.roles,
    capacities: scenario.capacities,
    definitions: processes,
    ownedJobs: owned,
  };
}

/** Definitions of instances that exist before the story; what the story itself publishes comes later. */
function given({ instances }: Scenario, definitions: Map<string, Definition>): Definition[] {
  return instances.flatMap(({ process }) => (process && definitions.get(process.text)) || []);
}

/** Ids of the elements whose jobs the story answers. */
function ownedJobs({ scenario, compiled }: Stage): string[] {
  const names = scenario.items.flatMap(({ step }) => {
    const inner = step?.do === 'refused' ? step.with.step : step;
    return inner?.do === 'job' ? [inner.with.element as Name] : [];
  });
  return names.flatMap(({ text }) => elementsNamed([...compiled.values()], text).map(({ id }) => id));
}
