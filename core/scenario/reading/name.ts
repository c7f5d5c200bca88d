/** Names in a scenario keep their kind and line, so that one walk can check that each of them exists. */
import { type Reader, scalar } from './reader.ts';

/**
 * What a name may stand for: an open task, any element, a start or end event, a role or person (or `anyone`), a
 * commitment, something with its own chase (task, commitment or element), an instance of the story, and the rest.
 */
export type NameKind =
  | 'task'
  | 'element'
  | 'work'
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
  | 'process'
  | 'ladder'
  | 'rung'
  | 'flow'
  | 'outcome'
  | 'button';

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
  work: 'automatic work',
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
  ladder: 'a ladder',
  rung: 'a rung, like "+15"',
  flow: 'a flow',
  outcome: 'an outcome',
  button: 'a button',
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
