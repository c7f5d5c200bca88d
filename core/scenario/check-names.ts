/** Checks that everything a scenario names exists, so that none of it is silently true. */
import type { Definition } from '../../contract/index.ts';
import { type Compiled, type CompiledElement, outcomesOf } from '../engine/compiled.ts';
import { figures } from '../figures/index.ts';
import { BUTTONS } from '../texts/index.ts';
import { knownOutcome, outcomeNames } from './acts.ts';
import { ANYONE, type Cast, knownPeople, roleOf, whoIs } from './cast.ts';
import { figureNamed } from './expectations/figure.ts';
import { sameWord } from './fold.ts';
import { closeness } from './items.ts';
import { elementNames, elementsNamed, runTimeName, spellings } from './names.ts';
import { didYouMean } from './near-miss.ts';
import type { Problem } from './problem.ts';
import { type Name, type NameKind, namesIn } from './reading/name.ts';
import type { Scenario } from './reading/read-scenario.ts';

interface Known {
  scenario: Scenario;
  cast: Cast;
  definitions: Map<string, Definition>;
  compiled: Map<Definition, Compiled>;
}

interface World extends Known {
  processes: Compiled[];
  /** Texts that commitments may have: all that stands in the data of the scenario or in a definition. */
  texts: string[];
  /** Those of the scenario alone, which are the ones a slip of the pen may mean. */
  said: string[];
}

/** Every name that does not exist or could mean several things, with its line. */
export function checkNames(known: Known): Problem[] {
  const { scenario, compiled } = known;
  const said = textsIn([scenario.items, scenario.instances]);
  const texts = [...said, ...textsIn([...compiled.keys()])];
  const world = { ...known, processes: [...compiled.values()], texts, said };
  const names = [...namesIn([scenario.items, scenario.instances])];
  return [
    ...roleProblems(known),
    ...names.flatMap((name) => problemOf(world, name)),
    ...outcomeProblems(world),
  ];
}

function problemOf(world: World, name: Name): Problem[] {
  const message = checks[name.kind](world, name.text);
  return message === undefined ? [] : [{ line: name.line, message }];
}

/** Elements that never are a task of a person. */
const NO_TASK: CompiledElement['type'][] = [
  'startEvent',
  'endEvent',
  'sendTask',
  'scriptTask',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
  'intermediateThrowEvent',
  'boundaryEvent',
];

/** Elements whose work a story may answer. */
const WORK: CompiledElement['type'][] = ['serviceTask', 'scriptTask', 'sendTask', 'businessRuleTask'];

type Check = (world: World, text: string) => string | undefined;

