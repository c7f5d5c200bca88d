// Conditions as rows of field, comparison and value, and the FEEL they stand for. What rows cannot say stays FEEL.
import type { Definition, Field, Language } from '../../contract/index.ts';
import { outcomeVariable } from '../outcome-variable.ts';
import { said, titleOf, variableName } from './say.ts';

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>=', 'contains', 'filled', 'empty'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface Row {
  variable: string;
  comparison: Comparison;
  /** As FEEL writes it: `3`, `true`, `"outside"`. */
  value: string;
}

export interface Rows {
  all: boolean;
  rows: Row[];
}

const NAME = '[A-Za-z]\\w*(?:\\.[A-Za-z]\\w*)*';
const VALUE = '(?:-?\\d+(?:\\.\\d+)?|true|false|null|"[^"]*")';
const COMPARE = new RegExp(`^(${NAME})\\s*(<=|>=|!=|=|<|>)\\s*(${VALUE})$`);
const CONTAINS = new RegExp(`^list contains\\((${NAME}),\\s*(${VALUE})\\)$`);

/** The rows of a condition, when menus can show it. */
export function readCondition(feel: string): Rows | undefined {
  if (feel.trim() === '') return { all: true, rows: [] };
  for (const word of ['and', 'or'] as const) {
    const parts = feel.split(new RegExp(`\\s+${word}\\s+`));
    const rows = parts.map((part) => row(part.trim()));
    if (rows.every((one) => one !== undefined)) return { all: word === 'and', rows };
  }
  return undefined;
}

function row(part: string): Row | undefined {
  const list = CONTAINS.exec(part);
  if (list) return { variable: list[1] as string, comparison: 'contains', value: list[2] as string };
  const [, variable, sign, value] = COMPARE.exec(part) ?? [];
  if (variable === undefined || value === undefined) return undefined;
  if (value === 'null') {
    if (sign === '=') return { variable, comparison: 'empty', value };
    return sign === '!=' ? { variable, comparison: 'filled', value } : undefined;
  }
  return { variable, comparison: sign as Comparison, value };
}

export function writeCondition({ all, rows }: Rows): string {
  return rows.map(writeRow).join(all ? ' and ' : ' or ');
}

function writeRow({ variable, comparison, value }: Row): string {
  if (comparison === 'empty') return `${variable} = null`;
  if (comparison === 'filled') return `${variable} != null`;
  if (comparison === 'contains') return `list contains(${variable}, ${value})`;
  return `${variable} ${comparison} ${value}`;
}

/** Something a condition can ask about: an answer on a form, an outcome, what a step kept. */
export interface Asked {
  variable: string;
  label: string;
  field?: Field;
  options?: { id: string; label: string }[];
}

/** Everything conditions can ask about in a process, with what to choose from. */
export function askable(definition: Definition, language: Language): Asked[] {
  const all = new Map<string, Asked>();
  for (const { fields } of definition.forms)
    for (const field of fields)
      if (!all.has(field.key))
        all.set(field.key, {
          variable: field.key,
          label: variableName(definition, field.key, language),
          field,
          ...(field.options
            ? { options: field.options.map(({ id, label }) => ({ id, label: said(label, language) })) }
            : {}),
        });
  for (const element of definition.elements) {
    if (element.type === 'userTask' && element.outcomes?.length) {
      const variable = outcomeVariable(element.id);
      const word = language === 'nl' ? 'uitkomst van' : 'outcome of';
      all.set(variable, {
        variable,
        label: `${word} “${titleOf(element, language)}”`,
        options: element.outcomes.map(({ id, label }) => ({ id, label: said(label, language) })),
      });
    }
    for (const { variable } of element.set ?? [])
      if (!all.has(variable)) all.set(variable, { variable, label: variable });
    if (element.type === 'serviceTask' && element.result && element.job === 'capacity.take') {
      const variable = `${element.result}.taken`;
      all.set(variable, {
        variable,
        label:
          language === 'nl'
            ? `plek gekregen bij “${titleOf(element, language)}”`
            : `place given at “${titleOf(element, language)}”`,
        field: { key: 'taken', type: 'yesNo', label: '' },
      });
    }
  }
  for (const variable of Object.keys(definition.variables))
    if (!all.has(variable)) all.set(variable, { variable, label: variable });
  return [...all.values()];
}

/** Gathered once for a drawing, whose conditions ask one after another. */
const gathered = new WeakMap<Definition, Map<Language, ReadonlyMap<string, Asked>>>();

/** The same by the name of the variable. */
export function askedByName(definition: Definition, language: Language): ReadonlyMap<string, Asked> {
  const known = gathered.get(definition) ?? new Map<Language, ReadonlyMap<string, Asked>>();
  gathered.set(definition, known);
  const asked =
    known.get(language) ?? new Map(askable(definition, language).map((one) => [one.variable, one]));
  known.set(language, asked);
  return asked;
}
