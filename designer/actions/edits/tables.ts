/** What is done to a decision table: rows and columns added, changed, put elsewhere and taken away. Each is one step. */
import type { Decision, Definition } from '../../../contract/index.ts';
import { type Drawing, withElement } from '../drawing.ts';
import { freshName } from '../ids.ts';

export type Column = { of: 'input' | 'output'; at: number };

/** A new table about one thing, with one row that fits everything. */
export function newTable(definition: Definition): Decision {
  const ids = (definition.decisions ?? []).map(({ id }) => id);
  const asked = definition.forms.flatMap(({ fields }) => fields);
  // What people choose from, or a number, makes the plainest first column.
  const about =
    asked.find(({ type }) => type === 'choice') ?? asked.find(({ type }) => type === 'number') ?? asked[0];
  return {
    id: freshName('table', ids),
    name: { nl: 'Nieuwe tabel', en: 'New table' },
    hitPolicy: 'first',
    inputs: about ? [{ value: about.key }] : [],
    outputs: [{ name: freshOutput(definition), label: { nl: 'Antwoord', en: 'Answer' } }],
    rules: [{ when: about ? ['-'] : [], gives: [''] }],
  };
}

/** Outputs become variables, so their names are unique in the whole process. */
function freshOutput({ forms, variables, decisions }: Definition): string {
  return freshName(
    'decided',
    new Set([
      ...Object.keys(variables),
      ...forms.flatMap(({ fields }) => fields.map(({ key }) => key)),
      ...(decisions ?? []).flatMap(({ outputs }) => outputs.map(({ name }) => name)),
    ]),
  );
}

/** Gives a step a table of its own. */
export function addTable({ definition, selection }: Drawing, { element }: { element: string }): Drawing {
  const table = newTable(definition);
  const next = { ...definition, decisions: [...(definition.decisions ?? []), table] };
  return {
    definition: withElement(next, element, (one) =>
      one.type === 'businessRuleTask' ? { ...one, decision: table.id } : one,
    ),
    selection,
  };
}

export function changeTable({ definition, selection }: Drawing, table: Decision): Drawing {
  const decisions = definition.decisions?.map((one) => (one.id === table.id ? table : one));
  return { definition: decisions ? { ...definition, decisions } : definition, selection };
}

/** Takes away a table that no step uses and no other table rests on. */
export function removeTable({ definition, selection }: Drawing, { id }: { id: string }): Drawing {
  if (isUsed(definition, id)) return { definition, selection };
  const decisions = definition.decisions?.filter((one) => one.id !== id);
  const { decisions: _, ...rest } = definition;
  return { definition: decisions?.length ? { ...rest, decisions } : rest, selection };
}

export const isUsed = ({ elements, decisions }: Definition, id: string): boolean =>
  elements.some((one) => one.type === 'businessRuleTask' && one.decision === id) ||
  (decisions ?? []).some(({ needs }) => needs?.includes(id));

// What follows gives a new table; nothing else changes.

const put = <T>(all: readonly T[], at: number, one: T): T[] => [...all.slice(0, at), one, ...all.slice(at)];
const without = <T>(all: readonly T[], at: number): T[] => all.filter((_, index) => index !== at);
const to = <T>(all: readonly T[], at: number, by: number): T[] => {
  const one = all[at];
  const target = at + by;
  return one === undefined || target < 0 || target >= all.length
    ? [...all]
    : put(without(all, at), target, one);
};
/** As many cells as columns, whatever a file brought. */
const cells = (all: readonly string[], count: number): string[] =>
  Array.from({ length: count }, (_, at) => all[at] ?? '');

export function withCell(table: Decision, row: number, { of, at }: Column, text: string): Decision {
  const { inputs, outputs } = table;
  return {
    ...table,
    rules: table.rules.map((rule, index) => {
      if (index !== row) return rule;
      const [when, gives] = [cells(rule.when, inputs.length), cells(rule.gives, outputs.length)];
      return {
        ...rule,
        when: of === 'input' ? when.map((one, i) => (i === at ? text : one)) : when,
        gives: of === 'output' ? gives.map((one, i) => (i === at ? text : one)) : gives,
      };
    }),
  };
}

/** A row at a place: a copy of another one, or one that fits everything. */
export function withRow(table: Decision, at: number, like?: number): Decision {
  const copied = like === undefined ? undefined : table.rules[like];
  const row = copied ?? { when: table.inputs.map(() => '-'), gives: table.outputs.map(() => '') };
  return { ...table, rules: put(table.rules, at, structuredClone(row)) };
}
/** A row for given values, in front of which nothing fits yet. */
export function withRowFor(table: Decision, when: readonly string[]): Decision {
  return {
    ...table,
    rules: [...table.rules, { when: cells(when, table.inputs.length), gives: table.outputs.map(() => '') }],
  };
}
export const withoutRow = (table: Decision, at: number): Decision => ({
  ...table,
  rules: without(table.rules, at),
});
export const withRowMoved = (table: Decision, at: number, by: number): Decision => ({
  ...table,
  rules: to(table.rules, at, by),
});

/** A question or an answer at a place; rows fit whatever it is, and give nothing yet. */
export function withColumn(table: Decision, { of, at }: Column, name: string): Decision {
  const rules = table.rules.map((rule) =>
    of === 'input'
      ? { ...rule, when: put(cells(rule.when, table.inputs.length), at, '-') }
      : { ...rule, gives: put(cells(rule.gives, table.outputs.length), at, '') },
  );
  return of === 'input'
    ? { ...table, inputs: put(table.inputs, at, { value: name }), rules }
    : { ...table, outputs: put(table.outputs, at, { name }), rules };
}

/** One answer stays: a table that gives nothing is none. */
export function withoutColumn(table: Decision, { of, at }: Column): Decision {
  if (of === 'input')
    return {
      ...table,
      inputs: without(table.inputs, at),
      rules: table.rules.map((rule) => ({
        ...rule,
        when: without(cells(rule.when, table.inputs.length), at),
      })),
    };
  if (table.outputs.length === 1) return table;
  return {
    ...table,
    outputs: without(table.outputs, at),
    rules: table.rules.map((rule) => ({
      ...rule,
      gives: without(cells(rule.gives, table.outputs.length), at),
    })),
  };
}

export function withColumnMoved(table: Decision, { of, at }: Column, by: number): Decision {
  return of === 'input'
    ? {
        ...table,
        inputs: to(table.inputs, at, by),
        rules: table.rules.map((rule) => ({
          ...rule,
          when: to(cells(rule.when, table.inputs.length), at, by),
        })),
      }
    : {
        ...table,
        outputs: to(table.outputs, at, by),
        rules: table.rules.map((rule) => ({
          ...rule,
          gives: to(cells(rule.gives, table.outputs.length), at, by),
        })),
      };
}
