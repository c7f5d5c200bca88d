/** Names in a scenario keep their kind and line, so that one walk can check that each of them exists. */
import { type Reader, scalar } from './reader.ts';

/**
 * What a name may stand for: an open task, any element, a start or end event, a role or person (or `anyone`), a
 * commitment, something with its own chase (task, commitment or element), an instance of the story.
 */
export type NameKind =
  | 'task'
  | 'element'
  | 'startEvent'
  | 'endEvent'
  | 'person'
  | 'role'
  | 'commitment'
  | 'item'
  | 'instance'
  | 'capacity'
  | 'ending'
  | 'figure'
  | 'process';

export interface Name<K extends NameKind = NameKind> {
  kind: K;
  text: string;
  line: number;
}

export function name<K extends NameKind>(kind: K): Reader<Name<K>> {
  return scalar(`the name of ${words[kind]}`, (value, _reading, line) =>
    typeof value === 'string' || typeof value === 'number'
      ? value === ''
        ? undefined
        : { kind, text: String(value), line }
      : undefined,
  );
}

const words: Record<NameKind, string> = {
  task: 'a task',
  element: 'an element',
  startEvent: 'a start event',
  endEvent: 'an end event',
  person: 'a role or a person',
  role: 'a role',
  commitment: 'a commitment',
  item: 'a task, a commitment or an element',
  instance: "an instance of the story (given with 'as')",
  capacity: 'a capacity',
  ending: 'an outcome',
  figure: 'a figure',
  process: 'a process file',
};

/** Every name within a read value. */
export function* namesIn(value: unknown): Generator<Name> {
  if (typeof value !== 'object' || value === null) return;
  if (
    'kind' in value &&
    'text' in value &&
    'line' in value &&
    typeof value.kind === 'string' &&
    value.kind in words
  )
    yield value as Name;
  else for (const part of Object.values(value)) yield* namesIn(part);
}
