/** Answering a task on its own page: nothing that was typed is lost, and what is wrong is said in the reader's words. */
import type { Request, Response } from 'express';
import type { Field, Form, TaskView } from '../../contract/index.ts';
import { localDate } from '../../core/calendar/index.ts';
import { validateForm, visibleFields } from '../../core/forms/index.ts';
import type { Json, State, Variables } from '../../core/state.ts';
import { wordsOf, writtenDate } from '../../core/texts/index.ts';
import { type AnswerPage, answerPage, closedPage } from '../../pages/answer.ts';
import { one, readForm } from '../../pages/form-data.ts';
import { WORDS } from '../../pages/words.ts';
import type { Placed } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { presetsOf } from '../presets.ts';
import { actAs } from './act.ts';
import { saidOf } from './glance.ts';
import { type Inside, inside, type TaskInside, taskInside } from './inside.ts';
import { itemsOf, seenOf, touched } from './items.ts';
import type { Opened } from './opened.ts';
import { forReader, isAway, missing, seeOther, send, sentBy } from './reading.ts';
import { reported } from './report.ts';

/** What there is to answer. */
interface Asked {
  task: Placed<TaskView>;
  open: TaskInside;
  looked: Inside;
  told: Pick<AnswerPage, 'reported'>;
}

type Agreed = State['agreements'][string];

const NO_FORM: Form = { id: '', name: '', fields: [] };

export const showAnswer = (deps: Deps) =>
  forReader(deps, async (opened, request, response) => {
    const asked = await find(deps, opened, request, response);
    if (!asked) return;
    const chosen = request.query.outcome;
    const values = presets(opened, asked);
    send(
      response,
      answerPage(pageOf(opened, asked, values, typeof chosen === 'string' ? chosen : undefined)),
    );
  });

export const takeAnswer = (deps: Deps) =>
  forReader(deps, async (opened, request, response) => {
    const asked = await find(deps, opened, request, response);
    if (!asked) return;
    const { task, open, looked } = asked;
    const sent = sentBy(request);
    const outcome = one(sent, 'outcome') || undefined;
    const form = open.form ?? NO_FORM;
    const data = readForm(form.fields, sent, opened.language);
    const again = (more: Partial<AnswerPage>, status: number) =>
      send(response, answerPage({ ...pageOf(opened, asked, data, outcome), ...more }), status);

    const now = { at: opened.now, zone: opened.organisation.zone };
    const wasAsked = new Set([sent.asked ?? []].flat());
    const shown = visibleFields(form, data, open.variables, now, outcome);
    // An answer brought up questions that were not on the page yet: they are asked before anything is kept.
    if (shown.some(({ key }) => !wasAsked.has(key) && key !== 'outcome')) return again({ note: 'more' }, 422);
    const read = validateForm(form, data, open.variables, now, outcome, looked.state.people);
    if (!read.ok) {
      const problems = read.problems.map(({ path, text }) => ({ path, text: text[opened.language] }));
      return again({ problems }, 422);
    }
    try {
      const answer = await actAs(
        deps,
        opened,
        task.instance,
        {
          type: 'complete',
          task: task.key,
          ...(outcome === undefined ? {} : { outcome }),
          ...(open.form ? { data: read.data } : {}),
        },
        one(sent, 'seen'),
      );
      const isWrong = !answer.ok && answer.rejection.code === 'INVALID_ARGUMENT';
      // The process itself refuses these answers, in words of its own.
      if (isWrong)
        return again({ problems: [{ path: '', text: saying(opened, open, answer.rejection.message) }] }, 422);
      seeOther(response, opened, saidOf(answer, 'answered'));
    } catch (error) {
      if (!isAway(error)) throw error;
      again({ note: 'away' }, 503);
    }
  });

/** Refusals are told in English by the engine; the drawing has them in both languages. */
function saying({ language }: Opened, { element }: TaskInside, message: string): string {
  const known = element.refuseIf?.find(({ saying: text }) => wordsOf(text, 'en') === message);
  return known ? wordsOf(known.saying, language) : message;
}

/** The open task, or the page that says it was answered, and by whom. */
async function find(
  deps: Deps,
  opened: Opened,
  request: Request,
  response: Response,
): Promise<Asked | undefined> {
  const { instance, task: key } = request.params as Record<string, string>;
  const found = touched(opened, await itemsOf(deps, opened), instance ?? '', key ?? '');
  if (found?.kind !== 'task') {
    missing(response, opened);
    return undefined;
  }
  const { task } = found;
  const looked = task.state === 'open' ? await inside(deps, task.instance) : undefined;
  const open = looked && taskInside(looked, task.key);
  if (looked && open)
    return { task, open, looked, told: await reported(deps, opened, task.instance, open.variables) };
  if (task.state === 'open' && !looked)
    throw new Error('The instance of an open task could not be looked into');
  send(response, closedPage(closedOf(opened, task)), 409);
  return undefined;
}

function closedOf(opened: Opened, task: TaskView) {
  const { language, organisation, today, people, person, frame, address } = opened;
  const words = WORDS[language].answer;
  const day = writtenDate(language, localDate(organisation.zone, task.endedAt ?? opened.now), today);
  const who = task.onBehalfOf ?? task.by;
  const name = who === undefined ? undefined : people.get(who)?.name;
  const text =
    task.state === 'cancelled'
      ? words.gone(day)
      : who === person.id
        ? words.closedByYou(day)
        : words.closedBy(name ?? organisation.name, day);
  return { ...frame, back: address(), title: titleOf(opened, task), text };
}

