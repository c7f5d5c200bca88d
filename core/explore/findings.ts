// What exploring a process found, in words, each with a story that plays to it.
import type { Finding } from '../../contract/index.ts';
import type { Bilingual } from '../calendar/index.ts';
import { reachable } from '../check/graph.ts';
import { isCompensationBoundary, type Model, named } from '../check/model.ts';
import { worstFirst } from '../check/worst-first.ts';
import type { Json, Variables } from '../state.ts';
import { pathTo } from './node.ts';
import { type Searched, type Sighting, type SightingKind, searching, toTheEnd } from './search.ts';
import { solve } from './solve.ts';
import { type StoryItem, type Told, tell } from './tell.ts';

export interface Explored {
  findings: Finding[];
  /** Everything was looked at. */
  complete: boolean;
  states: number;
  /** Steps of the engine it took. */
  steps: number;
}

/** States that are looked at when nobody says how many. */
export const USUAL_STATES = 5_000;

export interface ExploreOptions {
  maxStates?: number;
  /** With more steps of the engine than this it is enough too; as many as it takes when nobody says. */
  maxSteps?: number;
}

/**
 * Plays every way through a process, on the engine, and tells what can go wrong. A finding that was played on the drawing
 * itself is certain; one whose story could not be played, because data decide that nobody can choose, is possible.
 */
export const explore = (model: Model, options: ExploreOptions = {}): Explored =>
  toTheEnd(exploring(model, options));

/** The same bit by bit: a host that has more to do goes on with it when it likes. */
export function* exploring(
  model: Model,
  { maxStates = USUAL_STATES, ...more }: ExploreOptions = {},
): Generator<undefined, Explored> {
  const searched = yield* searching(model, { maxStates, ...more });
  const found: Finding[] = [];
  for (const sightings of sightingsOf(searched)) {
    found.push(findingOf(model, searched, sightings));
    yield;
  }
  found.push(...neverBegun(model, searched), ...(searched.complete ? [] : [tooLarge(searched)]));
  const { complete, states, steps } = searched;
  return {
    findings: worstFirst(found),
    complete,
    states,
    steps,
  };
}

/** Those of one kind at one element together: the first that can be played tells it. */
function sightingsOf({ sightings }: Searched): Sighting[][] {
  const grouped = new Map<string, Sighting[]>();
  for (const one of sightings) {
    const key = `${one.kind} ${one.element}`;
    grouped.set(key, [...(grouped.get(key) ?? []), one]);
  }
  return [...grouped.values()];
}

function findingOf(model: Model, searched: Searched, sightings: Sighting[]): Finding {
  const [first] = sightings as [Sighting];
  const { kind, element } = first;
  let possible: StoryItem[] | undefined;
  for (const sighting of sightings) {
    const path = pathTo(sighting.node);
    const solved = solve(model, searched.bare, searched.values, path);
    const data: Variables[] = solved?.data ?? path.map(() => ({}));
    const told = tell(model, path, data, searched.values);
    if (!told) continue;
    possible ??= told.story;
    const proof = told.played || kind === 'endless' ? provenBy(model, sighting, told) : undefined;
    if (proof) return made(model, kind, element, told, [...told.story, { expect: proof }]);
  }
  return made(model, kind, element, undefined, possible ?? []);
}

