// Turns unknown JSON into a definition, or says per element what was expected there.
import type { z } from 'zod';
import { Definition, Element } from './definition.ts';
import type { Finding } from './finding.ts';
import { Text } from './text.ts';

export type ParsedDefinition = { ok: true; definition: Definition } | { ok: false; findings: Finding[] };

/**
 * A definition with its defaults filled in, or findings of rule `shape`: one per place, at the element, flow or form field
 * it is in, with the path inside it, what was expected and what came.
 */
export function parseDefinition(unknown: unknown): ParsedDefinition {
  const parsed = Definition.safeParse(unknown);
  if (parsed.success) return { ok: true, definition: parsed.data };
  return {
    ok: false,
    findings: parsed.error.issues.flatMap(innermost).map((issue) => finding(issue, unknown)),
  };
}

type Issue = z.core.$ZodIssue;

/** Of alternatives, the one that came closest: the deepest problem, or the alternatives themselves. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (branch: Issue[]) => Math.max(0, ...branch.map(({ path }) => path.length));
  const deepest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
  if (depth(deepest) === 0) return [issue];
  return deepest.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

function finding(issue: Issue, unknown: unknown): Finding {
  const { element, rest } = placeOf(issue.path, unknown);
  const got = shown(valueAt(unknown, issue.path));
  const at =
    rest.length > 0 ? { nl: ` bij ${rest.join('.')}`, en: ` at ${rest.join('.')}` } : { nl: '', en: '' };
  const { nl, en } = expected(issue, got);
  const where =
    element === 'definition' ? { nl: 'De definitie', en: 'The definition' } : named(element, unknown);
  return {
    rule: 'shape',
    severity: 'error',
    element,
    message: { nl: `${where.nl} klopt niet${at.nl}: ${nl}.`, en: `${where.en} does not fit${at.en}: ${en}.` },
  };
}

/** An element by its name where it has one, as all findings do. */
function named(id: string, unknown: unknown): { nl: string; en: string } {
  const elements = valueAt(unknown, ['elements']);
  const element = Array.isArray(elements) ? elements.find((one) => valueAt(one, ['id']) === id) : undefined;
  const name = Text.safeParse(valueAt(element, ['name']));
  if (!name.success) return { nl: `‘${id}’`, en: `‘${id}’` };
  const words = typeof name.data === 'string' ? { nl: name.data, en: name.data } : name.data;
  return { nl: `‘${words.nl}’ (${id})`, en: `‘${words.en}’ (${id})` };
}

/** What was expected, and what came. */
function expected(issue: Issue, got: { nl: string; en: string }): { nl: string; en: string } {
  const other = (nl: string, en: string) => ({
    nl: `verwacht ${nl}, maar kreeg ${got.nl}`,
    en: `expected ${en}, got ${got.en}`,
  });
  switch (issue.code) {
    case 'invalid_type': {
      const type = types[issue.expected];
      return type ? other(type.nl, type.en) : other(issue.expected, issue.expected);
    }
    case 'invalid_value':
      return other(`een van ${issue.values.join(', ')}`, `one of ${issue.values.join(', ')}`);
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return { nl: `${keys} bestaat hier niet`, en: `${keys} does not exist here` };
    }
    case 'invalid_union':
      return issue.discriminator === 'type' && issue.path.at(-1) === 'type' && issue.path[0] === 'elements'
        ? other(`een van ${elementTypes().join(', ')}`, `one of ${elementTypes().join(', ')}`)
        : other(kindsOf(issue, 'nl').join(' of '), kindsOf(issue, 'en').join(' or '));
    case 'invalid_format':
      return issue.format === 'regex'
        ? other(regexMeaning(issue.path).nl, regexMeaning(issue.path).en)
        : other(issue.format, issue.format);
    case 'too_small':
      return other(`ten minste ${issue.minimum}`, `at least ${issue.minimum}`);
    case 'too_big':
      return other(`ten hoogste ${issue.maximum}`, `at most ${issue.maximum}`);
    default:
      return { nl: issue.message, en: issue.message };
  }
}

/** What each alternative expects as a whole: `text or an object`. */
function kindsOf(issue: Extract<Issue, { code: 'invalid_union' }>, language: 'nl' | 'en'): string[] {
  const kinds = issue.errors.flat().flatMap((inner) => {
    if (inner.code === 'invalid_type') return types[inner.expected]?.[language] ?? inner.expected;
    return inner.code === 'invalid_value' ? inner.values.map(String) : [];
  });
  return [...new Set(kinds)];
}

const types: Record<string, { nl: string; en: string }> = {
  string: { nl: 'tekst', en: 'text' },
  number: { nl: 'een getal', en: 'a number' },
  int: { nl: 'een heel getal', en: 'a whole number' },
  boolean: { nl: 'ja of nee (true of false)', en: 'true or false' },
  array: { nl: 'een lijst', en: 'a list' },
  object: { nl: 'een object', en: 'an object' },
  record: { nl: 'een object', en: 'an object' },
};

function regexMeaning(path: PropertyKey[]): { nl: string; en: string } {
  if (path.at(-1) === 'time') return { nl: 'een tijd als 09:00', en: 'a time like 09:00' };
  return {
    nl: 'een letter en daarna letters, cijfers of streepjes',
    en: 'a letter and then letters, digits or dashes',
  };
}

const elementTypes = () => Element.options.map((option) => option.shape.type.value);

/** The element, flow or field a path lies in, as findings name it, and the path inside it. */
function placeOf(path: PropertyKey[], unknown: unknown): { element: string; rest: string[] } {
  const [list, index, ...inner] = path.map(String);
  if ((list === 'elements' || list === 'flows') && index !== undefined)
    return { element: idAt(unknown, [list, index]) ?? `${list}[${index}]`, rest: inner };
  if (list === 'forms' && index !== undefined) {
    const form = idAt(unknown, [list, index]) ?? `forms[${index}]`;
    const [fields, at, ...rest] = inner;
    if (fields !== 'fields' || at === undefined) return { element: `form:${form}`, rest: inner };
    const key = valueAt(unknown, [list, index, fields, at, 'key']);
    return { element: `form:${form}.${typeof key === 'string' ? key : `fields[${at}]`}`, rest };
  }
  if (list === 'texts' && index !== undefined) return { element: `text:${index}`, rest: inner };
  return { element: 'definition', rest: path.map(String) };
}

function idAt(unknown: unknown, path: string[]): string | undefined {
  const id = valueAt(unknown, [...path, 'id']);
  return typeof id === 'string' ? id : undefined;
}

function valueAt(unknown: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    unknown,
  );
}

function shown(value: unknown): { nl: string; en: string } {
  if (value === undefined) return { nl: 'niets', en: 'nothing' };
  const text = JSON.stringify(value);
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return { nl: short, en: short };
}
