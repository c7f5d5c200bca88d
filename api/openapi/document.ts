/** The OpenAPI 3.1 document, made from the table of routes and the schemas of the contract: nothing in it is written twice. */
import { z } from 'zod';
import type {
  Answer,
  Header,
  JsonSchema,
  MediaType,
  OpenApi,
  Operation,
  Parameter,
} from '../../contract/api/openapi.ts';
import type { ActType } from '../../contract/index.ts';
import { LONGEST_PART } from '../authenticate.ts';
import { type Action, actionOf, may, permissions } from '../permissions.ts';
import type { ProblemCode } from '../problem.ts';
import type { AnyRoute } from '../route.ts';
import { API_VERSION } from '../version.ts';
import { bodyExamples, parameterExamples } from './examples.ts';
import { nouns } from './nouns.ts';
import { problemAnswers, problemRefs, problemsOf } from './problems.ts';
import { type Schemas, schemasOf } from './schemas.ts';

export interface Place {
  publicUrl: string;
  /** Who answers mail about this installation. */
  mail: string;
}

export function openApi(routes: readonly AnyRoute[], { publicUrl, mail }: Place): OpenApi {
  const schemas = schemasOf(
    routes.flatMap(({ params, query, body, answer }) => [params, query, body, answer].filter(isSchema)),
  );
  const paths: OpenApi['paths'] = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route, schemas) };
  }
  paths['/stream'] = { get: stream };
  const { Act } = schemas.named;
  if (Act) schemas.named.Act = actsWithRoles(Act);
  const responses = problemAnswers([...routes.map(problemsOf), STREAM_PROBLEMS]);
  const used = new Set([
    ...Object.values(paths)
      .flatMap(Object.values<Operation>)
      .flatMap(({ tags }) => tags),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Speelruimte',
      version: API_VERSION,
      description: ABOUT,
      contact: { name: 'Speelruimte', email: mail, url: `${publicUrl}/about` },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${publicUrl}/v1`, description: 'This installation.' }],
    tags: Object.entries(nouns)
      .filter(([name]) => used.has(name))
      .map(([name, { about }]) => ({ name, description: about.en })),
    paths,
    components: {
      schemas: needed(schemas.named, [paths, responses]),
      responses,
      headers: HEADERS,
      parameters: { 'Idempotency-Key': IDEMPOTENCY_KEY, 'Rehearsal-Part': REHEARSAL_PART },
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of the organisation, for other systems.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: publicUrl.startsWith('https:') ? '__Host-speelruimte' : 'speelruimte',
          description: 'The cookie that `POST /v1/session` sets, for browsers.',
        },
        csrf: {
          type: 'apiKey',
          in: 'header',
          name: 'X-CSRF-Token',
          description: 'With the cookie, for all that changes something: the value `csrf` of `GET /v1/me`.',
        },
      },
    },
  };
}

const ABOUT = `Everything the application can do, for other systems.

Requests and answers are JSON in UTF-8. Moments are in UTC (\`2026-04-16T17:30:00Z\`), dates are \`YYYY-MM-DD\` in the zone of the organisation. What goes wrong is answered as \`application/problem+json\` (RFC 9457) with a \`code\` that stays the same. Send an Idempotency-Key with what changes something: a repeated request is then carried out once.`;

const HEADERS: Record<string, Header> = {
  'API-Version': {
    description: 'Version of the API that answered.',
    schema: { type: 'string', examples: [API_VERSION] },
  },
  'Retry-After': {
    description: 'Seconds to wait before asking again.',
    schema: { type: 'string', pattern: '^[0-9]+$' },
  },
  'WWW-Authenticate': { description: 'How to say who asks.', schema: { type: 'string' } },
};

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'A name of your own for this request, kept for two weeks. The same request with the same key is carried out once and gets the same answer.',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
  example: 'order-2026-0417-1',
};

const REHEARSAL_PART: Parameter = {
  name: 'Rehearsal-Part',
  in: 'header',
  description:
    'In a rehearsal: whose part you play, a role or a person of its world. Without it, whoever holds your own role there. Elsewhere it is refused.',
  schema: { type: 'string', minLength: 1, maxLength: LONGEST_PART },
};

/** What is done as somebody, and the work that is one's own. */
const playsAPart = (id: string, action: Action): boolean =>
  id === 'tasks.list' ||
  id === 'instances.start' ||
  id === 'instances.act' ||
  id === 'worlds.start' ||
  ['task.act', 'commitment.act', 'initiative.act', 'instance.act'].includes(action);

const version = { 'API-Version': { $ref: '#/components/headers/API-Version' } };
const isSchema = (schema: z.ZodType | undefined): schema is z.ZodType =>
  schema !== undefined && !(schema instanceof z.ZodNever);

function operation(route: AnyRoute, schemas: Schemas): Operation {
  const { id, method, action, params, query, body, summary } = route;
  const noun = id.split('.')[0] as string;
  if (!Object.hasOwn(nouns, noun))
    throw new Error(`Expected '${noun}' of route '${id}' among the nouns of the API`);
  const isOpen = may('nobody', action);
  const parameters = [
    ...fields(params, schemas).map(
      ([name, schema]): Parameter => ({
        ...parameter(name, 'path', schema),
        required: true,
        ...exampleOf(name),
      }),
    ),
    ...fields(query, schemas).map(([name, schema, required]) => ({
      ...parameter(name, 'query', schema),
      ...(required ? { required } : {}),
    })),
    ...(method === 'get' || isOpen ? [] : [{ $ref: '#/components/parameters/Idempotency-Key' }]),
    ...(playsAPart(id, action) ? [{ $ref: '#/components/parameters/Rehearsal-Part' }] : []),
  ];
  return {
    operationId: id,
    tags: [noun],
    summary,
    description: whoMay(action),
    'x-roles': isOpen ? [] : [...permissions[action]].filter((role) => role !== 'newcomer'),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: !body.safeParse(undefined).success,
            content: {
              'application/json': {
                schema: schemas.refer(body),
                ...(Object.hasOwn(bodyExamples, id) ? { example: bodyExamples[id] } : {}),
              },
              ...texts(route.texts),
            },
          },
        }
      : {}),
    responses: {
      [String(route.status ?? 200)]: answer(route, schemas),
      ...problemRefs(problemsOf(route)),
    },
    security: isOpen ? [] : method === 'get' ? READS : WRITES,
  };
}

