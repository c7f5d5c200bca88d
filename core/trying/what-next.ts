/** What people, time and other systems may do next, by chance: answers, orders, absences, late and doubled messages, days that pass. */
import type { Form } from '../../contract/index.ts';
import { addToInstant, type Instant } from '../calendar/index.ts';
import { triggersOf } from '../check/model.ts';
import { errorsCaughtFrom } from '../explore/errors-caught.ts';
import { answersTo } from '../explore/form-answers.ts';
import { holds } from '../feel/index.ts';
import { formOfTask, validateForm } from '../forms/index.ts';
import type { Commitment, ElementInstance, Json, State, Subscription, Variables } from '../state.ts';
import type { Dice } from './dice.ts';
import type { Drawings, Drawn } from './drawings.ts';
import { type Playing, type StoryItem, writtenMoment } from './playing.ts';
import { NOT_HERE } from './trouble.ts';

const DAY = 86_400_000;

export interface Chance {
  drawings: Drawings;
  dice: Dice;
}

/** How it begins: at one of the starts a person may press. */
export function beginning({ drawings, dice }: Chance, playing: Playing): StoryItem {
  const { model, values } = drawings.main;
  const starts = model
    .children('')
    .filter((one) => one.type === 'startEvent' && one.triggers === undefined && one.schedule === undefined);
  const all = model.children('').filter(({ type }) => type === 'startEvent');
  const start = starts.length > 0 ? dice.pick(starts) : all[0];
  const by = start?.type === 'startEvent' ? (start.by?.[0] ?? 'coordinator') : 'coordinator';
  const form = start?.type === 'startEvent' ? model.forms.get(start.form ?? '') : undefined;
  const given = form
    ? filledIn({ values, dice }, form, {}, playing.world.at, undefined)
    : Object.fromEntries(
        [...values.asked]
          .filter((name) => values.comesWithStart(name))
          .map((name): [string, Json] => [
            name,
            dice.pick(values.of(name).filter((one) => one !== null)) ?? null,
          ]),
      );
  return {
    at: playing.now,
    start: {
      by,
      ...(all.length > 1 && start ? { element: start.id } : {}),
      ...(Object.keys(given).length > 0 ? { data: given } : {}),
    },
  };
}

/** One of the things that may happen now; undefined where nothing can. */
export function whatNext(chance: Chance, playing: Playing): StoryItem | undefined {
  const { dice, drawings } = chance;
  const state = playing.state as State;
  const kinds: [weight: number, of: () => StoryItem | undefined][] = [];
  const tasks = Object.values(state.elements).filter((one) => one.task && !one.parts);
  const work = tasks.filter(({ task }) => !task?.about);
  if (work.length > 0) kinds.push([8, () => completed(chance, playing, dice.pick(work))]);
  const asked = tasks.filter(({ task }) => task?.about);
  if (asked.length > 0) kinds.push([1, () => completed(chance, playing, dice.pick(asked))]);
  const owned = Object.values(state.jobs).flatMap(({ element }) => {
    const one = element === undefined ? undefined : state.elements[element];
    return one && drawings.in(playing, one.d).model.elements.has(one.element) ? [one] : [];
  });
  if (owned.length > 0) kinds.push([8, () => answered(chance, playing, dice.pick(owned))]);
  const waits = Object.values(state.subscriptions ?? {});
  if (waits.length > 0) kinds.push([3, () => brought(chance, playing, dice.pick(waits))]);
  const begun = Object.values(state.elements).flatMap(({ adHoc }) =>
    adHoc?.ending ? [] : (adHoc?.waiting ?? []),
  );
  if (begun.length > 0) kinds.push([4, () => ({ begin: { element: dice.pick(begun) } })]);
  // A process that is called and is not at hand: somebody arranges what it does.
  const missing = Object.values(state.incidents).filter(({ code }) => code === NOT_HERE);
  if (missing.length > 0)
    kinds.push([8, () => ({ skip: { element: dice.pick(missing).element, why: 'arranged otherwise' } })]);
  const promised = Object.values(state.commitments);
  if (promised.length > 0) kinds.push([3, () => kept(playing, dice.pick(promised))]);
  const due = playing.world.nextDue();
  if (due !== undefined) kinds.push([4, () => ({ at: passing(playing, due, dice) })]);
  const owners = [...new Set(tasks.flatMap(({ task }) => task?.owner ?? []))];
  const away = Object.keys(state.absent);
  if (owners.length > 0 && away.length < 2)
    kinds.push([0.4, () => ({ absent: { person: playing.named(dice.pick(owners)) } })]);
  if (away.length > 0) kinds.push([0.8, () => ({ back: { person: playing.named(dice.pick(away)) } })]);
  const events = drawings.all.flatMap(({ model }) =>
    [...model.elements.values()].filter((one) => triggersOf(one)?.message !== undefined),
  );
  // Late or twice: nobody waits for it (any more).
  if (events.length > 0) kinds.push([0.5, () => ({ message: { element: dice.pick(events).id } })]);
  const total = kinds.reduce((sum, [weight]) => sum + weight, 0);
  if (
    work.length + owned.length + missing.length + waits.length + begun.length + promised.length === 0 &&
    due === undefined
  )
    return undefined;
  let at = dice.throw() * total;
  for (const [weight, of] of kinds) {
    at -= weight;
    if (at < 0) return of();
  }
  return kinds.at(-1)?.[1]();
}