const titleOf = ({ language }: Opened, { title, name }: TaskView): string =>
  title === undefined ? name : wordsOf(title, language);

function presets({ now, organisation }: Opened, { open }: Asked): Variables {
  return presetsOf(open.element, open.form ?? NO_FORM, open.variables, { at: now, zone: organisation.zone });
}

function pageOf(opened: Opened, asked: Asked, values: Variables, chosen: string | undefined): AnswerPage {
  const { language, organisation, today, now, frame, address, people } = opened;
  const { task, open, looked } = asked;
  const form = open.form ?? NO_FORM;
  const due = task.due && (task.due.date ?? localDate(organisation.zone, task.due.at));
  const shown = visibleFields(form, values, open.variables, { at: now, zone: organisation.zone }, chosen);
  const at = address(`/answer/${task.instance}/${task.key}`);
  return {
    ...frame,
    other: otherOf(opened, at),
    at,
    back: address(),
    seen: seenOf(opened),
    title: titleOf(opened, task),
    ...(due ? { due: writtenDate(language, due, today) } : {}),
    ...(form.intro === undefined ? {} : { intro: wordsOf(form.intro, language) }),
    fields: shown.filter(({ key }) => key !== 'outcome'),
    outcomes: open.outcomes
      .filter(
        ({ by }) =>
          by === undefined || by.some((role) => looked.state.people[role]?.includes(opened.person.id)),
      )
      .map(({ id, label }) => ({ id, label: wordsOf(label, language) })),
    ...(chosen === undefined ? {} : { chosen }),
    values,
    problems: [],
    people: [...people.values()].flatMap(({ id, name }) => (name ? [{ id, name }] : [])),
    today,
    language,
    ...agreedUpon(opened, asked),
    ...asked.told,
  };
}

const otherOf = ({ language, person }: Opened, at: string): string => {
  const wanted = language === 'nl' ? 'en' : 'nl';
  const [path = ''] = at.split('?');
  return wanted === person.language ? path : `${path}?lang=${wanted}`;
};

/** Who confirms an agreement reads all of it: the commitments and what was written with them. */
function agreedUpon(
  opened: Opened,
  { task, open, looked }: Asked,
): Pick<AnswerPage, 'about' | 'commitments'> {
  const { element, variables } = open;
  const agreement = 'agreement' in element ? element.agreement : undefined;
  if (agreement?.step !== 'confirm') return { about: [], commitments: [] };
  const { language, people, today } = opened;
  const ids = agreementFor(looked.state, task.key, agreement.of)?.commitments ?? [];
  const process = looked.processes.find(({ elements }) => elements.has(element.id));
  const draft = [...(process?.elements.values() ?? [])].find(
    (one) => one.type === 'userTask' && one.agreement?.of === agreement.of && one.agreement.step === 'draft',
  );
  const drawn = process?.definition.elements.find(({ id }) => id === agreement.of);
  const shown = [
    ...(drawn?.type === 'agreement' ? (drawn.shows ?? []) : []),
    ...(draft?.type === 'userTask' && draft.form !== undefined ? [draft.form] : []),
  ];
  const fields = shown.flatMap((id) => process?.forms.get(id)?.fields ?? []);
  const own = new Set(open.form?.fields.map(({ key }) => key));
  return {
    commitments: ids.flatMap((id) => {
      const found = looked.state.commitments[id];
      if (!found) return [];
      const who = people.get(found.owner)?.name ?? '';
      return [{ text: found.text, who, due: writtenDate(language, found.due, today) }];
    }),
    about: fields
      .filter(({ type, key }) => type !== 'commitments' && !own.has(key))
      .flatMap((field) => {
        const text = shownValue(opened, field, variables[field.key]);
        return text ? [{ label: wordsOf(field.label, language), text }] : [];
      }),
  };
}

/** The agreement a task is about: that of the process it is in, which may have been called (`n6@12`). */
function agreementFor({ agreements, elements }: State, task: string, of: string): Agreed | undefined {
  for (let at = elements[task]?.scope ?? ''; at !== ''; at = elements[at]?.scope ?? '')
    if (agreements[`${of}@${at}`]) return agreements[`${of}@${at}`];
  return agreements[of];
}

function shownValue(opened: Opened, field: Field, value: Json | undefined): string | undefined {
  const { language, today, people } = opened;
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value))
    return value
      .flatMap((each) => shownValue(opened, field, each) ?? [])
      .join(field.type === 'rows' ? '; ' : ', ');
  if (typeof value === 'boolean') return WORDS[language].answer[value ? 'yes' : 'no'];
  if (typeof value === 'object') return lineShown(opened, field, value);
  if (typeof value !== 'string') return String(value);
  if (field.type === 'date') return writtenDate(language, value, today);
  const option = field.options?.find(({ id }) => id === value);
  return option ? wordsOf(option.label, language) : (people.get(value)?.name ?? value);
}

/** A line of a list: its columns in their order. */
function lineShown(opened: Opened, { columns = [] }: Field, line: Record<string, Json>): string | undefined {
  const parts = columns.flatMap((column) => shownValue(opened, column, line[column.key]) ?? []);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
