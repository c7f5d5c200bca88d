// The texts that come with the product, by key; organisations write others in their definitions.
import { chasing } from './standard/chasing.ts';
import { commitments } from './standard/commitments.ts';
import { initiative } from './standard/initiative.ts';
import { meetings } from './standard/meetings.ts';
import type { StandardText } from './standard/standard-text.ts';
import { tasks } from './standard/tasks.ts';

/** Every standard text by its key without `std:`. */
export const STANDARD_TEXTS: Readonly<Record<string, StandardText>> = {
  ...tasks,
  ...chasing,
  ...commitments,
  ...initiative,
  ...meetings,
};

const bare = (key: string) => key.replace(/^std:/, '');

/** The text of a key, with or without `std:`; who reads along (`….cc`) has a common text where a rung has none. */
function find(key: string): StandardText | undefined {
  const name = bare(key);
  if (Object.hasOwn(STANDARD_TEXTS, name)) return STANDARD_TEXTS[name];
  return name.endsWith('.cc') ? STANDARD_TEXTS.cc : undefined;
}

/** Whether there is a standard text of this key; a definition that refers to another cannot be published. */
export function hasStandardText(key: string): boolean {
  return find(key) !== undefined;
}

/** The standard text of a key, with or without `std:`. A missing one is a defect of whoever made the note. */
export function standardText(key: string): StandardText {
  const text = find(key);
  if (!text) throw new Error(`Expected a standard text with key 'std:${bare(key)}', but there is none`);
  return text;
}
