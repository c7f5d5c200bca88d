/** Processes as files: saved as JSON, BPMN or DMN, opened from any of them. What reads BPMN is loaded when it is needed. */
import type { ImportFinding } from '../../bpmn/index.ts';
import { type Definition, type Element, type Finding, parseDefinition } from '../../contract/index.ts';
import { boxOf } from '../actions/geometry.ts';
import { freshProcessId } from '../actions/ids.ts';

export interface Words {
  nl: string;
  en: string;
}

/** What could be taken over only in part, at what people know it by. */
export interface Note {
  severity: Finding['severity'];
  /** Name of the element, or its id where it has none; nothing when it is about the file as a whole. */
  about?: Words;
  /** 0 when it is not known. */
  line: number;
  message: Words;
}

/** Why a file is not opened, as somebody who only has the file can understand it. */
export type Refusal =
  | 'unknown'
  | 'wrong'
  | 'damaged'
  | 'entities'
  | 'limit'
  | 'encoding'
  | 'noProcess'
  | 'broken';

export type Opened =
  | {
      ok: true;
      from: 'json' | 'bpmn';
      /** The main one first, each under an id that is free. */
      definitions: Definition[];
      /** Those that had another id in the file. */
      renamed: { from: string; to: string }[];
      notes: Note[];
      /** The same with a drawing of our own, where elements as large as ours would lie over each other. */
      apart?: Definition[];
    }
  | { ok: false; why: Refusal; notes: Note[] };

/** Beyond this no reader would take it: 20 million characters of two bytes. */
const MOST_BYTES = 40_000_000;

/** Reads a file whatever its name: its first sign says whether it is XML. `taken` are the ids of the organisation's own. */
export async function openFile(file: Blob, taken: readonly string[]): Promise<Opened> {
  if (file.size > MOST_BYTES) return { ok: false, why: 'limit', notes: [] };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return isXml(bytes) ? openXml(bytes, taken) : openJson(bytes, taken);
}

/** XML begins with `<`, in every encoding, after whatever marks the encoding and space. */
function isXml(bytes: Uint8Array): boolean {
  const ignored = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00, 0x20, 0x09, 0x0a, 0x0d]);
  return bytes.find((byte) => !ignored.has(byte)) === 0x3c;
}

async function openXml(bytes: Uint8Array, taken: readonly string[]): Promise<Opened> {
  const { readBpmn, layOut } = await import('../../bpmn/index.ts');
  const read = readBpmn(bytes);
  if (!read.ok) {
    const errors = read.findings.filter(({ severity }) => severity === 'error');
    return { ok: false, why: refusalOf(errors), notes: errors.map((one) => noteOf(one, [])) };
  }
  const notes = read.findings.map((one) => noteOf(one, read.definitions));
  const named = underFreeIds(read.definitions, taken);
  return {
    ok: true,
    from: 'bpmn',
    ...named,
    notes,
    ...(named.definitions.some(isCrowded)
      ? { apart: named.definitions.map((one) => layOut(withoutSizes(one), true)) }
      : {}),
  };
}

/** Cards here are larger than those of most programs. */
function isCrowded({ elements }: Definition): boolean {
  const boxes = elements
    .filter(({ type }) => type !== 'boundaryEvent')
    .map((one) => ({ ...boxOf(one), parent: one.parent }))
    .sort((a, b) => a.x - b.x);
  return boxes.some((one, i) => {
    for (const next of boxes.slice(i + 1)) {
      if (next.x >= one.x + one.width) return false;
      if (next.parent === one.parent && next.y < one.y + one.height && one.y < next.y + next.height)
        return true;
    }
    return false;
  });
}

/** Sizes and bends of the other program have no say in a drawing of ours. */
const withoutSizes = (definition: Definition): Definition => ({
  ...definition,
  elements: definition.elements.map(({ width: _w, height: _h, ...element }) => element as Element),
  flows: definition.flows.map(({ points: _, labelBy: _by, ...flow }) => flow),
});

const REFUSALS: Partial<Record<string, Refusal>> = {
  'bpmn-xml': 'damaged',
  'bpmn-doctype': 'entities',
  'bpmn-limit': 'limit',
  'bpmn-encoding': 'encoding',
  'bpmn-root': 'noProcess',
};

