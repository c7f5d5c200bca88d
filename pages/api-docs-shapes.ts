/** JSON Schema for people: a table of fields, nested ones under their path, with a word for each kind. */
import type { JsonSchema } from '../contract/api/openapi.ts';
import type { ApiDocsWords } from './api-docs-words.ts';
import { type Html, html } from './html.ts';

/** The shapes one of which it is. */
export const variants = ({ oneOf, anyOf }: JsonSchema): JsonSchema[] =>
  (oneOf ?? anyOf ?? []) as JsonSchema[];

export function shapeTable(schema: JsonSchema, words: ApiDocsWords): Html {
  const rows = rowsOf(schema, '');
  if (rows.length === 0) return html``;
  return html`<div class="wide" role="group" aria-label="${words.kind}" tabindex="0"><table><thead><tr><th scope="col">${words.name}</th><th scope="col">${words.kind}</th><th scope="col">${words.about}</th></tr></thead>
<tbody>${rows.map(
    ({ name, schema, required }) =>
      html`<tr><th scope="row"><code>${name}</code>${required && html` <span class="quiet">${words.required}</span>`}</th><td>${typeOf(schema, words)}</td><td>${limits(schema, words)}${schema.description && html` <span lang="en">${schema.description}</span>`}</td></tr>`,
  )}</tbody></table></div>`;
}

interface Row {
  name: string;
  schema: JsonSchema;
  required: boolean;
}

function rowsOf({ properties = {}, required = [] }: JsonSchema, at: string): Row[] {
  return Object.entries(properties as Record<string, JsonSchema>).flatMap(([key, schema]) => {
    const name = `${at}${key}`;
    const items = schema.items as JsonSchema | undefined;
    return [
      { name, schema, required: required.includes(key) },
      ...rowsOf(schema, `${name}.`),
      ...(items && !Array.isArray(items) ? rowsOf(items, `${name}[].`) : []),
    ];
  });
}

export function typeOf(schema: JsonSchema, words: ApiDocsWords): Html {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1);
    return html`<a href="#shape-${name}">${name}</a>`;
  }
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum)
    return joined(
      schema.enum.map((one) => html`<code>${String(one)}</code>`),
      words,
    );
  const choices = variants(schema);
  if (choices.length > 0)
    return joined(
      choices.map((one) => typeOf(one, words)),
      words,
    );
  if (schema.type === 'array')
    return html`${words.listOf} ${typeOf((schema.items ?? {}) as JsonSchema, words)}`;
  const named = schema.additionalProperties;
  if (schema.type === 'object' && typeof named === 'object' && Object.keys(named).length > 0)
    return html`${words.byName} ${typeOf(named as JsonSchema, words)}`;
  const kind = words.kinds[schema.format ?? ''] ?? words.kinds[String(schema.type)];
  return html`${kind ?? words.any}`;
}

const joined = (all: Html[], words: ApiDocsWords): Html =>
  html`${all.map((one, i) => (i === 0 ? one : html` ${words.or} ${one}`))}`;

const SAFE = Number.MAX_SAFE_INTEGER;

function limits(schema: JsonSchema, words: ApiDocsWords): Html {
  const { default: standard, minimum, exclusiveMinimum, maximum, minLength, maxLength } = schema;
  const least = minimum ?? (exclusiveMinimum === undefined ? undefined : Number(exclusiveMinimum) + 1);
  const said = [
    ...(standard === undefined ? [] : [`${words.default} ${JSON.stringify(standard)}`]),
    ...(least === undefined || least <= -SAFE ? [] : [`${words.from} ${least}`]),
    ...(maximum === undefined || maximum >= SAFE ? [] : [`${words.to} ${maximum}`]),
    ...(maxLength === undefined ? [] : [`${words.length} ${minLength ?? 0}–${maxLength}`]),
  ];
  return html`${said.length > 0 && html`<span class="quiet">${said.join('; ')}</span>`}`;
}