/** What the story shows, as expectations; undefined where it shows something else. */
function provenBy(model: Model, { kind, element, node }: Sighting, told: Told): Json[] | undefined {
  const { state, facts, where } = told;
  const begun = facts.filter((fact) => fact.type === 'element.activated' && fact.element === element).length;
  const incident = (code: string): Json[] | undefined => {
    const found = Object.values(state.incidents).find(
      (one) => one.code === code && (kind === 'endless' || one.element === element),
    );
    return found && [{ incident: { element: found.element, code } }];
  };
  switch (kind) {
    case 'stuck':
    case 'idle': {
      const waits = Object.values(state.elements).some(({ task }) => task && !task.about);
      const comes = Object.values(state.timers).some(
        ({ kind: what }) => what !== 'rung' && what !== 'late' && what !== 'back',
      );
      const listens = Object.keys(state.subscriptions ?? {}).length > 0;
      const isStill = state.status === 'running' && !waits && !comes && !listens;
      if (!isStill || Object.keys(state.jobs).length > 0 || Object.keys(state.incidents).length > 0)
        return undefined;
      return where.includes(element) || where.includes(`${element}.confirm`)
        ? [{ running: true }, { open: [] }, { where }]
        : undefined;
    }
    case 'double':
      return begun > 1 ? [{ fact: { type: 'element.activated', element, count: begun } }] : undefined;
    case 'noWayOn':
      return incident('CONDITION_ERROR');
    case 'uncaught':
      return incident('UNHANDLED_ERROR_EVENT');
    case 'endless':
      return incident('ENDLESS_LOOP');
    case 'around':
      return beganWithout(model, element, told);
    case 'neverEnds':
      return node.state.status === 'running' && state.status === 'running' ? [{ running: true }] : undefined;
  }
}

/** The element began while something it needs was not done, or ended otherwise. */
function beganWithout(model: Model, id: string, { facts }: Told): Json[] | undefined {
  const needs = model.elements.get(id)?.needs ?? [];
  const last = new Map<string, string>();
  for (const fact of facts) {
    if (fact.type === 'element.activated' && fact.element === id)
      for (const { element, outcome } of needs) {
        const how = last.get(element);
        if (how !== undefined && (outcome === undefined || how === outcome)) continue;
        return [
          { fact: { type: 'element.activated', element: id } },
          ...(how === undefined ? [{ fact: { type: 'element.completed', element, count: 0 } }] : []),
        ];
      }
    if (fact.type !== 'element.completed') continue;
    const element = fact.element.replace(/\.confirm$/, '');
    const isHalf = element === fact.element && model.elements.get(element)?.type === 'agreement';
    if (!isHalf) last.set(element, fact.outcome ?? '');
  }
  return undefined;
}

interface Kind {
  rule: string;
  certain: Finding['severity'];
  possible: Finding['severity'];
  words(name: Bilingual, more: { ended: boolean }): Bilingual;
}

const KINDS: Record<SightingKind, Kind> = {
  stuck: {
    rule: 'stuck',
    certain: 'error',
    possible: 'warning',
    words: ({ nl, en }, { ended }) =>
      ended
        ? {
            nl: `Er is een einde bereikt, maar bij ${nl} blijft iets openstaan dat nooit meer verder kan.`,
            en: `An end is reached, but something stays open at ${en} that can never go on.`,
          }
        : {
            nl: `Het proces kan blijven staan bij ${nl}: er kan niets meer gebeuren.`,
            en: `The process may stand still at ${en}: nothing can happen any more.`,
          },
  },
  idle: {
    rule: 'nothing-open',
    certain: 'warning',
    possible: 'hint',
    words: ({ nl, en }) => ({
      nl: `In ${nl} kan alles gedaan zijn zonder dat het klaar is: dan gaat het pas verder als iemand iets opnieuw begint.`,
      en: `All in ${en} may be done without its being done: it then goes on only when somebody begins something again.`,
    }),
  },
  double: {
    rule: 'begun-twice',
    certain: 'warning',
    possible: 'hint',
    words: ({ nl, en }) => ({
      nl: `Bij ${nl} komen paden samen die naast elkaar lopen: het gebeurt dan meer dan één keer.`,
      en: `Paths that run side by side meet at ${en}: it is then done more than once.`,
    }),
  },
  noWayOn: {
    rule: 'no-way-on',
    certain: 'error',
    possible: 'warning',
    words: ({ nl, en }) => ({
      nl: `Na ${nl} kan het zijn dat geen enkele lijn genomen kan worden.`,
      en: `After ${en} it may be that no flow can be taken.`,
    }),
  },
  uncaught: {
    rule: 'error-uncaught',
    certain: 'error',
    possible: 'warning',
    words: ({ nl, en }) => ({
      nl: `De fout van ${nl} wordt door niets opgevangen.`,
      en: `Nothing catches the error of ${en}.`,
    }),
  },
  endless: {
    rule: 'endless-loop',
    certain: 'error',
    possible: 'warning',
    words: ({ nl, en }) => ({
      nl: `Bij ${nl} gaat het rond zonder ooit te wachten.`,
      en: `At ${en} it goes round without ever waiting.`,
    }),
  },
  around: {
    rule: 'way-around',
    certain: 'error',
    possible: 'warning',
    words: ({ nl, en }) => ({
      nl: `${nl} kan beginnen voordat gebeurd is wat eraan vooraf moet gaan.`,
      en: `${en} may begin before what it needs was done.`,
    }),
  },
  neverEnds: {
    rule: 'never-ends',
    certain: 'warning',
    possible: 'hint',
    words: ({ nl, en }) => ({
      nl: `Vanaf ${nl} gaat het altijd door: een einde wordt nooit meer bereikt.`,
      en: `From ${en} it goes on for ever: no end is reached any more.`,
    }),
  },
};