/** What an element instance sees: its own values and those around it, as far as the process that it is in. */
function seenFrom(state: State, key: string): Variables {
  const own = state.variables[key] ?? {};
  if (key === '') return own;
  const around = state.elements[key]?.scope ?? '';
  const isCalled = state.elements[around]?.called !== undefined;
  return { ...(isCalled ? state.variables[around] : seenFrom(state, around)), ...own };
}

const kept = (playing: Playing, { id, owner }: Commitment): StoryItem => ({
  done: { commitment: id, by: playing.named(owner) },
});

/** To what comes next, or some days further. */
function passing({ stage, world }: Playing, due: Instant, dice: Dice): string {
  const later = dice.chance(0.3) ? addToInstant(world.at, dice.upTo(20) * DAY) : due;
  return writtenMoment(stage.scenario.zone, later > world.at ? later : due > world.at ? due : world.at);
}

function completed(chance: Chance, playing: Playing, one: ElementInstance): StoryItem {
  const { dice } = chance;
  const { model, values } = chance.drawings.in(playing, one.d);
  const { task } = one as { task: NonNullable<ElementInstance['task']> };
  const isConfirming = task.name.endsWith('.confirm');
  const own = task.about ? undefined : model.elements.get(one.element.replace(/\.confirm$/, ''));
  const outcomes = task.outcomes ?? (own?.type === 'userTask' ? (own.outcomes ?? []) : []);
  const outcome = outcomes.length > 0 ? dice.pick(outcomes) : undefined;
  const allowed = outcome && 'by' in outcome ? (outcome.by as string[] | undefined) : undefined;
  const by = allowed?.[0] ?? (task.owner === undefined ? undefined : playing.named(task.owner));
  const form = model.forms.get(formOfTask(own, isConfirming) ?? '');
  const given: Variables =
    own?.type === 'agreement' && !isConfirming ? { commitments: promises(playing.world.at) } : {};
  const seen = seenFrom(playing.state as State, one.key);
  const data = form ? filledIn({ values, dice }, form, seen, playing.world.at, outcome?.id, given) : given;
  return {
    complete: {
      ...playing.taskNamed(one.key),
      ...(by === undefined ? {} : { by }),
      ...(outcome === undefined ? {} : { outcome: outcome.id }),
      ...(Object.keys(data).length > 0 ? { data } : {}),
    },
  };
}

