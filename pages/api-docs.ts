/** The page about the API, made from its OpenAPI document: grouped by noun, each operation with an example. Pure, no script. */
import type { Answer, JsonSchema, OpenApi, Operation, Parameter } from '../contract/api/openapi.ts';
import type { Language } from '../contract/index.ts';
import { shapeTable, typeOf, variants } from './api-docs-shapes.ts';
import { API_DOCS_WORDS, type ApiDocsWords } from './api-docs-words.ts';
import { type Html, html } from './html.ts';

export interface ApiDocsPage {
  language: Language;
  document: OpenApi;
  nouns: Record<string, { name: Record<Language, string>; about: Record<Language, string> }>;
  problems: { code: string; status: number; title: string }[];
}

interface Placed {
  path: string;
  method: string;
  operation: Operation;
}

export function apiDocsPage(page: ApiDocsPage): string {
  const { language, document, nouns, problems } = page;
  const words = API_DOCS_WORDS[language];
  const other = language === 'nl' ? 'en' : 'nl';
  const placed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Placed => ({ path, method, operation })),
  );
  const groups = Object.entries(nouns)
    .map(([id, noun]) => ({ id, noun, all: placed.filter(({ operation }) => operation.tags.includes(id)) }))
    .filter(({ all }) => all.length > 0);
  const url = document.servers[0]?.url ?? '';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title} – ${document.info.title}</title>
<link rel="stylesheet" href="/api-docs.css">
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<p class="name"><a href="/about?lang=${language}">${document.info.title}</a></p>
<nav aria-label="${words.languages}"><a href="/v1/docs?lang=${other}" hreflang="${other}" lang="${other}">${API_DOCS_WORDS[other].ownName}</a></nav>
</header>
<div class="two">
<nav class="nouns" aria-label="${words.nouns}">
<ul>${groups.map(({ id, noun }) => html`<li><a href="#${id}">${noun.name[language]}</a></li>`)}<li><a href="#shapes">${words.shapes}</a></li></ul>
</nav>
<main id="main">
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p><a href="/v1/openapi.json">${words.machine}</a> · API ${document.info.version}</p>
<section aria-labelledby="first"><h2 id="first">${words.first.title}</h2>
<p>${words.first.token}</p>
<pre><code>curl -H "Authorization: Bearer $TOKEN" '${url}/tasks?late=true'</code></pre>
<p>${words.first.browser}</p>
</section>
<section aria-labelledby="rules"><h2 id="rules">${words.rules.title}</h2>
<ul class="plainlist">${words.rules.all.map((rule) => html`<li>${rule}</li>`)}</ul>
</section>
<section aria-labelledby="problems"><h2 id="problems">${words.problems.title}</h2>
<p>${words.problems.lead}</p>
<div class="wide" role="group" aria-labelledby="problems" tabindex="0"><table><thead><tr><th scope="col">${words.problems.code}</th><th scope="col">${words.problems.status}</th><th scope="col">${words.problems.meaning}</th></tr></thead>
<tbody>${problems.map(({ code, status, title }) => html`<tr><th scope="row"><code>${code}</code></th><td>${status}</td><td${english(language)}>${title}</td></tr>`)}</tbody></table></div>
</section>
${groups.map(
  ({
    id,
    noun,
    all,
  }) => html`<section class="noun" aria-labelledby="${id}"><h2 id="${id}">${noun.name[language]}</h2>
<p>${noun.about[language]}</p>
${all.map((one) => operationOf(one, page, url))}
</section>`,
)}
<section class="noun" aria-labelledby="shapes"><h2 id="shapes">${words.shapes}</h2>
<p>${words.shapesLead}</p>
${Object.entries(document.components.schemas).map(([name, schema]) => shape(name, schema, words))}
</section>
</main>
</div>
</body>
</html>
`.text;
}

/** What the document says itself is English. */
const english = (language: Language): Html => html`${language === 'en' ? '' : html` lang="en"`}`;

function operationOf({ path, method, operation }: Placed, page: ApiDocsPage, url: string): Html {
  const words = API_DOCS_WORDS[page.language];
  const { components } = page.document;
  const { operationId, summary, requestBody, responses } = operation;
  const roles = operation['x-roles'].map((role) => words.roles[role] ?? role).join(', ');
  const parameters = (operation.parameters ?? []).map((one) =>
    resolved<Parameter>(one, components.parameters),
  );
  const body = requestBody?.content['application/json'];
  return html`<details class="operation" id="${operationId}">
