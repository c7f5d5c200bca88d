// Help with a decision table: what is wrong in a cell, a row in words, what is wrong with the whole, and the row that is missing.
import type { Decision, Definition, Finding, Language } from '../../contract/index.ts';
import { casesOf, uncovered } from '../check/decision-cases.ts';
import { modelOf } from '../check/model.ts';
import { decisionGap } from '../check/rules/decision-gap.ts';
import { decisionRows } from '../check/rules/decision-rows.ts';
import { decisionTable } from '../check/rules/decision-table.ts';
import { asExpression, isAnything, VALUE } from '../decisions/decide.ts';
import { parse } from '../feel/index.ts';
import { askedByName } from '../prose/condition.ts';
import { said } from '../prose/say.ts';
import type { Json } from '../state.ts';
import { inWords } from './in-words.ts';
import { type Trouble, troubleIn } from './trouble.ts';

/** What a question of a table is called. */
export function inputLabel(
  definition: Definition,
  { value, label }: Decision['inputs'][number],
  language: Language,
): string {
  const asked = askedByName(definition, language).get(value.trim());
  return said(label, language) || asked?.label || value;
}

/** What is wrong in a test of a row; it fits everything where it is empty or `-`. */
export function testTrouble(text: string, names: Iterable<string>, language: Language): Trouble | undefined {
  if (isAnything(text)) return undefined;
  const expression = asExpression(text);
  const trouble = troubleIn(expression, [...names, VALUE], language);
  if (!trouble) return undefined;
  const place = (at: number) => Math.max(0, Math.min(text.length, placed(text, expression, at)));
  const { instead, ...rest } = trouble;
  return {
    ...rest,
    from: place(trouble.from),
    to: place(trouble.to),
    ...(instead ? { instead: { ...instead, from: place(instead.from), to: place(instead.to) } } : {}),
  };
}

/** What is wrong in an answer of a row; an empty one gives what the answer's default is. */
export function answerTrouble(
  text: string,
  names: Iterable<string>,
  language: Language,
): Trouble | undefined {
  return isAnything(text) ? undefined : troubleIn(text, names, language);
}

/** Cells that cannot be read, from top to bottom; `at` counts the questions, or the answers. */
export function brokenCells({ rules }: Decision): { row: number; of: 'input' | 'output'; at: number }[] {
  const broken = (texts: readonly string[], of: 'input' | 'output', row: number) =>
    texts.flatMap((text, at) =>
      isAnything(text) || parse(of === 'input' ? asExpression(text) : text).ok ? [] : [{ row, of, at }],
    );
  return rules.flatMap(({ when, gives }, row) => [
    ...broken(when, 'input', row),
    ...broken(gives, 'output', row),
  ]);
}

/** Where in the test something stands that was found in the expression made of it. */
function placed(text: string, expression: string, at: number): number {
  const inside = /^\s*not\s*\(([\s\S]*)\)\s*$/.exec(text)?.[1] ?? text;
  const from = expression.indexOf(inside);
  if (from >= 0) return at - from + text.indexOf(inside);
  // Each ? became the longer name of the value.
  const before = expression.slice(0, at).split(VALUE).length - 1;
  return at - before * (VALUE.length - 1);
}

/** `‘How large is it?’ is ‘large’`; undefined where it fits everything or cannot be read. */
export function testInWords(
  definition: Definition,
  { value }: Decision['inputs'][number],
  text: string,
  language: Language,
): string | undefined {
  if (isAnything(text)) return undefined;
  const expression = asExpression(text);
  // Told of what is asked, not of the name the value has inside.
  const about = expression.replaceAll(VALUE, /^[\w.]+$/.test(value.trim()) ? value.trim() : `(${value})`);
  return inWords(definition, about, language);
}

/** A row as a sentence. */
export function rowInWords(definition: Definition, table: Decision, row: number, language: Language): string {
  const nl = language === 'nl';
  const rule = table.rules[row];
  const when = table.inputs.flatMap((input, i) => {
    const text = rule?.when[i] ?? '';
    return isAnything(text) ? [] : [testInWords(definition, input, text, language) ?? text];
  });
  const gives = table.outputs.map((output, i) => {
    const text = rule?.gives[i] ?? '';
    const value = isAnything(text) ? output.default : text;
    const words = value === undefined ? undefined : (inWords(definition, value, language) ?? value);
    return `${said(output.label, language) || output.name}: ${words ?? (nl ? 'niets' : 'nothing')}`;
  });
  const condition =
    when.length === 0
      ? nl
        ? 'Altijd'
        : 'Always'
      : `${nl ? 'Als' : 'If'} ${when.join(nl ? ' en ' : ' and ')}`;
  return `${condition} → ${gives.join(', ')}`;
}

/** What the checks say about one table. */
export function findingsOf(definition: Definition, table: string): Finding[] {
  const model = modelOf(definition);
  return [decisionTable, decisionRows, decisionGap].flatMap((rule) =>
    [...rule.find(model)].flatMap(({ element, message, severity = rule.severity }): Finding[] =>
      element === `decision:${table}` ? [{ rule: rule.id, severity, element, message }] : [],
    ),
  );
}

/** Tests of the row for a case that no row fits; undefined where there is none, or where that is not known. */
export function missingRow(definition: Definition, table: Decision): string[] | undefined {
  const cases = casesOf(modelOf(definition), table);
  const values = cases && uncovered(cases, [...table.rules.keys()]);
  return values?.map(asTest);
}

const asTest = (value: Json): string =>
  value === null ? '-' : typeof value === 'string' ? JSON.stringify(value) : String(value);
