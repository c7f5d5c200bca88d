/** Gathers the one-glance page: what is asked of the reader, done, now and next, and the agreement. */
import type { CommitmentView, Fact, Language, Side, TaskView, Text } from '../../contract/index.ts';
import { localDate } from '../../core/calendar/index.ts';
import { sideOf } from '../../core/engine/compiled.ts';
import { buttonLabel, wordsOf, writtenDate, writtenMoment } from '../../core/texts/index.ts';
import type { Ask, Glance, Promised, Step } from '../../pages/glance.ts';
import { type Said, WORDS } from '../../pages/words.ts';
import type { Placed } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { forecast } from '../forecast.ts';
import { coming, type Inside, inside, taskInside } from './inside.ts';
import { type Items, isOpen, isTheirCommitment, isTheirTask, itemsOf, seenOf } from './items.ts';
import type { Opened } from './opened.ts';

const MOST_FACTS = 400;
const MOST_NOW = 6;
const MOST_NEXT = 4;

/** `pressed`: the button of the message that was followed; it waits for a press on the page. */
export async function gather(
  deps: Deps,
  opened: Opened,
  { pressed, said }: { pressed?: string; said?: Said },
): Promise<Glance> {
  const { initiative, person, instances, side, frame, today } = opened;
  const running = instances.filter(({ status }) => status !== 'ended' && status !== 'stopped');
  const [items, facts, looked] = await Promise.all([
    itemsOf(deps, opened),
    factsOf(deps, opened),
    Promise.all(running.map(async ({ instance }) => [instance, await inside(deps, instance)] as const)),
  ]);
  const insides = new Map(looked);
  const isInitiator = side === 'initiator';
  const pausedUntil = looked.map(([, one]) => one?.state.paused?.until).find((until) => until !== undefined);
  const firstName = person.name?.split(' ')[0];
  return {
    ...frame,
    at: opened.address(),
    seen: seenOf(opened),
    side,
    ...(firstName ? { reader: firstName } : {}),
    ...(said ? { said } : {}),
    ...(initiative?.words ? { initiative: ownWords(initiative.words) } : {}),
    ...(isInitiator && initiative ? { editWordsAt: opened.address('/words') } : {}),
    standing: standingOf(instances.map(({ status }) => status)),
    ...(pausedUntil ? { until: dayOf(opened, pausedUntil) } : {}),
    asks: asksOf(opened, items, insides, pressed),
    past: isInitiator ? pastOf(opened, items, facts, insides) : [],
    now: isInitiator ? nowOf(opened, items) : [],
    next: isInitiator ? await nextOf(deps, opened, items, insides) : [],
    agreement: agreementOf(opened, items),
    mayPause: isInitiator && initiative !== undefined,
    today,
  };
}

const ownWords = ({
  title,
  idea,
  place,
  motto,
}: NonNullable<NonNullable<Opened['initiative']>['words']>) => ({
  title,
  ...(idea ? { idea } : {}),
  ...(place ? { place } : {}),
  ...(motto ? { motto } : {}),
});

async function factsOf({ store }: Deps, { initiative, instances }: Opened): Promise<Fact[]> {
  if (initiative) return store.facts.ofInitiative(initiative.id, { limit: MOST_FACTS });
  const all = await Promise.all(
    instances.map(({ instance }) => store.facts.of(instance, { limit: MOST_FACTS })),
  );
  return all.flat().reverse();
}

/** Something that runs goes before a pause, a pause before rest. */
function standingOf(statuses: string[]): Glance['standing'] {
  if (statuses.some((status) => status === 'running' || status === 'starting')) return 'running';
  if (statuses.includes('paused')) return 'paused';
  return statuses.includes('resting') ? 'resting' : 'ended';
}

const dayOf = ({ language, today }: Opened, date: string): string => writtenDate(language, date, today);
const dayAt = (opened: Opened, at: string): string => dayOf(opened, localDate(opened.organisation.zone, at));
const nameOf = ({ people }: Opened, id: string | undefined): string | undefined =>
  id === undefined ? undefined : people.get(id)?.name;
const worded = (language: Language, text: Text | undefined, otherwise: string): string =>
  text === undefined ? otherwise : wordsOf(text, language);