<summary><h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></h3> <span class="says">${words.summaries?.[operationId] ?? summary}</span></summary>
<p><b>${words.may}:</b> ${roles || words.anybody}</p>
${
  parameters.length > 0 &&
  html`<h4>${words.parameters}</h4>
${shapeTable(
  {
    properties: Object.fromEntries(
      parameters.map(({ name, schema, description }) => [
        name,
        { ...schema, ...(description ? { description } : {}) },
      ]),
    ),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  },
  words,
)}`
}
${
  requestBody &&
  body &&
  html`<h4>${requestBody.required ? words.body : words.optionalBody}</h4>
<p>${typeOf(body.schema, words)}</p>
${bodyTable(body.schema, components.schemas, words)}`
}
<h4>${words.answers}</h4>
<dl class="answers">${Object.entries(responses).map(([status, given]) => {
    const { description, content } = resolved<Answer>(given, components.responses);
    return html`<dt>${status}</dt><dd><span${english(page.language)}>${description.replaceAll('`', '')}</span>${Object.entries(
      content ?? {},
    ).map(
      ([type, { schema }]) =>
        html` <code>${type}</code>${Number(status) < 300 && type === 'application/json' && html` ${typeOf(schema, words)}`}`,
    )}</dd>`;
  })}</dl>
<h4>${words.example}</h4>
<pre><code>${curl({ path, method, operation }, parameters, url)}</code></pre>
</details>`;
}

const resolved = <T extends object>(one: T | { $ref: string }, among: Record<string, T>): T =>
  '$ref' in one ? (among[one.$ref.split('/').at(-1) as string] as T) : one;

/** The fields of a body at once; a choice of many stands among the shapes. */
function bodyTable(schema: JsonSchema, among: Record<string, JsonSchema>, words: ApiDocsWords): Html {
  const whole = typeof schema.$ref === 'string' ? among[schema.$ref.split('/').at(-1) as string] : schema;
  if (!whole) return html``;
  const choices = variants(whole);
  if (choices.length > 3) return html``;
  if (choices.length > 0) return html`${choices.map((one) => shapeTable(one, words))}`;
  return whole.properties ? shapeTable(whole, words) : html``;
}

function shape(name: string, schema: JsonSchema, words: ApiDocsWords): Html {
  const choices = variants(schema).filter(({ properties }) => properties);
  return html`<details class="shape" id="shape-${name}"><summary><h3>${name}</h3></summary>
${schema.description && html`<p lang="en">${schema.description}</p>`}
${
  choices.length > 0
    ? choices.map((one) => {
        const type = (one.properties?.type as JsonSchema | undefined)?.const;
        return html`${type !== undefined && html`<h4><code>${String(type)}</code></h4>`}${one.description && html`<p lang="en">${one.description}</p>`}${shapeTable(one, words)}`;
      })
    : schema.properties
      ? shapeTable(schema, words)
      : html`<p>${typeOf(schema, words)}</p>`
}
</details>`;
}

function curl(
  { path, method, operation }: Placed,
  parameters: (Parameter & { example?: unknown })[],
  url: string,
): string {
  const at = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String(parameters.find((one) => one.name === name)?.example ?? name)),
  );
  const body = operation.requestBody?.content['application/json']?.example;
  const lines = [
    `curl${operationFlag(method, operation)} '${url}${at}'`,
    ...(operation.security.length > 0 ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(parameters.some(({ name }) => name === 'Idempotency-Key')
      ? ["-H 'Idempotency-Key: my-own-name-1'"]
      : []),
    ...(body === undefined
      ? []
      : ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`]),
  ];
  return lines.join(' \\\n  ');
}

function operationFlag(method: string, { responses }: Operation): string {
  const given = responses['200'];
  if (given && 'content' in given && given.content?.['text/event-stream']) return ' -N';
  return method === 'get' ? '' : ` -X ${method.toUpperCase()}`;
}