/** Answers that make conditions go this way or that; the rest is filled in so that the form takes it. */
function filledIn(
  { values, dice }: Pick<Drawn, 'values'> & Pick<Chance, 'dice'>,
  form: Form,
  seen: Variables,
  at: Instant,
  outcome: string | undefined,
  given: Variables = {},
): Variables {
  const now = { at, zone: 'Europe/Amsterdam' };
  const chosen: Variables = { ...given };
  for (const field of form.fields) {
    if (field.key in chosen) continue;
    const possible = values.of(field.key).filter((one) => one !== null);
    const options = field.type === 'choice' ? (field.options ?? []).map(({ id }) => id) : [];
    const from: Json[] =
      possible.length > 0 ? [...possible] : field.type === 'yesNo' ? [true, false] : [...options];
    if (from.length > 0 && (field.required || dice.chance(0.8))) chosen[field.key] = dice.pick(from);
  }
  // Of what the form does not take, it is filled in as it likes.
  for (let round = 0; round < 3; round += 1) {
    const data = answersTo(form, chosen, seen, now, outcome);
    const r = validateForm(form, data, seen, now, outcome);
    if (r.ok) return data;
    const wrong = r.problems.map(({ path }) => path.replace(/[.[].*$/, ''));
    for (const key of wrong) if (!(key in given)) delete chosen[key];
  }
  return answersTo(form, given, seen, now, outcome);
}

function promises(at: Instant): Json {
  const due = addToInstant(at, 14 * DAY).slice(0, 10);
  return [
    { text: 'their part', owner: 'initiator', due },
    { text: 'our part', owner: 'supporter', due },
  ];
}

/** Automatic work of which a story chooses how it goes: what goes wrong is caught, or its result is asked about. */
export function chosenWork(drawings: Drawings): string[] {
  const chosen = drawings.all.flatMap((drawn) =>
    [...drawn.model.elements.values()].flatMap((one) =>
      one.type === 'serviceTask' && !isOfTheWorld(one.job) && answersOf(drawn, one.id).length > 1
        ? [one.id]
        : [],
    ),
  );
  return [...new Set(chosen)];
}

/** Places are counted, and reports made, by the world itself. */
const isOfTheWorld = (job: string): boolean => /^(capacity|report)\./.test(job);

/** How work may go: done, done with a result that makes a difference, or wrong in a way that is caught. */
export function answersOf(
  { model, values }: Drawn,
  id: string,
): ({ complete: Variables } | { error: string })[] {
  const element = model.elements.get(id);
  const result = element?.type === 'serviceTask' ? element.result : undefined;
  const results = (result === undefined ? [] : values.of(result)).filter(
    (one): one is Variables => typeof one === 'object' && one !== null && !Array.isArray(one),
  );
  return [
    ...(results.length > 0 ? results : [{}]).map((complete) => ({ complete })),
    ...errorsCaughtFrom(model, id).map((error) => ({ error })),
  ];
}

function answered(chance: Chance, playing: Playing, { element, d }: ElementInstance): StoryItem {
  const { dice } = chance;
  const all = answersOf(chance.drawings.in(playing, d), element);
  const errors = all.filter((one) => 'error' in one);
  const answer = errors.length > 0 && dice.chance(0.5) ? dice.pick(errors) : dice.pick(all);
  return { job: { element, ...answer } };
}

/** What somebody waits for comes. */
function brought(chance: Chance, playing: Playing, wait: Subscription): StoryItem | undefined {
  const state = playing.state as State;
  const { at } = playing.world;
  const d = (wait.on === 'start' ? wait.d : state.elements[wait.of]?.d) ?? 0;
  const { model, values } = chance.drawings.in(playing, d);
  if (wait.kind === 'signal') return { signal: { name: wait.name } };
  if (wait.kind === 'condition') {
    // What a called process keeps is not changed from outside.
    if (d > 0) return undefined;
    const seen = state.variables[''] ?? {};
    const now = { at, zone: 'Europe/Amsterdam' };
    const r = holds(wait.name, seen, now);
    const found = r.ok && r.holds ? undefined : values.making(wait.name, seen, now);
    return found && { set: { variables: found } };
  }
  const element =
    wait.on === 'wait'
      ? state.elements[wait.of]?.element
      : wait.on === 'boundary'
        ? wait.boundary
        : wait.element;
  return element !== undefined && model.elements.has(element)
    ? { message: { element } }
    : { message: { name: wait.name } };
}
