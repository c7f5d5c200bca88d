// A file's bytes as text, in the encoding it declares (XML 1.0 §4.3.3), or why not.
import { type ImportFinding, type ImportRule, importFinding } from './finding.ts';
import { limits } from './xml/limits.ts';

export type Decoded = { ok: true; text: string } | { ok: false; finding: ImportFinding };

/** Encodings that are read, by the names files give them. */
const ENCODINGS: Record<string, string> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'iso-8859-1',
  latin1: 'iso-8859-1',
  'iso-8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
};

const refused = (rule: ImportRule, nl: string, en: string): Decoded => ({
  ok: false,
  finding: importFinding(rule, 'error', { element: 'definition', line: 1 }, { nl, en }),
});

/** Text is taken as it is, whatever encoding it once declared. */
export function decoded(file: string | Uint8Array): Decoded {
  if (typeof file === 'string') return { ok: true, text: file };
  if (file.length > limits.size * 2) {
    const most = (limits.size * 2).toLocaleString('en');
    return refused(
      'bpmn-limit',
      `Verwacht ten hoogste ${most} bytes, maar het bestand heeft er meer.`,
      `Expected at most ${most} bytes, but the file has more.`,
    );
  }
  const marked = byMark(file);
  const declared = marked ? undefined : declaredIn(file);
  const wanted = (marked ?? declared ?? 'utf-8').toLowerCase();
  const encoding = Object.hasOwn(ENCODINGS, wanted) ? ENCODINGS[wanted] : undefined;
  if (encoding === undefined)
    return refused(
      'bpmn-encoding',
      `De codering ‘${wanted}’ wordt niet gelezen; verwacht UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 of Windows-1252.`,
      `The encoding '${wanted}' is not read; expected UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 or Windows-1252.`,
    );
  try {
    // A file cannot say in 8 bits a character that it is written in 16: the declaration is then an old one.
    return {
      ok: true,
      text: new TextDecoder(encoding.startsWith('utf-16') && !marked ? 'utf-8' : encoding, {
        fatal: true,
      }).decode(file),
    };
  } catch {
    return refused(
      'bpmn-encoding',
      `Het bestand is geen goede ${encoding.toUpperCase()}: er staan bytes in die daar niet in voorkomen.`,
      `The file is no proper ${encoding.toUpperCase()}: it holds bytes that do not occur in it.`,
    );
  }
}

/** UTF-16 is known by its first bytes. */
function byMark(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return undefined;
}

/** The name in `<?xml … encoding="…"?>`, which is written in plain letters in every encoding that is read. */
function declaredIn(bytes: Uint8Array): string | undefined {
  let start = '';
  for (const byte of bytes.subarray(0, 200)) start += String.fromCharCode(byte);
  return /^(?:\u00EF\u00BB\u00BF)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(
    start,
  )?.[1];
}
