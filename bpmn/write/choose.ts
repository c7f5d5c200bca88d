// Finds how to write a file so that it reads back as what was written: first as it was kept, then anew, then with our own data.
import type { Definition } from '../../contract/index.ts';
import { isDeepEqual } from '../deep-equal.ts';
import { type ReadDocument, readDocument } from '../read/document.ts';
import type { Drawn } from '../read/process.ts';
import { type Assembled, assemble, type Choices, type Own, type Source } from './assemble.ts';

/** More rounds are never needed: kept, anew, with our own data, and once more for what hangs together. */
const ROUNDS = 8;

interface Tried {
  anew: Set<string>;
  /** What is written with all of our own data, since what BPMN says of it is wrong by itself. */
  whole: Set<string>;
  own: Map<string, Own>;
}

/** @throws Error when something cannot be written so that it reads back the same, which is a mistake of ours. */
export function writtenSoThatItReadsBack(sources: readonly Source[]): Assembled {
  const tried: Tried[] = sources.map(() => ({ anew: new Set(), whole: new Set(), own: new Map() }));
  for (let round = 0; round < ROUNDS; round += 1) {
    const assembled = assemble(sources, tried satisfies readonly Choices[]);
    const read = readDocument(assembled.root, () => 0);
    const changes = sources.map((source, i) => improve(source, tried[i] as Tried, read));
    if (!changes.includes(true)) return assembled;
  }
  throw new Error(
    `Could not write '${sources.map(({ definition }) => definition.id).join(', ')}' so that it reads back the same`,
  );
}

/** @returns whether anything is to be written otherwise. */
function improve({ definition, kept }: Source, tried: Tried, read: ReadDocument): boolean {
  const back = read.processes.find((one) => one.definition.id === definition.id)?.definition;
  if (!back) return false;
  const wrong = new Set(
    read.reading.findings.filter(({ severity }) => severity === 'error').map(({ element }) => element),
  );
  let changed = false;
  const compare = (id: string, own: object, other: object | undefined) => {
    const differs = differences(own, other ?? {});
    const isWrong = wrong.has(id === '' ? 'definition' : id);
    if (!differs && !isWrong) return;
    if (kept.get('model', id) && !tried.anew.has(id)) tried.anew.add(id);
    else if (isWrong && !tried.whole.has(id)) {
      tried.whole.add(id);
      tried.own.set(id, everything(own, other ?? {}));
    } else if (!differs) return;
    // Where its surroundings changed what BPMN says of it, it is said once more, from what it says then.
    else if (tried.own.has(id)) tried.own.delete(id);
    else tried.own.set(id, differs);
    changed = true;
  };
  for (const list of ['elements', 'flows', 'artifacts'] as const) {
    const found = new Map((back[list] ?? []).map((one) => [one.id, one]));
    for (const one of definition[list] ?? [])
      compare(one.id, withoutPlace(one), withoutPlace(found.get(one.id) ?? {}));
  }
  compare('', ofProcess(definition, back), ofProcess(back, definition));
  return changed;
}

const PLACE = ['x', 'y', 'width', 'height', 'collapsed', 'points', 'labelBy'];
const withoutPlace = (one: object): object =>
  Object.fromEntries(Object.entries(one).filter(([key]) => !PLACE.includes(key)));

/** For what BPMN cannot say without being wrong: all of it. */
const everything = (own: object, other: object): Own => ({ own: { ...own }, was: { ...other } });

/** What differs, with what BPMN says instead; undefined when nothing does. */
function differences(own: object, other: object): Own | undefined {
  const [mine, theirs] = [entries(own), entries(other)];
  const keys = [...new Set([...mine.keys(), ...theirs.keys()])].filter(
    (key) => !isDeepEqual(mine.get(key), theirs.get(key)),
  );
  if (keys.length === 0) return undefined;
  return {
    own: Object.fromEntries(keys.map((key) => [key, mine.get(key) ?? null])),
    was: Object.fromEntries(
      keys.flatMap((key) => (theirs.has(key) && key !== 'order' ? [[key, known(key, theirs.get(key))]] : [])),
    ),
  };
}

/** Of lists that are put together by id the ids are enough. */
const known = (key: string, value: unknown): unknown =>
  (key === 'roles' || key === 'forms') && Array.isArray(value)
    ? value.map((one: { id?: unknown }) => (one && typeof one === 'object' ? { id: one.id } : one))
    : value;

const entries = (of: object): Map<string, unknown> =>
  new Map(Object.entries(of).filter(([, value]) => value !== undefined));

/** A process apart from its parts, and the order of those where the file's is another. */
function ofProcess(definition: Definition | Drawn, other: Definition | Drawn): object {
  const {
    elements: _e,
    flows: _f,
    artifacts,
    kept: _k,
    v: _v,
    id: _id,
    ladders,
    texts,
    variables,
    ...rest
  } = definition;
  const order = Object.fromEntries(
    (['elements', 'flows', 'artifacts'] as const).flatMap((list) => {
      const [ids, theirs] = [definition, other].map((one) => (one[list] ?? []).map(({ id }) => id));
      return isDeepEqual(ids, theirs) ? [] : [[list, ids]];
    }),
  );
  return {
    ...rest,
    ...(artifacts?.length === 0 ? { artifacts } : {}),
    ...(ladders && ladders.length > 0 ? { ladders } : {}),
    ...(texts && Object.keys(texts).length > 0 ? { texts } : {}),
    ...(variables && Object.keys(variables).length > 0 ? { variables } : {}),
    ...(Object.keys(order).length > 0 ? { order } : {}),
  };
}
