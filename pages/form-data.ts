/** What a browser sent of a form, as the values its fields keep; what cannot be read stays as it was written. */
import type { Field, Language } from '../contract/index.ts';
import type { Json, Variables } from '../core/state.ts';

/** Names and values of a form; several of one name are a list. */
export type Sent = Record<string, string | string[] | undefined>;

export const one = (sent: Sent, name: string): string => {
  const value = sent[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};
const all = (sent: Sent, name: string): string[] => [sent[name] ?? []].flat().filter((value) => value !== '');

export function readForm(fields: Field[], sent: Sent, language: Language): Variables {
  const data: Variables = {};
  for (const field of fields) {
    const value = readField(field, sent, language);
    if (value !== undefined) data[field.key] = value;
  }
  return data;
}

function readField(field: Field, sent: Sent, language: Language): Json | undefined {
  const { key, type } = field;
  const text = one(sent, key).replace(/\r\n/g, '\n');
  switch (type) {
    case 'choices':
    case 'people': {
      const values = all(sent, key);
      return values.length > 0 ? values : undefined;
    }
    case 'commitments': {
      const rows = readRows(key, sent);
      return rows.length > 0 ? rows : undefined;
    }
    case 'rows': {
      const lines = readLines(field, sent, language);
      return lines.length > 0 ? lines : undefined;
    }
    // Conditions ask for true and false, and are looked at before anything is checked.
    case 'yesNo':
      return text === 'yes' ? true : text === 'no' ? false : text.trim() === '' ? undefined : text;
    case 'number':
    case 'scale':
      return text.trim() === '' ? undefined : (numberIn(text, language) ?? text);
    case 'money': {
      if (text.trim() === '') return undefined;
      const amount = numberIn(text.replace(/[€\s]/g, ''), language);
      return amount === undefined ? text : Math.round(amount * 100);
    }
    default:
      return text.trim() === '' ? undefined : text;
  }
}

/** `1.234,5` in Dutch, `1,234.5` in English; a lone comma or point with one or two digits behind it is a decimal one. */
export function numberIn(text: string, language: Language): number | undefined {
  const trimmed = text.trim();
  const plain = /^[+-]?\d+(?:[.,]\d{1,2})?$/.test(trimmed)
    ? trimmed.replace(',', '.')
    : language === 'nl'
      ? trimmed.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.')
      : trimmed.replace(/,(?=\d{3}(?:\D|$))/g, '');
  return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** Rows of which something was filled in. */
function readRows(key: string, sent: Sent): Json[] {
  const rows: Record<string, Json>[] = [];
  for (const name of Object.keys(sent)) {
    const [, index, part] = /^(\d{1,2})\]\.(text|owner|due)$/.exec(name.slice(key.length + 1)) ?? [];
    if (!name.startsWith(`${key}[`) || index === undefined || part === undefined) continue;
    const value = one(sent, name).trim();
    if (value === '') continue;
    rows[Number(index)] = { ...rows[Number(index)], [part]: value };
  }
  return rows.filter((row) => row !== undefined);
}

/** Lines of which something was filled in, each column read as its own type. */
function readLines({ key, columns = [] }: Field, sent: Sent, language: Language): Json[] {
  const numbers = Object.keys(sent).flatMap((name) => {
    const [, number] = name.startsWith(`${key}[`)
      ? (/^(\d{1,2})\]\./.exec(name.slice(key.length + 1)) ?? [])
      : [];
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map((number) => {
      const parts = columns.flatMap((column): [string, Json][] => {
        const value = readField({ ...column, key: `${key}[${number}].${column.key}` }, sent, language);
        return value === undefined ? [] : [[column.key, value]];
      });
      return Object.fromEntries(parts);
    })
    .filter((line) => Object.keys(line).length > 0);
}
