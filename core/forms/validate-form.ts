// Validates what was filled in on a form, with the same rules in the browser, in the API and at completion.
import type { Field, Form, Side } from '../../contract/index.ts';
import { closestWord } from '../closest-word.ts';
import { evaluate, holds, type Now } from '../feel/index.ts';
import type { Json, Variables } from '../state.ts';
import { SIDES } from '../texts/sides.ts';
import { holdsCitizenNumber } from './citizen-number.ts';
import { fieldTypes } from './field-types.ts';
import { expectedOther, label, type Problem } from './problem.ts';

export type FormResult =
  | { ok: true; data: Variables; warnings: Problem[] }
  | { ok: false; problems: Problem[] };

/**
 * The data as it is kept (option ids, defaults filled in, hidden fields left out), or all problems at once. `variables`
 * are the instance's; conditions see them under the form's own data, and `outcome`. `people` says who holds each role,
 * so that `mustInclude` may name a role. What the form does not ask is kept too (nothing is lost) and named in a warning.
 */
export function validateForm(
  form: Form,
  data: Variables,
  variables: Variables,
  now: Now,
  outcome?: string,
  people: Record<string, string[]> = {},
): FormResult {
  const problems: Problem[] = [];
  const values: Variables = Object.create(null); // so that no key is found that nobody filled in

  for (const field of form.fields) {
    const given =
      answerTo(field, data, outcome) ?? defaultOf(field, { ...variables, ...data, ...values }, now);
    if ('message' in given) problems.push(broken(field, given.message));
    else if (given.value !== null) keep(field, given.value);
  }

  const scope: Variables = { ...variables, outcome: outcome ?? null };
  for (const { key } of form.fields) scope[key] = values[key] ?? null;
  const condition = (field: Field, expression: string) => {
    const answer = holds(expression, scope, now);
    if (answer.ok) return answer.holds;
    problems.push(broken(field, answer.message));
    return false;
  };

  for (const field of form.fields) {
    if (field.visibleIf !== undefined && !condition(field, field.visibleIf)) {
      hide(field.key);
      continue;
    }
    const required =
      field.required === true || (field.requiredIf !== undefined && condition(field, field.requiredIf));
    const wrong = problems.some(({ path }) => belongsTo(path, field.key));
    if (required && values[field.key] === undefined && !wrong) problems.push(missing(field));
    if (!includesWhatItMust(field, values[field.key], people)) problems.push(mustInclude(field));
  }

  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    data: { ...unasked(form, data), ...values },
    warnings: [...unknownFields(form, data), ...form.fields.flatMap((field) => warningsOf(field, values))],
  };

  function keep(field: Field, value: Json): void {
    const read = fieldTypes[field.type](value, field, now.zone);
    if ('value' in read) values[field.key] = read.value;
    else
      problems.push(
        ...read.misfits.map(({ expected, got, path = '' }) =>
          expectedOther(field, `${field.key}${path}`, expected, got),
        ),
      );
  }

  /** What nobody was asked cannot be wrong, and is not kept. */
  function hide(key: string): void {
    delete values[key];
    scope[key] = null;
    problems.splice(0, problems.length, ...problems.filter(({ path }) => !belongsTo(path, key)));
  }
}

type Answer = { value: Json } | { message: string };

/** A field called `outcome` is answered by the button that was pressed. */
function answerTo(field: Field, data: Variables, outcome: string | undefined): Answer | undefined {
  if (field.key === 'outcome' && outcome !== undefined) return { value: outcome };
  const given = Object.hasOwn(data, field.key) ? data[field.key] : undefined;
  return given === undefined || isEmpty(given) ? undefined : { value: given };
}

function defaultOf(field: Field, scope: Variables, now: Now): Answer {
  const { default: preset } = field;
  if (preset === undefined) return { value: null };
  if (typeof preset !== 'string' || !preset.startsWith('=')) return { value: preset };
  const made = evaluate(preset.slice(1), scope, now);
  return made.ok ? { value: made.value } : made;
}

function isEmpty(value: Json): boolean {
  return (
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

const belongsTo = (path: string, key: string) => path === key || path.startsWith(`${key}[`);

/** What came along that the form does not ask. */
function unasked(form: Form, data: Variables): Variables {
  const asked = new Set(form.fields.map(({ key }) => key));
  return Object.fromEntries(Object.entries(data).filter(([key]) => !asked.has(key)));
}

function unknownFields(form: Form, data: Variables): Problem[] {
  const keys = form.fields.map(({ key }) => key);
  return Object.keys(data)
    .filter((key) => !keys.includes(key))
    .map((key) => {
      const meant = closestWord(key, keys);
      const hint = meant ? `did you mean '${meant}'?` : `it has ${keys.join(', ') || 'no fields'}`;
      return {
        path: key,
        message: `Expected only fields of form '${form.id}', got '${key}'; ${hint}`,
        text: {
          nl: `Dit formulier heeft geen vraag “${key}”.`,
          en: `This form has no question “${key}”.`,
        },
      };
    });
}

function missing(field: Field): Problem {
  return {
    path: field.key,
    message: `Expected an answer in '${field.key}', got nothing`,
    text: {
      nl: `Vul “${label(field, 'nl')}” nog in.`,
      en: `Please fill in “${label(field, 'en')}”.`,
    },
  };
}

function includesWhatItMust(
  { mustInclude: must }: Field,
  value: Json | undefined,
  people: Record<string, string[]>,
): boolean {
  if (must === undefined || !Array.isArray(value)) return true;
  return value.includes(must) || (people[must] ?? []).some((person) => value.includes(person));
}

function mustInclude(field: Field): Problem {
  const must = field.mustInclude ?? '';
  const option = field.options?.find(({ id }) => id === must)?.label ?? must;
  // A role that is called after its side has that side's word.
  const word =
    typeof option === 'string' ? (SIDES[option as Side]?.word ?? { nl: option, en: option }) : option;
  return {
    path: field.key,
    message: `Expected '${must}' to be one of those in '${field.key}'`,
    text: {
      nl: `Bij “${label(field, 'nl')}” hoort ook “${word.nl}”.`,
      en: `“${label(field, 'en')}” must also have “${word.en}”.`,
    },
  };
}

/** The form's own expression cannot be worked out: nothing the person did wrong. */
function broken(field: Field, message: string): Problem {
  return {
    path: field.key,
    message: `Field '${field.key}' of the form cannot be worked out: ${message}`,
    text: {
      nl: `Het formulier klopt niet bij “${label(field, 'nl')}”. Vraag je contactpersoon om hulp.`,
      en: `The form has a mistake at “${label(field, 'en')}”. Please ask your contact person for help.`,
    },
  };
}

function warningsOf(field: Field, values: Variables): Problem[] {
  const value = values[field.key];
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  if (!['text', 'longText', 'number'].includes(field.type) || !holdsCitizenNumber(text)) return [];
  return [
    {
      path: field.key,
      message: `'${field.key}' seems to hold a citizen number (BSN), which should not be kept`,
      text: {
        nl: `Bij “${label(field, 'nl')}” lijkt een burgerservicenummer te staan. Haal het liever weg.`,
        en: `“${label(field, 'en')}” seems to hold a citizen service number. Please take it out.`,
      },
    },
  ];
}
