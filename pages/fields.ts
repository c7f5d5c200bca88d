/** Fields of forms as plain HTML: one per type, with label, help and what is wrong, usable without script. */
import type { Field, FieldType, Language } from '../contract/index.ts';
import type { Json, Variables } from '../core/state.ts';
import { wordsOf } from '../core/texts/index.ts';
import { flag, type Html, html } from './html.ts';
import { WORDS } from './words.ts';

/** What a field is drawn from. */
interface Drawn {
  field: Field;
  id: string;
  value: Json | undefined;
  language: Language;
  /** People that may be chosen, by id. */
  people: { id: string; name: string }[];
  today: string;
  /** Ids of help and problem, for the control. */
  describedBy: Html;
  invalid: Html;
}

export interface Filled {
  language: Language;
  values: Variables;
  /** By field; of commitments `commitments[0].due`. */
  problems: { path: string; text: string }[];
  people: { id: string; name: string }[];
  today: string;
}

const asText = (value: Json | undefined): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value);
const asList = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.map(asText) : value === undefined || value === null ? [] : [asText(value)];

const required = ({ field }: Drawn) => flag('required', field.required === true);

const line =
  (type: string, more: (drawn: Drawn) => Html = () => html``) =>
  (drawn: Drawn): Html =>
    html`<input type="${type}" id="${drawn.id}" name="${drawn.field.key}" value="${asText(drawn.value)}"${more(drawn)}${required(drawn)}${drawn.describedBy}${drawn.invalid}>`;

/** Amounts are kept in cents and written in euros. */
function euros(value: Json | undefined, language: Language): string {
  if (typeof value !== 'number') return asText(value);
  const text = (value / 100).toFixed(value % 100 === 0 ? 0 : 2);
  return language === 'nl' ? text.replace('.', ',') : text;
}

function chosen(drawn: Drawn, kind: 'radio' | 'checkbox', options: { id: string; label: string }[]): Html {
  const { field, id, value } = drawn;
  const now = kind === 'radio' ? [asText(value)] : asList(value);
  return html`${options.map(
    (option, i) =>
      html`<label class="option" for="${id}-${i}"><input type="${kind}" id="${id}-${i}" name="${field.key}" value="${option.id}"${flag('checked', now.includes(option.id))}${kind === 'radio' ? required(drawn) : ''}> <span>${option.label}</span></label>`,
  )}`;
}

const optionsOf = ({ field, language }: Drawn) =>
  (field.options ?? []).map(({ id, label }) => ({ id, label: wordsOf(label, language) }));

const named = ({ people }: Drawn) => people.map(({ id, name }) => ({ id, label: name }));

/** Fewer options are shown all at once: that is one look and one tap. */
const MOST_SHOWN = 7;

function pickOne(drawn: Drawn, options: { id: string; label: string }[]): Html {
  if (options.length <= MOST_SHOWN) return chosen(drawn, 'radio', options);
  return html`<select id="${drawn.id}" name="${drawn.field.key}"${required(drawn)}${drawn.describedBy}${drawn.invalid}>
<option value="">${WORDS[drawn.language].answer.pick}</option>
${options.map(({ id, label }) => html`<option value="${id}"${flag('selected', asText(drawn.value) === id)}>${label}</option>`)}
</select>`;
}

/** Three rows to fill in, and what was there. */
const ROWS = 3;

function commitments(drawn: Drawn): Html {
  const { field, id, value, language, people, today } = drawn;
  const words = WORDS[language].answer;
  const rows = (Array.isArray(value) ? value : []) as Record<string, Json>[];
  const count = Math.max(ROWS, rows.length + 1);
  return html`${Array.from({ length: count }, (_, i) => {
    const row = rows[i] ?? {};
    const name = (part: string) => `${field.key}[${i}].${part}`;
    return html`<fieldset class="row"><legend>${words.commitment(i + 1)}</legend>
<p><label for="${id}-${i}-text">${words.what}</label><input type="text" id="${id}-${i}-text" name="${name('text')}" value="${asText(row.text)}"></p>
<p><label for="${id}-${i}-owner">${words.who}</label><select id="${id}-${i}-owner" name="${name('owner')}"><option value="">${words.pick}</option>${people.map((person) => html`<option value="${person.id}"${flag('selected', row.owner === person.id)}>${person.name}</option>`)}</select></p>
<p><label for="${id}-${i}-due">${words.when}</label><input type="date" id="${id}-${i}-due" name="${name('due')}" value="${asText(row.due)}" min="${today}"></p>
</fieldset>`;
  })}`;
}

/** Each column of a line is drawn as a question of its own. */
function rows(drawn: Drawn): Html {
  const { field, id, value, language, people } = drawn;
  const words = WORDS[language].answer;
  const lines = (Array.isArray(value) ? value : []) as Record<string, Json>[];
  const count = Math.max(ROWS, lines.length + 1);
  return html`${Array.from({ length: count }, (_, i) => {
    const line = lines[i] ?? {};
    return html`<fieldset class="row"><legend>${words.line(i + 1)}</legend>
${(field.columns ?? []).map((column) => {
  const part = { ...column, key: `${field.key}[${i}].${column.key}`, required: false };
  const one = { ...drawn, field: part, id: `${id}-${i}-${column.key}`, value: line[column.key] };
  const label = wordsOf(column.label, language);
  const control = controls[column.type]({ ...one, describedBy: html``, invalid: html`` });
  return isGroup(part, people)
    ? html`<fieldset class="field"><legend>${label}</legend>${control}</fieldset>`
    : html`<p><label for="${one.id}">${label}</label>${control}</p>`;
})}
</fieldset>`;
  })}`;
}

