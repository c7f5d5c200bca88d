/** Processes as files: saved as JSON, opened from JSON. */
import { type Definition, parseDefinition } from '../../contract/index.ts';
import { freshProcessId } from '../actions/index.ts';

/** Offers a definition as a file to keep. */
export function saveAsFile(definition: Definition): void {
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(definition, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `${definition.id}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

export type Opened = { ok: true; definition: Definition } | { ok: false; why: { nl: string; en: string } };

/** Reads a file; where its id is taken it gets another. */
export function readFile(text: string, taken: readonly string[]): Opened {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, why: { nl: 'het is geen JSON', en: 'it is no JSON' } };
  }
  const read = parseDefinition(json);
  if (!read.ok) {
    const message = read.findings[0]?.message ?? '';
    return { ok: false, why: typeof message === 'string' ? { nl: message, en: message } : message };
  }
  return { ok: true, definition: { ...read.definition, id: freshProcessId(read.definition.id, taken) } };
}
