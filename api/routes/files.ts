/** Routes of files of other programs: what one would become, and versions as BPMN and DMN. */
import { z } from 'zod';
import { NotWritable, readBpmn, writeBpmn, writeDecisions } from '../../bpmn/index.ts';
import { ImportedFile, NewFile } from '../../contract/api/definitions.ts';
import { type Definition, type Finding, parseDefinition } from '../../contract/index.ts';
import { XML_TYPES } from '../file-body.ts';
import { notFound, Problem } from '../problem.ts';
import { inEnglish } from '../publish.ts';
import { type Call, Document, route } from '../route.ts';

const OneVersion = z.object({ definition: z.string(), version: z.coerce.number().int().positive() });

export const fileRoutes = [
  route({
    id: 'definitions.import',
    method: 'post',
    path: '/definitions/import',
    action: 'definition.write',
    summary:
      'What a file of this or another program (JSON, BPMN, DMN) becomes, and what comes over in part. Makes nothing.',
    body: NewFile,
    texts: XML_TYPES,
    answer: ImportedFile,
    // It is worked out again, and may be long.
    keepsNoAnswer: true,
    handle: async ({ body }) => (typeof body === 'string' ? fromXml(body) : fromJson(body)),
  }),
  route({
    id: 'definitions.bpmn',
    method: 'get',
    path: '/definitions/:definition/versions/:version/bpmn',
    action: 'definition.read',
    summary: 'One published version as BPMN 2.0 with its drawing, for other programs.',
    params: OneVersion,
    answer: z.never(),
    documents: ['application/xml'],
    handle: async (call) => written(await versionOf(call), writeBpmn),
  }),
  route({
    id: 'definitions.dmn',
    method: 'get',
    path: '/definitions/:definition/versions/:version/dmn',
    action: 'definition.read',
    summary: 'The decision tables of one published version as DMN, for other programs.',
    params: OneVersion,
    answer: z.never(),
    documents: ['application/xml'],
    handle: async (call) => written(await versionOf(call), writeDecisions),
  }),
];

function fromXml(text: string): z.output<typeof ImportedFile> {
  const read = readBpmn(text);
  if (!read.ok) throw refused(read.findings.map((one) => ({ ...one, at: `line ${one.line}` })));
  const { definitions, executable, findings } = read;
  return { definitions, executable, findings };
}

function fromJson(given: Exclude<z.output<typeof NewFile>, string>): z.output<typeof ImportedFile> {
  const parsed = [given].flat().map(parseDefinition);
  const wrong = parsed.flatMap((one) => (one.ok ? [] : one.findings));
  if (wrong.length > 0) throw refused(wrong.map((one) => ({ ...one, at: one.element })));
  const definitions = parsed.flatMap((one) => (one.ok ? [one.definition] : []));
  return { definitions, executable: definitions.map(({ id }) => id), findings: [] };
}

/** Nothing is half read: the answer says everything that stands in the way. */
function refused(findings: (Finding & { at: string })[]): Problem {
  const problems = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ at, message }) => ({ path: at, message: inEnglish(message) }));
  return new Problem('INVALID_ARGUMENT', problems.map(({ message }) => message).join(' '), {
    path: problems[0]?.path ?? 'body',
    problems,
  });
}

async function versionOf({
  params,
  caller,
  deps,
}: Call<z.output<typeof OneVersion>, unknown, unknown>): Promise<Definition> {
  const { versions } = deps.store;
  const version = await versions.get(caller.org, params.definition, params.version);
  const definition = version && (await versions.definition(version.hash));
  if (!definition) throw notFound('version', `${params.definition}/${params.version}`, 'version');
  return definition;
}

function written(definition: Definition, write: (definitions: readonly Definition[]) => string): Document {
  try {
    return new Document('application/xml; charset=utf-8', write([definition]));
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error;
    throw new Problem('INVALID_STATE', error.message, { path: error.id ?? 'definition' });
  }
}