const controls: Record<FieldType, (drawn: Drawn) => Html> = {
  text: line('text', ({ field }) => autocomplete(field)),
  longText: (drawn) =>
    html`<textarea id="${drawn.id}" name="${drawn.field.key}" rows="5"${required(drawn)}${drawn.describedBy}${drawn.invalid}>
${asText(drawn.value)}</textarea>`,
  number: line('text', () => html` inputmode="decimal"`),
  money: (drawn) =>
    html`<input type="text" inputmode="decimal" id="${drawn.id}" name="${drawn.field.key}" value="${euros(drawn.value, drawn.language)}"${required(drawn)}${drawn.describedBy}${drawn.invalid}>`,
  date: line('date'),
  dateTime: line('datetime-local'),
  choice: (drawn) => (drawn.field.options ? pickOne(drawn, optionsOf(drawn)) : line('text')(drawn)),
  choices: (drawn) => chosen(drawn, 'checkbox', optionsOf(drawn)),
  yesNo: (drawn) => {
    const { yes, no } = WORDS[drawn.language].answer;
    const value = drawn.value === true ? 'yes' : drawn.value === false ? 'no' : drawn.value;
    return chosen({ ...drawn, value }, 'radio', [
      { id: 'yes', label: yes },
      { id: 'no', label: no },
    ]);
  },
  person: (drawn) => (drawn.people.length > 0 ? pickOne(drawn, named(drawn)) : line('text')(drawn)),
  people: (drawn) =>
    drawn.people.length > 0 ? chosen(drawn, 'checkbox', named(drawn)) : line('text')(drawn),
  organisation: line('text', () => html` autocomplete="organization"`),
  place: line('text'),
  file: line('text'),
  scale: (drawn) => {
    const { min = 1, max = 5 } = drawn.field;
    const { lowest, highest } = WORDS[drawn.language].answer;
    const options = Array.from({ length: max - min + 1 }, (_, i) => ({
      id: String(min + i),
      label: i === 0 ? `${min} (${lowest})` : min + i === max ? `${max} (${highest})` : String(min + i),
    }));
    return chosen(drawn, 'radio', options);
  },
  commitments,
  rows,
};

/** Browsers may fill in what they know of the one who registers. */
const KNOWN: Record<string, string> = { yourName: 'name', contact: 'email' };
const autocomplete = ({ key }: Field): Html =>
  Object.hasOwn(KNOWN, key) ? html` autocomplete="${KNOWN[key]}"` : html``;

/** Several controls under one label. */
function isGroup({ type, options }: Field, people: unknown[]): boolean {
  if (type === 'choice') return options !== undefined && options.length <= MOST_SHOWN;
  if (type === 'person') return people.length > 0 && people.length <= MOST_SHOWN;
  if (type === 'people') return people.length > 0;
  return ['choices', 'yesNo', 'scale', 'commitments', 'rows'].includes(type);
}

const HINT: Partial<Record<FieldType, 'euro' | 'several' | 'file'>> = {
  money: 'euro',
  choices: 'several',
  people: 'several',
  file: 'file',
};

const belongsTo = (path: string, key: string) => path === key || path.startsWith(`${key}[`);

export function fieldOf(field: Field, filled: Filled): Html {
  const { language, values, problems, people, today } = filled;
  const words = WORDS[language].answer;
  const id = `f-${field.key}`;
  const wrong = problems.filter(({ path }) => belongsTo(path, field.key));
  const hint = HINT[field.type];
  const help = [field.help && wordsOf(field.help, language), hint && words[hint]].filter(Boolean).join(' ');
  const about = [help && `${id}-help`, wrong.length > 0 && `${id}-problem`].filter(Boolean).join(' ');
  const describedBy = about ? html` aria-describedby="${about}"` : html``;
  const invalid = wrong.length > 0 ? html` aria-invalid="true"` : html``;
  const drawn = { field, id, value: values[field.key], language, people, today, describedBy, invalid };
  const label = html`${wordsOf(field.label, language)} <span class="quiet">(${field.required ? words.required : words.optional})</span>`;
  const rest = html`${help && html`<p class="help" id="${id}-help">${help}</p>`}
${wrong.length > 0 && html`<p class="problem" id="${id}-problem">${wrong.map(({ text }) => html`<span>${text}</span> `)}</p>`}`;
  const asked = html`<input type="hidden" name="asked" value="${field.key}">`;
  if (isGroup(field, people))
    return html`<fieldset class="field" id="${id}"${describedBy}><legend>${label}</legend>${rest}${controls[field.type](drawn)}${asked}</fieldset>`;
  return html`<div class="field"><label for="${id}">${label}</label>${rest}${controls[field.type](drawn)}${asked}</div>`;
}

/** What is wrong, at the top, each with a link to its field. */
export function problemList({ language, problems }: Filled, known: ReadonlySet<string>): Html {
  if (problems.length === 0) return html``;
  return html`<div class="banner trouble" role="alert" tabindex="-1"><p>${WORDS[language].answer.problems(problems.length)}</p>
<ul>${problems.map(({ path, text }) => {
    const key = path.split('[')[0] ?? path;
    return html`<li>${known.has(key) ? html`<a href="#f-${key}">${text}</a>` : text}</li>`;
  })}</ul></div>`;
}