const checks: Record<NameKind, Check> = {
  element: ({ processes }, text) => elementProblem(processes, text),
  work({ processes }, text) {
    const found = elementsNamed(processes, text);
    if (!found.length || found.some(({ type }) => WORK.includes(type)))
      return elementProblem(processes, text);
    return `Expected automatic work, but '${text}' is of type ${found[0]?.type}.`;
  },
  startEvent: ({ processes }, text) => typedProblem(processes, text, 'startEvent', 'a start event'),
  endEvent: ({ processes }, text) => typedProblem(processes, text, 'endEvent', 'an end event'),
  task(world, text) {
    const { processes } = world;
    const found = elementsNamed(processes, text);
    if (found.length && found.every(({ type }) => NO_TASK.includes(type)))
      return `Expected a task, but '${text}' is of type ${found[0]?.type}.`;
    return found.length ? elementProblem(processes, text) : runTimeProblem(world, text, 'task');
  },
  item(world, text) {
    if (elementsNamed(world.processes, text).length) return elementProblem(world.processes, text);
    return checks.commitment(world, text) && runTimeProblem(world, text, 'task, commitment or element');
  },
  person({ cast }, text) {
    if (text === ANYONE || whoIs(cast, text)?.length) return undefined;
    if (whoIs(cast, text))
      return `Nobody holds the role '${text}' in this scenario; name somebody under people.`;
    return `There is no role or person '${text}'.${didYouMean(text, knownPeople(cast))}`;
  },
  role: ({ cast }, text) =>
    roleOf(cast, text) === undefined
      ? `There is no role '${text}'.${didYouMean(text, [...Object.keys(cast.roles), ...cast.labels.map(({ role }) => role)])}`
      : undefined,
  commitment: ({ texts, said }, text) =>
    /^c\d+$/.test(text) || texts.some((one) => closeness([one], text) > 0)
      ? undefined
      : `There is no commitment '${text}'.${didYouMean(text, said)}`,
  instance({ scenario, compiled }, text) {
    const named = [...instanceNames(scenario), ...[...compiled.keys()].map(({ id }) => id)];
    return named.includes(text) ? undefined : `No instance is called '${text}'.${didYouMean(text, named)}`;
  },
  ending({ compiled }, text) {
    const known = endings([...compiled.keys()]);
    if (!known || known.some((one) => sameWord(one, text))) return undefined;
    return `No process ends with the outcome '${text}'.${didYouMean(text, known) || ` Outcomes are ${known.join(', ')}.`}`;
  },
  figure: (_world, text) =>
    figureNamed(text)
      ? undefined
      : `There is no figure '${text}'.${
          didYouMean(
            text,
            figures.map(({ id }) => id),
          ) || ` Expected one of ${figures.map(({ id }) => id).join(', ')}.`
        }`,
  ladder: ({ processes }, text) =>
    spelt(
      'ladder',
      text,
      laddersOf(processes).map(({ id }) => id),
    ),
  rung: ({ processes }, text) =>
    spelt('rung', text, [...new Set(laddersOf(processes).flatMap(({ rungs }) => rungs.map(({ id }) => id)))]),
  flow: ({ processes }, text) =>
    spelt(
      'flow',
      text,
      processes.flatMap(({ outgoing }) => [...outgoing.values()].flat().map(({ id }) => id)),
    ),
  outcome(world, text) {
    const known = outcomeWords(world);
    return known?.some((one) => sameWord(one, text)) === false
      ? `There is no outcome '${text}'.${didYouMean(text, known)}`
      : undefined;
  },
  button(world, text) {
    const known = [...Object.keys(BUTTONS), ...ownButtons(world), ...taskOutcomes(world)];
    return known.some((one) => sameWord(one, text))
      ? undefined
      : `There is no button '${text}'.${didYouMean(text, known)}`;
  },
  // Only the world knows which capacities there are: a process may name one by an expression.
  capacity: () => undefined,
  // Files are looked for when they are loaded.
  process: () => undefined,
};

/** Ids that are meant exactly. */
function spelt(what: string, text: string, known: string[]): string | undefined {
  if (known.includes(text)) return undefined;
  const near = didYouMean(text, known);
  return `There is no ${what} '${text}'.${near || (known.length < 30 ? ` Expected one of ${known.join(', ')}.` : '')}`;
}

const laddersOf = (processes: Compiled[]) => processes.flatMap(({ ladders }) => [...ladders.values()]);

/** Why an element that waited went on. */
const HAPPENED = ['timer', 'message', 'signal', 'condition'];

/** Outcomes of tasks, those that ladders make among them. */
function taskOutcomes({ processes }: World): string[] {
  const ofElements = processes.flatMap(({ elements }) => [...elements.values()].flatMap(outcomesOf));
  const ofRungs = laddersOf(processes).flatMap(({ rungs }) =>
    rungs.flatMap(({ acts }) => acts.flatMap((act) => (act.act === 'task' ? (act.outcomes ?? []) : []))),
  );
  return outcomeNames([...ofElements, ...ofRungs]).flatMap(({ names }) => names);
}

/** Every outcome something may have; undefined when one is only known when it runs. */
function outcomeWords(world: World): string[] | undefined {
  const ended = endings([...world.compiled.keys()]);
  return ended && [...HAPPENED, ...ended, ...taskOutcomes(world)];
}

/** Buttons that elements and ladders of the processes bring themselves. */
function ownButtons({ processes }: World): string[] {
  const ofElements = processes.flatMap(({ elements }) =>
    [...elements.values()].flatMap((element) => [
      ...('button' in element && element.button !== undefined ? [element.button] : []),
      ...('buttons' in element ? (element.buttons ?? []) : []),
    ]),
  );
  const ofRungs = laddersOf(processes).flatMap(({ rungs }) =>
    rungs.flatMap(({ acts }) => acts.flatMap((act) => (act.act === 'notify' ? (act.buttons ?? []) : []))),
  );
  return [...ofElements, ...ofRungs];
}

