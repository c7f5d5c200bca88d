// Which language an expression is in, and what it says in FEEL.
import { asFeel, feelText } from './feel.ts';
import { NotUnderstood, parseJuel } from './juel.ts';

/** `feel`: what it says; or why that cannot be said. */
export type Translated = { ok: true; feel: string } | { ok: false; nl: string; en: string };

const found = (feel: string): Translated => ({ ok: true, feel });

/** Languages that are programs, which are never run. */
const SCRIPT = /\b(groovy|javascript|ecmascript|js|python|jython|ruby|jruby|java|graal)\b/i;
const isFeel = (language: string | undefined): boolean => language !== undefined && /feel/i.test(language);
const isJuel = (language: string | undefined): boolean =>
  language !== undefined && /\b(juel|uel|jsp-el|el)\b/i.test(language);

/** Signs of Java that FEEL does not have. */
const JAVA = /==|&&|\|\||![^=]|!$/;

/**
 * An expression as FEEL. Camunda 8 writes `= a > 5`, the engines before it `${a > 5}`; what has neither is taken as FEEL,
 * unless it is written with the signs of Java.
 * @param language as the file names it; XPath, the default that nobody means, is not looked at.
 */
export function expressionOf(text: string, language?: string): Translated {
  const trimmed = text.trim();
  if (language !== undefined && SCRIPT.test(language) && !isFeel(language))
    return {
      ok: false,
      nl: `programma’s (${language}) worden niet uitgevoerd; schrijf het als FEEL`,
      en: `programs (${language}) are not run; write it in FEEL`,
    };
  if (trimmed.startsWith('=') && !trimmed.startsWith('==')) return found(trimmed.slice(1).trim());
  if (isFeel(language)) return found(trimmed);
  if (isTemplate(trimmed)) return fromTemplate(trimmed);
  if (isJuel(language)) return fromJuel(trimmed);
  const withoutTexts = trimmed.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  if (JAVA.test(withoutTexts) || /'/.test(withoutTexts)) {
    const tried = fromJuel(trimmed);
    if (tried.ok) return tried;
  }
  return found(trimmed);
}

/** A value where plain text stands for itself: `abc` is a text, `= a` and `${a}` are worked out. */
export function plainOrExpression(text: string, language?: string): Translated {
  const trimmed = text.trim();
  return isDynamic(trimmed) || isFeel(language) ? expressionOf(trimmed, language) : found(feelText(text));
}

const isTemplate = (text: string): boolean => /[$#]\{/.test(text);

/** Worked out from variables, rather than standing for itself. */
export const isDynamic = (text: string): boolean => isTemplate(text) || text.trim().startsWith('=');

function fromJuel(text: string): Translated {
  try {
    return found(asFeel(parseJuel(text)));
  } catch (error) {
    if (error instanceof NotUnderstood) return { ok: false, nl: error.nl, en: error.en };
    throw error;
  }
}

/** `${a}` is that value; with text around it, all of it together is a text. */
function fromTemplate(text: string): Translated {
  const parts = partsOf(text);
  if (!parts) return { ok: false, nl: 'er ontbreekt een ‘}’', en: "a '}' is missing" };
  const [only] = parts;
  if (parts.length === 1 && only?.isExpression) return fromJuel(only.text);
  const written: string[] = [];
  for (const part of parts) {
    if (!part.isExpression) {
      written.push(feelText(part.text));
      continue;
    }
    const feel = fromJuel(part.text);
    if (!feel.ok) return feel;
    written.push(`string(${feel.feel})`);
  }
  return found(written.join(' + '));
}

/** Text and expressions in turn; a `}` between quotes closes nothing. */
function partsOf(text: string): { text: string; isExpression: boolean }[] | undefined {
  const parts: { text: string; isExpression: boolean }[] = [];
  let at = 0;
  while (at < text.length) {
    const start = nextStart(text, at);
    if (start > at) parts.push({ text: text.slice(at, start), isExpression: false });
    if (start === text.length) break;
    const end = endOf(text, start + 2);
    if (end < 0) return undefined;
    parts.push({ text: text.slice(start + 2, end), isExpression: true });
    at = end + 1;
  }
  return parts;
}

function nextStart(text: string, from: number): number {
  const found = /[$#]\{/g;
  found.lastIndex = from;
  return found.exec(text)?.index ?? text.length;
}

function endOf(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const one = text[at] as string;
    if (quote) {
      if (one === '\\') at += 1;
      else if (one === quote) quote = '';
    } else if (one === '"' || one === "'") quote = one;
    else if (one === '}') return at;
  }
  return -1;
}

/** The texts of `"a"` or `["a", "b"]`: values that were written as FEEL and are not worked out from anything. */
export function literalTexts(feel: string): string[] | undefined {
  const list = /^\s*\[([\s\S]*)\]\s*$/.exec(feel);
  const inner = list ? (list[1] as string) : feel;
  const texts: string[] = [];
  const one = /\s*"((?:[^"\\]|\\.)*)"\s*(,|$)/y;
  for (let at = 0; at < inner.length; at = one.lastIndex) {
    one.lastIndex = at;
    const match = one.exec(inner);
    if (!match) return undefined;
    texts.push((match[1] as string).replace(/\\(.)/g, '$1'));
    if (match[2] === '' && one.lastIndex >= inner.length) break;
  }
  return list || texts.length === 1 ? texts : undefined;
}
