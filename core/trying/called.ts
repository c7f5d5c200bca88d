/** Processes that a story calls: how it names them, and which of them a call means. */
import type { Definition } from '../../contract/index.ts';
import type { Call } from './frames.ts';
import type { StoryItem } from './playing.ts';

/** Of several versions the newest is the last. */
export function calledBy(call: Call, all: readonly Definition[]): Definition | undefined {
  const { process, binding, tag } = call;
  return all.findLast(({ id, tag: own }) => id === process && (binding !== 'tag' || own === tag));
}

/** Its id; of an older version that is called by its tag also that. A file of it is called the same. */
export function calledName(definition: Definition, all: readonly Definition[]): string {
  const newest = all.findLast(({ id }) => id === definition.id);
  return newest === definition || definition.tag === undefined
    ? definition.id
    : `${definition.id}.${definition.tag}`;
}

/** What is put into use before a story begins: it says nothing of how it goes. */
export const putsIntoUse = (item: StoryItem): string | undefined => {
  const { publish } = item;
  return typeof publish === 'object' && publish !== null && !Array.isArray(publish)
    ? typeof publish.process === 'string'
      ? publish.process
      : undefined
    : undefined;
};

/** A story without what is put into use before it begins. */
export function withoutPublishing(items: readonly StoryItem[]): StoryItem[] {
  const first = items.findIndex((item) => putsIntoUse(item) === undefined);
  return first < 0 ? [] : items.slice(first);
}