function elementProblem(processes: Compiled[], text: string): string | undefined {
  const found = elementsNamed(processes, text);
  if (!found.length) return `There is no element '${text}'.${didYouMean(text, elementNames(processes))}`;
  const ids = [...new Set(found.map(({ id }) => id))];
  const exact = found.some((element) => spellings(element).includes(text));
  return exact || ids.length === 1
    ? undefined
    : `'${text}' could mean ${ids.join(' or ')}; write one of these ids.`;
}

function typedProblem(processes: Compiled[], text: string, type: CompiledElement['type'], what: string) {
  const found = elementsNamed(processes, text);
  if (found.some((element) => element.type === type)) return undefined;
  if (found[0]) return `Expected ${what}, but '${text}' is of type ${found[0].type}.`;
  const known = processes.flatMap(({ elements }) =>
    [...elements.values()].filter((e) => e.type === type).flatMap(spellings),
  );
  return `There is no ${type} '${text}'.${didYouMean(text, known)}`;
}

/** Tasks that a rung or a call for help makes: what they are about must exist. */
function runTimeProblem(world: World, text: string, what: string): string | undefined {
  const runTime = runTimeName(world.processes, text);
  if (runTime) return checks.item(world, runTime.owner);
  return `There is no ${what} '${text}'.${didYouMean(text, [...elementNames(world.processes), ...world.said.filter((one) => one.length < 60)])}`;
}

/** A role under `people` that no process declares is fine, unless it looks like a slip of the pen. */
function roleProblems({ scenario, cast }: Known): Problem[] {
  const declared = cast.labels.map(({ label }) => label);
  return (scenario.people ?? []).flatMap(({ role, line }) => {
    if (declared.some((label) => sameWord(label, role)) || STANDARD_ROLES.includes(role)) return [];
    const near = didYouMean(role, declared);
    return near ? [{ line, message: `No process has the role '${role}'.${near}` }] : [];
  });
}

/** Roles of ladders and organisations, which a process need not declare (docs/domain.md, "People"). */
const STANDARD_ROLES = [
  'initiator',
  'volunteer',
  'supporter',
  'coordinator',
  'manager',
  'director',
  'backup',
  'deputy',
  'partner',
  'issuer',
  'owner',
  'guide',
];

function instanceNames({ items, instances }: Scenario): string[] {
  const started = items.flatMap(({ step }) => (step?.do === 'start' ? (step.with.as ?? []) : []));
  return [...instances.map(({ as }) => as), ...started];
}

/** All outcomes a process may record; undefined when one of them is an expression. */
function endings(definitions: Definition[]): string[] | undefined {
  const ends = definitions.flatMap(({ elements }) =>
    elements.filter((element) => element.type === 'endEvent'),
  );
  if (ends.some(({ outcome }) => outcome?.trim().startsWith('='))) return undefined;
  return [
    'stopped',
    ...ends.flatMap((end) =>
      [end.outcome ?? [], end.id, ...(end.aliases ?? []), ...namesOf(end.name)].flat(),
    ),
  ];
}

function namesOf(name: Definition['name'] | undefined): string[] {
  if (name === undefined) return [];
  return typeof name === 'string' ? [name] : [name.nl, name.en];
}

/** Outcomes that no task of that name has. In a step that is to be refused the engine itself is asked. */
function outcomeProblems({ scenario, processes }: World): Problem[] {
  return scenario.items.flatMap(({ step }) => {
    if (step?.do !== 'complete' || step.with.outcome === undefined) return [];
    const { task, outcome } = step.with;
    const rung = runTimeName(processes, task.text)?.rung;
    const known = [
      ...elementsNamed(processes, task.text).flatMap(outcomesOf),
      ...(rung?.acts ?? []).flatMap((act) => (act.act === 'task' ? (act.outcomes ?? []) : [])),
    ];
    if (!known.length || knownOutcome(outcomeNames(known), outcome)) return [];
    const ids = known.map(({ id }) => id);
    const message = `Task ${task.text} has no outcome '${outcome}'.${didYouMean(outcome, ids) || ` Expected one of ${ids.join(', ')}.`}`;
    return [{ line: step.line, message }];
  });
}

/** Every text within a value. */
function textsIn(value: unknown): string[] {
  const found = new Set<string>();
  const visit = (part: unknown) => {
    if (typeof part === 'string') found.add(part);
    else if (Array.isArray(part)) part.forEach(visit);
    else if (typeof part === 'object' && part !== null && !('kind' in part && 'line' in part))
      Object.values(part).forEach(visit);
  };
  visit(value);
  return [...found];
}