function asksOf(
  opened: Opened,
  { tasks, commitments }: Items,
  insides: Map<string, Inside | undefined>,
  pressed: string | undefined,
): Ask[] {
  const { link, person } = opened;
  const isLinked = (instance: string, ...names: string[]) =>
    instance === link.instance && names.some((name) => link.about.includes(name));
  const ofTasks = tasks
    .filter((task) => task.state === 'open' && isTheirTask(opened, task))
    .map((task) => ({
      at: task.due?.at ?? '9',
      isOwn: task.owner === person.id,
      isLinked: isLinked(task.instance, task.name, task.key),
      ask: taskAsk(opened, task, insides.get(task.instance)),
    }));
  const ofCommitments = commitments
    .filter((one) => isOpen(one) && isTheirCommitment(opened, one))
    .map((one) => ({
      at: one.due,
      isOwn: one.owner === person.id,
      isLinked: isLinked(one.instance, one.commitment),
      ask: commitmentAsk(opened, one, insides.get(one.instance)),
    }));
  // What the message was about comes first, then one's own, then the earliest.
  const order = (one: { isLinked: boolean; isOwn: boolean; at: string }) =>
    `${one.isLinked ? 0 : 1}${one.isOwn ? 0 : 1}${one.at}`;
  const all = [...ofTasks, ...ofCommitments].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return all.map(({ ask, isLinked: wasLinked }) => ({
    ...ask,
    ...(wasLinked && pressed !== undefined ? pressedOf(opened, ask, insides.get(ask.instance), pressed) : {}),
  }));
}

function taskAsk(opened: Opened, task: Placed<TaskView>, looked: Inside | undefined): Ask {
  const { language, today, address, person } = opened;
  const open = looked && taskInside(looked, task.key);
  const title = worded(language, task.title, task.name);
  const due = task.due && (task.due.date ?? localDate(opened.organisation.zone, task.due.at));
  const together = task.owner === person.id ? undefined : nameOf(opened, task.owner);
  const base = {
    instance: task.instance,
    item: task.key,
    title,
    ...(due && isRunning(opened) ? { due: dayOf(opened, due), late: due < today } : {}),
  };
  if (task.offered?.to === person.id) return { ...base, ...offer(opened, title) };
  const isAnswered = !open || open.form !== undefined || open.outcomes.length > 1;
  return {
    ...base,
    ...(together ? { together } : {}),
    buttons: isAnswered ? [] : [{ id: open.outcomes[0]?.id ?? 'done', label: WORDS[language].glance.done }],
    ...(isAnswered ? { answerAt: address(`/answer/${task.instance}/${task.key}`) } : {}),
  };
}

/** In a pause nothing has a day that presses. */
const isRunning = ({ instances }: Opened): boolean =>
  standingOf(instances.map(({ status }) => status)) === 'running';

function commitmentAsk(opened: Opened, one: Placed<CommitmentView>, looked: Inside | undefined): Ask {
  const { language, today, address, person } = opened;
  const base = {
    instance: one.instance,
    item: one.commitment,
    title: one.text,
    ...(isRunning(opened) ? { due: dayOf(opened, one.due), late: one.due < today } : {}),
  };
  if (one.offered?.to === person.id) return { ...base, ...offer(opened, one.text) };
  // A partner's holds from the moment they agree.
  const isNew = one.side === 'partner' && looked?.state.commitments[one.commitment]?.chased === false;
  const button = isNew ? ('agreed' as const) : ('done' as const);
  return {
    ...base,
    buttons: [{ id: button, label: WORDS[language].glance[button] }],
    otherDateAt: address(`/date/${one.instance}/${one.commitment}`),
  };
}

function offer({ language }: Opened, what: string): Pick<Ask, 'title' | 'buttons'> {
  const words = WORDS[language].glance;
  return {
    title: words.offered(what),
    buttons: [
      { id: 'accept', label: words.accept },
      { id: 'decline', label: words.decline },
    ],
  };
}

/** Buttons that open a page, and those that another part of the page has. */
const NOT_PRESSED = new Set(['open', 'openTask', 'answer', 'newDate', 'pause', 'resume', 'wake']);

function pressedOf(
  { language }: Opened,
  ask: Ask,
  looked: Inside | undefined,
  pressed: string,
): Pick<Ask, 'pressed' | 'answerAt'> {
  if (NOT_PRESSED.has(pressed)) return {};
  const open = looked && taskInside(looked, ask.item);
  const outcome = open?.outcomes.find(({ id }) => id === pressed);
  if (outcome && open?.form)
    return { ...(ask.answerAt ? { answerAt: withQuery(ask.answerAt, 'outcome', outcome.id) } : {}) };
  const own = ask.buttons.find(({ id }) => id === pressed);
  const known =
    outcome ?? own ?? (pressed === 'helpMe' || pressed === 'callMe' ? { id: pressed } : undefined);
  if (!known) return {};
  const label = outcome
    ? wordsOf(outcome.label, language)
    : (own?.label ?? wordsOf(buttonLabel(pressed), language));
  return { pressed: { id: known.id, label } };
}

