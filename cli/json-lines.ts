/** Where something stands in a JSON text, for messages that name the line. */
import type { Problem } from '../core/scenario/index.ts';

/**
 * Finds the line on which an element, flow, form or decision has its `id`; findings in forms are called `form:plan.start`,
 * those in decisions `decision:offer`, those in texts `text:again`.
 */
export function linesOf(text: string): (element: string) => number {
  return (element) => {
    const [, key] = /^text:(.+)$/.exec(element) ?? [];
    if (key !== undefined) return lineOfKey(text, key);
    const [, decision] = /^decision:(.+)$/.exec(element) ?? [];
    if (decision !== undefined) {
      const list = Math.max(0, text.search(/"decisions"\s*:/));
      const at = indexOf(text, 'id', decision, list);
      return at < 0 ? 0 : lineAt(text, at);
    }
    const [, form, field] = /^form:([^.]+)(?:\.(.+))?$/.exec(element) ?? [];
    const start = form === undefined ? indexOf(text, 'id', element, 0) : indexOf(text, 'id', form, 0);
    if (start < 0) return 0;
    const at = field === undefined ? start : indexOf(text, 'key', field, start);
    return lineAt(text, at < 0 ? start : at);
  };
}

/** A text stands under its key. */
function lineOfKey(text: string, key: string): number {
  const list = Math.max(0, text.search(/"texts"\s*:/));
  const found = new RegExp(`${literal(key)}\\s*:`, 'g');
  found.lastIndex = list;
  const at = found.exec(text)?.index;
  return at === undefined ? 0 : lineAt(text, at);
}

function indexOf(text: string, key: string, value: string, from: number): number {
  const found = new RegExp(`"${key}"\\s*:\\s*${literal(value)}`, 'g');
  found.lastIndex = from;
  return found.exec(text)?.index ?? -1;
}

function literal(value: string): string {
  return JSON.stringify(value).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The line of a mistake in the JSON itself; the engine tells the position in its message. */
export function jsonProblem(text: string, { message }: Error): Problem {
  const [, position] = /position (\d+)/.exec(message) ?? [];
  const atEnd = /end of (JSON )?input/i.test(message);
  const line =
    position === undefined && !atEnd
      ? lineOfSnippet(text, message)
      : lineAt(text, Number(position ?? text.length));
  return { line, message: `This is no valid JSON: ${message.replace(/\s+/g, ' ')}.` };
}

/** Short texts are quoted whole or in part, without a position. */
function lineOfSnippet(text: string, message: string): number {
  const [, snippet = ''] = /, (?:\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? [];
  const [, token = ''] = /^Unexpected token '(.)'/.exec(message) ?? [];
  const start = Math.max(0, text.indexOf(snippet));
  return lineAt(text, Math.max(0, text.indexOf(token, start)));
}
