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
  own: Map<string, Own>;
}

/** @throws Error when something cannot be written so that it reads back the same, which is a mistake of ours. */
export function writtenSoThatItReadsBack(sources: readonly Source[]): Assembled {
  const tried: Tried[] = sources.map(() => ({ anew: new Set(), own: new Map() }));
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
    if (kept.get('model', id) && !tried.anew.has(id)) {
      tried.anew.add(id);
      changed = true;
    } else if (differs && !tried.own.has(id)) {
      tried.own.set(id, differs);
      changed = true;
    } else if (differs) {
      // Its surroundings changed what BPMN says of it: said once more, from what it says now.
      tried.own.delete(id);
      changed = true;
    }
  };
  for (const list of ['elements', 'flows', 'artifacts'] as const) {
    const found = new Map((back[list] ?? []).map((one) => [one.id, one]));
    for (const one of definition[list] ?? [])
      compare(one.id, withoutPlace(one), withoutPlace(found.get(one.id) ?? {}));
  }
  compare('', ofProcess(definition), ofProcess(back, definition));
  return changed;
}

const PLACE = ['x', 'y', 'width', 'height', 'collapsed', 'points'];
const withoutPlace = (one: object): object =>
  Object.fromEntries(Object.entries(one).filter(([key]) => !PLACE.includes(key)));

/** What differs, with what BPMN says instead; undefined when nothing does. */
function differences(own: object, other: object): Own | undefined {
  const [mine, theirs] = [entries(own), entries(other)];
  const keys = [...new Set([...mine.keys(), ...theirs.keys()])].filter(
    (key) => !isDeepEqual(mine.get(key), theirs.get(key)),
  );
  if (keys.length === 0) return undefined;
  return {
    own: Object.fromEntries(keys.map((key) => [key, mine.get(key) ?? null])),
    was: Object.fromEntries(keys.flatMap((key) => (theirs.has(key) ? [[key, theirs.get(key)]] : []))),
  };
}

const entries = (of: object): Map<string, unknown> =>
  new Map(Object.entries(of).filter(([, value]) => value !== undefined));

/** A process apart from its parts, and the order of those where it is not that of the file. */
function ofProcess(definition: Definition | Drawn, wanted?: Definition): object {
  const {
    elements,
    flows,
    artifacts = [],
    kept: _kept,
    v: _v,
    id: _id,
    ladders,
    texts,
    variables,
    ...rest
  } = definition;
  const orders = wanted
    ? {
        elements: orderOf(elements, wanted.elements),
        flows: orderOf(flows, wanted.flows),
        artifacts: orderOf(artifacts, wanted.artifacts ?? []),
      }
    : {};
  const order = Object.fromEntries(Object.entries(orders).filter(([, ids]) => ids !== undefined));
  return {
    ...rest,
    ...(ladders && ladders.length > 0 ? { ladders } : {}),
    ...(texts && Object.keys(texts).length > 0 ? { texts } : {}),
    ...(variables && Object.keys(variables).length > 0 ? { variables } : {}),
    ...(Object.keys(order).length > 0 ? { order } : {}),
  };
}

function orderOf(items: readonly { id: string }[], wanted: readonly { id: string }[]): string[] | undefined {
  const ids = items.map(({ id }) => id);
  const other = wanted.map(({ id }) => id);
  return isDeepEqual(ids, other) ? undefined : ids;
}
