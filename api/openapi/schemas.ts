/** Schemas of the contract as JSON Schema, each under the name it is exported by, so that a shape is written once. */
import { z } from 'zod';
import * as absences from '../../contract/api/absences.ts';
import * as capacities from '../../contract/api/capacities.ts';
import * as commitments from '../../contract/api/commitments.ts';
import * as common from '../../contract/api/common.ts';
import * as definitions from '../../contract/api/definitions.ts';
import * as figures from '../../contract/api/figures.ts';
import * as initiatives from '../../contract/api/initiatives.ts';
import * as instances from '../../contract/api/instances.ts';
import * as looks from '../../contract/api/looks.ts';
import * as messages from '../../contract/api/messages.ts';
import type { JsonSchema } from '../../contract/api/openapi.ts';
import * as operations from '../../contract/api/operations.ts';
import * as outside from '../../contract/api/outside.ts';
import * as ownCopies from '../../contract/api/own-copies.ts';
import * as reports from '../../contract/api/reports.ts';
import * as scenarios from '../../contract/api/scenarios.ts';
import * as sessions from '../../contract/api/sessions.ts';
import * as sharing from '../../contract/api/sharing.ts';
import * as tasks from '../../contract/api/tasks.ts';
import * as worlds from '../../contract/api/worlds.ts';
import * as contract from '../../contract/index.ts';

const MODULES: Record<string, unknown>[] = [
  common,
  contract,
  operations,
  outside,
  sessions,
  definitions,
  ownCopies,
  sharing,
  looks,
  scenarios,
  initiatives,
  instances,
  tasks,
  commitments,
  messages,
  figures,
  reports,
  capacities,
  absences,
  worlds,
];

const PLACE = '#/components/schemas/';
const SHARED = `${PLACE}__shared#/$defs/`;

export interface Schemas {
  /** All that have a name. */
  named: Record<string, JsonSchema>;
  /** A reference for what has a name, else the schema itself. */
  refer(schema: z.ZodType): JsonSchema;
  /** The schema itself. */
  whole(schema: z.ZodType): JsonSchema;
}

/** `others` are schemas that no module of the contract exports. What is accepted is described, before defaults are filled in. */
export function schemasOf(others: Iterable<z.ZodType>): Schemas {
  const registry = z.registry<{ id: string }>();
  const names = new Set<string>();
  for (const [id, schema] of MODULES.flatMap((module) => Object.entries(module))) {
    if (!(schema instanceof z.ZodType) || registry.has(schema)) continue;
    if (names.has(id)) throw new Error(`Expected one schema named '${id}' in the contract, got two`);
    names.add(id);
    registry.add(schema, { id });
  }
  let count = 0;
  for (const schema of others) if (!registry.has(schema)) registry.add(schema, { id: `other ${++count}` });
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `${PLACE}${id}` });
  const { __shared: shared, ...own } = schemas as Record<string, JsonSchema>;
  if (shared) needJson(shared);
  const plain = Object.fromEntries(Object.entries(own).map(([id, schema]) => [id, tidy(schema)]));
  const idOf = (schema: z.ZodType) => registry.get(schema)?.id ?? '';
  return {
    named: {
      Json: { description: 'Any JSON value.' },
      ...Object.fromEntries([...names].map((id) => [id, plain[id] as JsonSchema])),
    },
    whole: (schema) => plain[idOf(schema)] as JsonSchema,
    refer: (schema) => {
      const id = idOf(schema);
      return names.has(id) ? { $ref: `${PLACE}${id}` } : (plain[id] as JsonSchema);
    },
  };
}

/** The only schema of ours that contains itself is `z.json()`; another one would need a name. */
function needJson(shared: JsonSchema): void {
  const shape = (schema: unknown) => JSON.stringify(schema).replaceAll(/"[^"]*\/\w*schema\d+"/g, '"itself"');
  const json = shape(Object.values(z.toJSONSchema(z.object({ json: z.json() })).$defs ?? {})[0]);
  for (const schema of Object.values(shared.$defs ?? {}))
    if (shape(schema) !== json) throw new Error('Expected schemas that contain themselves to have a name');
}

/** Without what says nothing (`$id`, names that are text) and with dates told by their format. */
function tidy(value: unknown): JsonSchema {
  if (Array.isArray(value)) return value.map(tidy) as unknown as JsonSchema;
  if (typeof value !== 'object' || value === null) return value as JsonSchema;
  const schema = value as Record<string, unknown>;
  if (typeof schema.$ref === 'string' && schema.$ref.startsWith(SHARED)) return { $ref: `${PLACE}Json` };
  const entries = Object.entries(schema).filter(
    ([key, one]) =>
      key !== '$schema' &&
      key !== '$id' &&
      !(key === 'propertyNames' && JSON.stringify(one) === '{"type":"string"}') &&
      !((key === 'pattern' || key === 'allOf') && isDate(schema)),
  );
  const rest = Object.fromEntries(entries.map(([key, one]) => [key, tidy(one)]));
  return isDate(schema) ? { ...rest, ...patternOfDate(schema) } : rest;
}

const isDate = ({ format }: Record<string, unknown>) => format === 'date' || format === 'date-time';

/** Formats say what the long patterns do, but for the years that are taken, and that moments are in UTC. */
function patternOfDate({ format, allOf = [] }: Record<string, unknown>): { pattern?: string } {
  const years = (allOf as { pattern?: string }[]).find(({ pattern = '' }) => pattern.length < 20)?.pattern;
  if (format === 'date') return years === undefined ? {} : { pattern: years };
  return { pattern: years === undefined ? 'Z$' : `${years}.*Z$` };
}
