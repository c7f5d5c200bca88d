/** A form as the page residents get, made by the very code of that page; and what it says when they send it. */
import type { Definition, Form, Language } from '../../contract/index.ts';
import { localDate } from '../../core/calendar/index.ts';
import type { Now } from '../../core/feel/index.ts';
import { validateForm, visibleFields } from '../../core/forms/index.ts';
import { roleName, said, sideOf, titleOf } from '../../core/prose/say.ts';
import type { Variables } from '../../core/state.ts';
import { answerPage } from '../../pages/answer.ts';
import { one, readForm, type Sent } from '../../pages/form-data.ts';
import { fieldsToRegister, registerPage } from '../../pages/register.ts';
import { type Use, usesOf } from '../actions/index.ts';

export interface Shown {
  definition: Definition;
  form: Form;
  /** The step it is asked at; without one it is a form by itself. */
  use: Use | undefined;
  language: Language;
  organisation: string;
  /** Its own style sheet and logo, where it has them. */
  look?: { css?: string | undefined; logo?: string | undefined } | undefined;
  now: Now;
  /** What was told at earlier steps. */
  before: Variables;
}

export interface Filled {
  values: Variables;
  problems: { path: string; text: { nl: string; en: string } }[];
  outcome?: string | undefined;
  /** An answer brought up a question that was not there yet. */
  note?: 'more' | undefined;
}

export const nothingFilled: Filled = { values: {}, problems: [] };

/** Whether strangers may begin with it: then it is the page on which one registers. */
const isRegistration = ({ definition, use }: Shown): boolean =>
  use?.element.type === 'startEvent' && use.element.parent === undefined && isForOthers(definition, use);

/** Steps at which people outside the organisation get the form. */
export function isForOthers(definition: Definition, { element, as }: Use): boolean {
  if (element.type === 'startEvent')
    return element.by === undefined || element.by.some((role) => sideOf(definition, role) !== 'us');
  if (element.type === 'agreement' && as === 'confirmForm')
    return element.confirmRoles.some((role) => sideOf(definition, role) !== 'us');
  return 'roles' in element && (element.roles ?? []).some((role) => sideOf(definition, role) !== 'us');
}

/** Steps that ask for it, those of residents first; reading it with an agreement is not asking. */
export const placesOf = (definition: Definition, form: string): Use[] =>
  usesOf(definition, form)
    .filter(({ as }) => as !== 'shows')
    .sort((a, b) => Number(isForOthers(definition, b)) - Number(isForOthers(definition, a)));

const asked = (shown: Shown): Form =>
  isRegistration(shown) ? { ...shown.form, fields: fieldsToRegister(shown.form) } : shown.form;

/** One made-up person for each role. */
const peopleOf = ({ definition, language }: Shown) =>
  definition.roles.map(({ id }) => ({ id, name: roleName(definition, id, language) }));

export function residentPage(shown: Shown, { values, problems, outcome, note }: Filled): string {
  const { form, use, language, organisation, look, now, before } = shown;
  const { fields } = asked(shown);
  const page = {
    language,
    organisation,
    ...(look ? { look } : {}),
    at: '#',
    values,
    problems: problems.map(({ path, text }) => ({ path, text: text[language] })),
    people: peopleOf(shown),
    today: localDate(now.zone, now.at),
    ...(note ? { note } : {}),
    ...(form.intro === undefined ? {} : { intro: said(form.intro, language) }),
    fields: visibleFields({ ...form, fields }, values, before, now, outcome).filter(
      ({ key }) => key !== 'outcome',
    ),
  };
  if (isRegistration(shown)) return registerPage({ ...page, once: '' });
  const element = use?.element;
  const outcomes = element?.type === 'userTask' ? (element.outcomes ?? []) : [];
  return answerPage({
    ...page,
    back: '#',
    seen: '',
    title: element ? titleOf(element, language) : said(form.name, language),
    outcomes: outcomes.map(({ id, label }) => ({ id, label: said(label, language) })),
    ...(outcome === undefined ? {} : { chosen: outcome }),
    about: [],
    commitments: [],
  });
}

/** Which questions are asked for what was filled in so far: when these change, the page does. */
export const keysAsked = (shown: Shown, { values, outcome }: Filled): string =>
  visibleFields(asked(shown), values, shown.before, shown.now, outcome)
    .map(({ key }) => key)
    .join(' ');

export const readSent = (shown: Shown, sent: Sent): Variables =>
  readForm(asked(shown).fields, sent, shown.language);

/** What sending does: questions that come up, problems, or what would be kept. */
export function sent(shown: Shown, given: Sent): { again: Filled } | { kept: Variables } {
  const { now, before, definition } = shown;
  const form = asked(shown);
  const values = readSent(shown, given);
  const outcome = one(given, 'outcome') || undefined;
  const wasAsked = new Set([given.asked ?? []].flat());
  const fields = visibleFields(form, values, before, now, outcome);
  if (fields.some(({ key }) => !wasAsked.has(key) && key !== 'outcome'))
    return { again: { values, problems: [], outcome, note: 'more' } };
  const people = Object.fromEntries(definition.roles.map(({ id }) => [id, [id]]));
  const read = validateForm(form, values, before, now, outcome, people);
  if (read.ok) return { kept: read.data };
  return { again: { values, problems: read.problems, outcome } };
}

/** What the conditions of a form look at that the form itself does not ask. */
export function toldBefore(definition: Definition, form: Form, reads: (feel: string) => string[][]): Form {
  const own = new Set(form.fields.map(({ key }) => key));
  const names = new Set(
    form.fields.flatMap(({ visibleIf, requiredIf }) =>
      [visibleIf, requiredIf].flatMap((feel) => (feel ? reads(feel) : [])).map(([name = '']) => name),
    ),
  );
  const fields = definition.forms
    .flatMap((one) => one.fields)
    .filter(
      ({ key }, at, all) => names.has(key) && !own.has(key) && all.findIndex((f) => f.key === key) === at,
    )
    .map(({ key, type, label, options, columns }) => ({
      key,
      type,
      label,
      ...(options ? { options } : {}),
      ...(columns ? { columns } : {}),
    }));
  return { id: 'before', name: '', fields };
}