const refusalOf = ([first]: readonly ImportFinding[]): Refusal => (first && REFUSALS[first.rule]) ?? 'broken';

/** One definition, or a list of those that belong together, the main one first. */
function openJson(bytes: Uint8Array, taken: readonly string[]): Opened {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return { ok: false, why: 'unknown', notes: [] };
  }
  const parsed = (Array.isArray(json) && json.length > 0 ? json : [json]).map(parseDefinition);
  const wrong = parsed.flatMap((one) => (one.ok ? [] : one.findings));
  if (wrong.length > 0)
    return { ok: false, why: 'wrong', notes: wrong.map((one) => noteOf({ ...one, line: 0 }, [])) };
  const definitions = parsed.flatMap((one) => (one.ok ? [one.definition] : []));
  return { ok: true, from: 'json', ...underFreeIds(definitions, taken), notes: [] };
}

/** Where an id is taken its process gets another, and so does what calls it from the same file. */
export function underFreeIds(
  definitions: readonly Definition[],
  taken: readonly string[],
): { definitions: Definition[]; renamed: { from: string; to: string }[] } {
  const own = definitions.map(({ id }) => id);
  const used = new Set(taken);
  const ids = own.map((id, i) => {
    // Not the id of another of this file either: that one may keep its own.
    const free = freshProcessId(id, [...used, ...own.filter((_, n) => n !== i)]);
    used.add(free);
    return free;
  });
  const now = new Map(own.map((id, i) => [id, ids[i] as string]));
  return {
    definitions: definitions.map((definition, i) => ({
      ...definition,
      id: ids[i] as string,
      elements: definition.elements.map((element) =>
        element.type === 'callActivity'
          ? { ...element, process: now.get(element.process) ?? element.process }
          : element,
      ),
    })),
    renamed: own.flatMap((from, i) => (ids[i] === from ? [] : [{ from, to: ids[i] as string }])),
  };
}

const WHOLE = 'definition';
const both = (text: Words | string): Words => (typeof text === 'string' ? { nl: text, en: text } : text);

/** The name stands before the words once, without the id that only the file needs. */
function noteOf(
  { element, line, severity, message }: Finding & { line: number },
  definitions: readonly Definition[],
): Note {
  const words = both(message);
  if (element === WHOLE) return { severity, line, message: words };
  const named = definitions.flatMap(({ elements }) => elements).find(({ id }) => id === element)?.name;
  const about = both(named ?? element);
  const without = (text: string, name: string) => {
    const stem = [`‘${name}’ (${element}): `, `‘${name}’: `, `‘${element}’: `].find((one) =>
      text.startsWith(one),
    );
    return stem === undefined ? text : capital(text.slice(stem.length));
  };
  return {
    severity,
    line,
    about,
    message: { nl: without(words.nl, about.nl), en: without(words.en, about.en) },
  };
}

/** A word of the file itself keeps its letters. */
const capital = (text: string): string =>
  /^[a-z]+[ ,:]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

/** Offers a definition as a file to keep. */
export function saveAsFile(definition: Definition): void {
  download(`${definition.id}.json`, 'application/json', `${JSON.stringify(definition, null, 2)}\n`);
}

/** Why something is not written, where that has words of its own. */
export type NotSaved = { why: 'empty' } | { why: 'sameId'; id: string };

/** Offers it as a file that other programs open. Says why, when it cannot be one. */
export async function saveAsBpmn(definition: Definition): Promise<NotSaved | undefined> {
  const { writeBpmn } = await import('../../bpmn/index.ts');
  return offered(`${definition.id}.bpmn`, () => writeBpmn([definition]));
}

/** Only its decision tables, as a file that other programs open. */
export async function saveAsDmn(definition: Definition): Promise<NotSaved | undefined> {
  const { writeDecisions } = await import('../../bpmn/index.ts');
  return offered(`${definition.id}.dmn`, () => writeDecisions([definition]));
}

async function offered(name: string, write: () => string): Promise<NotSaved | undefined> {
  const { NotWritable } = await import('../../bpmn/index.ts');
  try {
    download(name, 'application/xml', write());
    return undefined;
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error;
    return error.id === undefined ? { why: 'empty' } : { why: 'sameId', id: error.id };
  }
}

function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
