// Reads a BPMN 2.0 or DMN file: as definitions that can be carried out, with what was found on the way; or not at all.
import { type Definition, type Finding, parseDefinition } from '../contract/index.ts';
import { decoded } from './decode.ts';
import { keptOfDmn } from './dmn/keep.ts';
import { isDmn } from './dmn/namespaces.ts';
import { readDmnTree } from './dmn/read.ts';
import { type ImportFinding, importFinding } from './finding.ts';
import { Keeper, type Kept } from './kept/keep.ts';
import { layOut } from './layout/lay-out.ts';
import { layOutPools } from './layout/pools.ts';
import { BPMN } from './namespaces.ts';
import { type ReadDocument, readDocument } from './read/document.ts';
import { withDrawing } from './read/drawn.ts';
import type { XmlElement } from './xml/node.ts';
import { readXml } from './xml/read.ts';

export type ReadBpmn =
  | {
      ok: true;
      /** The main one first: the first that is executable, else the first. */
      definitions: Definition[];
      /** Ids of those that are meant to be carried out; all of them where none says so. */
      executable: string[];
      findings: ImportFinding[];
      /** The line on which an element, flow or artifact stands; 0 when it is not known. */
      lineOf(element: string): number;
    }
  | { ok: false; findings: ImportFinding[] };

/** @param file the text, or the bytes with whatever encoding they declare */
export function readBpmn(file: string | Uint8Array): ReadBpmn {
  const text = decoded(file);
  if (!text.ok) return { ok: false, findings: [text.finding] };
  const read = readXml(text.text);
  if (!read.ok) {
    const { rule, line, message } = read.problem;
    return {
      ok: false,
      findings: [
        importFinding(
          `bpmn-${rule}`,
          'error',
          { element: 'definition', line },
          { nl: `${message.nl}.`, en: `${message.en}.` },
        ),
      ],
    };
  }
  return readBpmnTree(read.root, read.lineAt);
}

export function readBpmnTree(root: XmlElement, lineAt: (position: number) => number): ReadBpmn {
  if (isDmn(root.uri) && root.local === 'definitions') return decisionsIn(root, lineAt);
  if (root.uri !== BPMN || root.local !== 'definitions')
    return { ok: false, findings: [wrongRoot(root, lineAt(root.at))] };
  const document = readDocument(root, lineAt);
  const { reading, processes } = document;
  if (processes.length === 0)
    reading.find(
      'bpmn-root',
      'error',
      'definition',
      root,
      'Verwacht een proces met stappen, maar er is er geen.',
      'Expected a process with steps, but there is none.',
    );
  if (hasErrors(reading.findings)) return { ok: false, findings: reading.findings };
  const placed = placedIn(document);
  const keeper = new Keeper(document, root);
  const kept = keeper.all(placed as Definition[]);
  const lineOf = (element: string): number => {
    const at = reading.places.get(element);
    return at === undefined ? 0 : lineAt(at);
  };
  const definitions = placed.flatMap((definition, i) =>
    parsed(document, withKept(definition, kept[i] ?? []), lineOf),
  );
  if (hasErrors(reading.findings)) return { ok: false, findings: reading.findings };
  const meant = processes.filter(({ isExecutable }) => isExecutable);
  const executable = (meant.length > 0 ? meant : processes).map(({ definition }) => definition.id);
  return { ok: true, definitions, executable, findings: reading.findings, lineOf };
}

/** A file of decisions alone: a definition that holds nothing else. */
function decisionsIn(root: XmlElement, lineAt: (position: number) => number): ReadBpmn {
  const { definition, findings, sources } = readDmnTree(root, lineAt);
  if (hasErrors(findings)) return { ok: false, findings };
  const kept = keptOfDmn(root, definition, sources);
  const result = parseDefinition(kept.length > 0 ? { ...definition, kept } : definition);
  const lineOf = (element: string) => {
    const node = sources.get(element);
    return node ? lineAt(node.at) : 0;
  };
  if (!result.ok) return { ok: false, findings: [...findings, ...result.findings.map(misshapen(lineOf))] };
  return { ok: true, definitions: [result.definition], executable: [definition.id], findings, lineOf };
}

const misshapen =
  (lineOf: (element: string) => number) =>
  ({ element, message }: Finding): ImportFinding =>
    importFinding(
      'bpmn-shape',
      'error',
      { element, line: lineOf(element) },
      typeof message === 'string' ? { nl: message, en: message } : message,
    );

const hasErrors = (findings: readonly ImportFinding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');

type Placed = ReturnType<typeof withDrawing>;

const withKept = (definition: Placed, kept: Kept): Placed =>
  kept.length > 0 ? { ...definition, kept } : definition;

/** Each process as it is drawn; what is not drawn gets a place. */
function placedIn({ processes, diagram }: ReadDocument): Placed[] {
  if (diagram.shapes.size === 0)
    return layOutPools(processes.map(({ definition }) => layOut(definition, true)));
  return processes.map(({ definition }) => {
    const drawn = withDrawing(definition, diagram);
    const drawable = [
      ...definition.elements,
      ...(definition.artifacts ?? []).filter(({ type }) => type !== 'line'),
    ];
    // What our own writer drew for a definition without a drawing needs none here either.
    return drawable.every(({ id }) => diagram.shapes.has(id)) ? drawn : layOut(drawn, false);
  });
}

/** The last door: whatever came in, a definition is one. */
function parsed(
  { reading }: ReadDocument,
  definition: Placed,
  lineOf: (element: string) => number,
): Definition[] {
  const result = parseDefinition(definition);
  if (result.ok) return [result.definition];
  reading.findings.push(...result.findings.map(misshapen(lineOf)));
  return [];
}

function wrongRoot(root: XmlElement, line: number): ImportFinding {
  const shown = root.prefix ? `${root.prefix}:${root.local}` : root.local;
  const of =
    root.uri === ''
      ? { nl: 'zonder naamruimte', en: 'without a namespace' }
      : { nl: `van ‘${root.uri}’`, en: `of '${root.uri}'` };
  return importFinding(
    'bpmn-root',
    'error',
    { element: 'definition', line },
    {
      nl: `Verwacht <definitions> van BPMN 2.0 (${BPMN}) of van DMN, maar het bestand begint met <${shown}> ${of.nl}.`,
      en: `Expected <definitions> of BPMN 2.0 (${BPMN}) or of DMN, but the file begins with <${shown}> ${of.en}.`,
    },
  );
}