/** Whether the story of a finding was played to what was found: its last step then expects that. */
export const isPlayed = ({ story }: Finding): boolean => story?.at(-1)?.expect !== undefined;

/** Rules of what exploring finds, each with a page. */
export const EXPLORED_RULES = [
  ...Object.values(KINDS).map(({ rule }) => rule),
  'improper-end',
  'dead-element',
  'too-large-to-explore',
];

function made(
  model: Model,
  kind: SightingKind,
  id: string,
  told: Told | undefined,
  story: StoryItem[],
): Finding {
  const { rule, certain, possible, words } = KINDS[kind];
  const partOf = (element: string) => model.elements.get(element)?.parent;
  const ended =
    kind === 'stuck' &&
    (told?.facts.some((fact) => fact.type === 'end.reached' && partOf(fact.element) === partOf(id)) ?? false);
  const { nl, en } = words(named(model.elements.get(id) ?? { id }), { ended });
  return {
    rule: ended ? 'improper-end' : rule,
    severity: told ? certain : possible,
    element: id,
    message: told ? { nl, en } : { nl: `Misschien: ${nl}`, en: `Perhaps: ${en}` },
    ...(story.length > 0 ? { story } : {}),
  };
}

/** What no story came to. The drawing itself does not lead there, or data and order never do. */
function* neverBegun(model: Model, { complete, begun, sightings }: Searched): Generator<Finding> {
  if (!complete) return;
  const reached = reachable(model);
  // A join that everything waits at was told of by that.
  const told = new Set(sightings.map(({ element }) => element));
  for (const element of model.elements.values()) {
    if (begun.has(element.id) || !reached.has(element.id) || told.has(element.id)) continue;
    if (element.type === 'unsupported' || isCompensationBoundary(element)) continue;
    // The part around it is told instead, and what follows is told by its beginning.
    if (element.parent !== undefined && !begun.has(element.parent)) continue;
    const before =
      element.type === 'boundaryEvent'
        ? [element.attachedTo]
        : model.incoming(element.id).map(({ from }) => from);
    if (before.length > 0 && before.every((id) => !begun.has(id))) continue;
    const { nl, en } = named(element);
    yield {
      rule: 'dead-element',
      severity: 'warning',
      element: element.id,
      message: {
        nl: `${nl} gebeurt nooit, hoe het ook gaat.`,
        en: `${en} never happens, whichever way it goes.`,
      },
    };
  }
}

function tooLarge({ states, steps }: Searched): Finding {
  return {
    rule: 'too-large-to-explore',
    severity: 'hint',
    element: 'definition',
    message: {
      nl: `Dit proces kan op te veel manieren gaan om ze allemaal na te spelen: ${states} toestanden bekeken in ${steps} stappen. Wat niet gevonden is, kan er nog zijn.`,
      en: `This process can go in too many ways to play them all: ${states} states looked at in ${steps} steps. What was not found may still be there.`,
    },
  };
}