const READS: Operation['security'] = [{ bearer: [] }, { session: [] }];
const WRITES: Operation['security'] = [{ bearer: [] }, { session: [], csrf: [] }];

function answer({ status, answer, documents = [] }: AnyRoute, schemas: Schemas): Answer {
  return {
    description: status === 201 ? 'Made.' : status === 202 ? 'Taken on.' : 'The answer.',
    headers: version,
    content: {
      ...(answer instanceof z.ZodNever ? {} : { 'application/json': { schema: schemas.refer(answer) } }),
      ...texts(documents),
    },
  };
}

const texts = (types: readonly string[] = []): Record<string, MediaType> =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }]));

function fields(schema: z.ZodType | undefined, schemas: Schemas): [string, JsonSchema, boolean][] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemas.whole(schema);
  return Object.entries(properties).map(([name, one]) => [name, one as JsonSchema, required.includes(name)]);
}

function parameter(name: string, where: 'path' | 'query', schema: JsonSchema): Parameter {
  const { description, ...rest } = schema;
  return {
    name,
    in: where,
    ...(description ? { description } : {}),
    // A part of an address is never empty.
    schema: where === 'path' && rest.type === 'string' ? { minLength: 1, ...rest } : rest,
  };
}

const exampleOf = (name: string) =>
  Object.hasOwn(parameterExamples, name) ? { example: parameterExamples[name] } : {};

function whoMay(action: Action): string {
  if (may('nobody', action)) return 'Anybody may.';
  const roles = [...permissions[action]].filter((role) => role !== 'newcomer');
  return `May: ${roles.join(', ')}${roles.includes('administrator') && roles.length === 5 ? ' (everybody with access)' : ''}.`;
}

/** Each kind of act needs its own permission, whichever route takes it. */
function actsWithRoles(acts: JsonSchema): JsonSchema {
  const variants = acts.oneOf as JsonSchema[];
  return {
    ...acts,
    oneOf: variants.map((variant) => {
      const { const: type } = (variant.properties as Record<string, JsonSchema>).type as JsonSchema;
      return { description: whoMay(actionOf[type as ActType]), ...variant };
    }),
  };
}

const STREAM_PROBLEMS: ProblemCode[] = [
  'UNAUTHENTICATED',
  'PERMISSION_DENIED',
  'PASSWORD_CHANGE_NEEDED',
  'DEFECT',
  'UNAVAILABLE',
];

const stream: Operation = {
  operationId: 'stream',
  tags: ['stream'],
  summary: 'What changes, as it changes: server-sent events, resumable with Last-Event-ID.',
  description: whoMay('stream.read'),
  'x-roles': [...permissions['stream.read']],
  parameters: [
    { name: 'world', in: 'query', description: 'Only of this rehearsal world.', schema: { type: 'string' } },
    { name: 'initiative', in: 'query', description: 'Only of this initiative.', schema: { type: 'string' } },
    { name: 'after', in: 'query', description: 'Cursor to go on from.', schema: { type: 'string' } },
    { name: 'Last-Event-ID', in: 'header', description: 'Cursor to go on from.', schema: { type: 'string' } },
  ],
  responses: {
    '200': {
      description: 'Events without end: a `start` with the cursor, then one per change.',
      headers: version,
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    },
    ...problemRefs(STREAM_PROBLEMS),
  },
  security: READS,
};

/** The schemas that something refers to, and those that they refer to. */
function needed(named: Record<string, JsonSchema>, from: unknown): Record<string, JsonSchema> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name as string)) continue;
      found.add(name as string);
      look(named[name as string]);
    }
  };
  look(from);
  return Object.fromEntries([...found].sort().map((name) => [name, named[name] as JsonSchema]));
}