export const withQuery = (address: string, name: string, value: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;

function pastOf(
  opened: Opened,
  { tasks, commitments }: Items,
  facts: Fact[],
  insides: Map<string, Inside | undefined>,
): Step[] {
  const { language } = opened;
  const words = WORDS[language].past;
  const titles = new Map(tasks.map((task) => [`${task.instance}/${task.key}`, task]));
  const promised = new Map(commitments.map((one) => [`${one.instance}/${one.commitment}`, one]));
  // Said once: confirming an agreement has a line of its own.
  const confirmed = new Set(
    facts.flatMap((fact) =>
      fact.type === 'agreement.confirmed' ? [`${fact.instance}/${fact.element}.confirm`] : [],
    ),
  );
  const step = (fact: Fact, text: string, side: Side, person?: string): Step => {
    const who = nameOf(opened, person);
    return { text, side, day: dayAt(opened, fact.at), ...(who ? { who } : {}) };
  };
  return facts.flatMap((fact): Step[] => {
    const by = fact.onBehalfOf ?? fact.by;
    switch (fact.type) {
      case 'instance.started': {
        const isFirst = opened.instances.at(-1)?.instance === fact.instance;
        if (!isFirst) return [];
        const named = insides.get(fact.instance)?.processes[0]?.name;
        const processName = named && wordsOf(named, language);
        return opened.initiative
          ? [step(fact, words.registered(nameOf(opened, by) ?? ''), 'initiator', by)]
          : [step(fact, words.begun(processName), sideOfPerson(opened, by, 'us'), by)];
      }
      case 'task.completed': {
        const task = titles.get(`${fact.instance}/${fact.key}`);
        // What a ladder made, and what has no words of its own, is our own bookkeeping.
        if (!task?.title || task.about || confirmed.has(`${fact.instance}/${fact.element}`)) return [];
        const person = by ?? task.owner;
        const outcome = outcomeOf(language, insides.get(fact.instance), fact.element, fact.outcome);
        return [
          step(
            fact,
            words.task(wordsOf(task.title, language), outcome),
            sideOfPerson(opened, person, task.side),
            person,
          ),
        ];
      }
      case 'meeting.planned': {
        const task = titles.get(`${fact.instance}/${fact.key}`);
        const what = worded(language, task?.title, fact.element);
        const moment = writtenMoment(language, opened.organisation.zone, fact.moment, opened.today);
        return [step(fact, words.meeting(what, moment, fact.place), 'us', by)];
      }
      case 'agreement.confirmed':
        return [step(fact, words.agreed, sideOfPerson(opened, by, 'initiator'), by)];
      case 'commitment.done': {
        const one = promised.get(`${fact.instance}/${fact.commitment}`);
        return one ? [step(fact, words.kept(one.text), one.side, one.owner)] : [];
      }
      case 'commitment.rePromised': {
        const one = promised.get(`${fact.instance}/${fact.commitment}`);
        return one ? [step(fact, words.moved(one.text, dayOf(opened, fact.to)), one.side, one.owner)] : [];
      }
      case 'commitment.dropped': {
        const one = promised.get(`${fact.instance}/${fact.commitment}`);
        return one ? [step(fact, words.dropped(one.text), one.side, one.owner)] : [];
      }
      case 'item.handedOver': {
        const name = nameOf(opened, fact.to);
        return name ? [step(fact, words.handedOver(name), sideOfPerson(opened, fact.to, 'us'))] : [];
      }
      case 'help.asked':
        return [step(fact, words.helpAsked, sideOfPerson(opened, by, 'initiator'), by)];
      case 'instance.paused':
        return [step(fact, words.paused, sideOfPerson(opened, by, 'initiator'), by)];
      case 'instance.resumed':
        return [step(fact, words.resumed, sideOfPerson(opened, by, 'us'), by)];
      case 'instance.rested':
        return [step(fact, words.rested, 'initiator')];
      case 'instance.woken':
        return [step(fact, words.woken, 'initiator')];
      case 'instance.ended':
        return [step(fact, words.ended, 'us')];
      default:
        return [];
    }
  });
}

function outcomeOf(
  language: Language,
  looked: Inside | undefined,
  id: string,
  outcome: string | undefined,
): string | undefined {
  if (outcome === undefined) return undefined;
  const element = looked?.processes.flatMap(({ elements }) => elements.get(id) ?? [])[0];
  const found =
    element?.type === 'userTask' && !element.agreement
      ? element.outcomes?.find((one) => one.id === outcome)
      : undefined;
  return found && wordsOf(found.label, language);
}

function sideOfPerson({ people, initiative }: Opened, id: string | undefined, otherwise: Side): Side {
  if (id === undefined) return otherwise;
  if (initiative?.roles.initiator?.includes(id)) return 'initiator';
  return people.get(id)?.side ?? otherwise;
}

/** Work that is open and promises that run: who is on it, by when; the soonest first. */
function nowOf(opened: Opened, { tasks, commitments }: Items): Step[] {
  const { language, today, now, organisation } = opened;
  const words = WORDS[language].glance;
  const line = (text: string, side: Side, owner: string | undefined, due: string | undefined) => {
    const who = nameOf(opened, owner);
    const day = due && dayOf(opened, due);
    // Only we are called late.
    const late = due !== undefined && due < today && side === 'us';
    const step: Step = {
      text,
      side,
      late,
      ...(who ? { who } : {}),
      ...(day ? { day: late ? words.late(day) : words.until(day) } : {}),
    };
    return { due: due ?? '9', step };
  };
  const ofTasks = tasks
    .filter(
      ({ state, about, meeting, title }) =>
        state === 'open' && !about && title && !(meeting && meeting.at > now),
    )
    .map(({ title, name, side, owner, due }) =>
      line(
        worded(language, title, name),
        side,
        owner,
        due && (due.date ?? localDate(organisation.zone, due.at)),
      ),
    );
  const ofCommitments = commitments
    .filter(isOpen)
    .map(({ text, side, owner, due }) => line(text, side, owner, due));
  return [...ofTasks, ...ofCommitments]
    .sort((a, b) => (a.due < b.due ? -1 : 1))
    .slice(0, MOST_NOW)
    .map(({ step }) => step);
}

/** Planned conversations, steps whose day is known, and what opens by itself; the soonest first. */
async function nextOf(
  deps: Deps,
  opened: Opened,
  { tasks }: Items,
  insides: Map<string, Inside | undefined>,
): Promise<Step[]> {
  const { language, now, organisation } = opened;
  const words = WORDS[language].glance;
  const found: { at: string; step: Step }[] = tasks.flatMap((task) => {
    const { meeting, state } = task;
    if (state !== 'open' || !meeting || meeting.at <= now) return [];
    const who = nameOf(opened, task.owner);
    const place = meeting.place ? `, ${meeting.place}` : '';
    const step = {
      text: worded(language, task.title, task.name),
      side: task.side,
      day: `${writtenMoment(language, organisation.zone, meeting.at, opened.today)}${place}`,
      ...(who ? { who } : {}),
    };
    return [{ at: meeting.at, step }];
  });
  const surroundings = await deps.engine.surroundings(organisation.id, opened.link.world);
  for (const [instance, looked] of insides) {
    if (!looked) continue;
    const ahead = (at: string, name: Text | undefined, roles: string[], day: (day: string) => string) => {
      if (name === undefined) return;
      const [role = ''] = roles;
      const who = nameOf(opened, looked.state.people[role]?.[0]);
      const process = looked.processes[0];
      found.push({
        at,
        step: {
          text: wordsOf(name, language),
          side: process ? sideOf(process, role) : 'us',
          day: day(dayAt(opened, at)),
          ...(who ? { who } : {}),
        },
      });
    };
    for (const { at, element, roles } of coming(looked, surroundings, now))
      ahead(at, element.name, roles, words.until);
    const summary = opened.instances.find((one) => one.instance === instance);
    const happens = summary ? await forecast(deps, summary).catch(() => undefined) : undefined;
    for (const { at, type, item } of happens?.happens ?? []) {
      if (type !== 'task.created' || at <= now) continue;
      const element = looked.processes.flatMap(({ elements }) => elements.get(item ?? '') ?? [])[0];
      if (element?.type === 'userTask') ahead(at, element.name, element.roles, words.around);
    }
  }
  const once = new Map(found.sort((a, b) => (a.at < b.at ? 1 : -1)).map((one) => [one.step.text, one]));
  return [...once.values()]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, MOST_NEXT)
    .map(({ step }) => step);
}

/** To a partner or volunteer only what is theirs; what was dropped is in what happened. */
function agreementOf(opened: Opened, { commitments }: Items): Promised[] {
  const { side } = opened;
  return commitments
    .filter(({ status }) => status !== 'dropped')
    .filter((one) => side === 'initiator' || isTheirCommitment(opened, one))
    .map((one) => {
      const last = one.reasons.at(-1);
      const isDone = one.status === 'done';
      return {
        instance: one.instance,
        item: one.commitment,
        text: one.text,
        side: one.side,
        who: nameOf(opened, one.owner) ?? '',
        due: dayOf(opened, one.due),
        state: isDone ? 'done' : one.due < opened.today ? 'late' : 'open',
        ...(one.doneOn ? { doneOn: dayOf(opened, one.doneOn) } : {}),
        ...(last && !isDone ? { moved: { from: dayOf(opened, last.from), why: last.why } } : {}),
        mine: isTheirCommitment(opened, one) && one.offered === undefined,
      };
    });
}
