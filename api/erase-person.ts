/** Erases a person: their record, what they said about processes, where they are named in what others said, and the mails with it. */
import { withoutName } from '../core/texts/index.ts';
import type { Comment, Person } from '../store/index.ts';
import type { Deps } from './deps.ts';

/** Safe to repeat, up to the last step: the name is needed to find it, and goes last. */
export async function erasePerson({ store }: Pick<Deps, 'store'>, org: string, id: string): Promise<void> {
  const person = await store.people.get(id);
  if (person?.org !== org) return;
  const touched: string[] = [];
  for (const comment of await store.comments.all(org)) {
    const left = redacted(comment, person);
    if (!left) continue;
    // The mails first: they are found by what the comment still says.
    await store.messages.redact(
      org,
      comment.mentions.map((to) => `${comment.id}/${to}`),
    );
    await store.comments.redact(org, comment.id, left);
    touched.push(comment.process);
  }
  await store.ownCopies.removeAllOf(org, id);
  await store.people.erase(id);
  for (const process of new Set(touched))
    await store.changes.add({ org, kind: 'definition', id: process, rows: [] });
}

/** What is left of a comment; undefined when it has nothing to do with them. */
export function redacted(
  { by, text, mentions, erased }: Comment,
  { id, name = '' }: Pick<Person, 'id' | 'name'>,
): { text: string; mentions: string[]; erased?: true } | undefined {
  if (erased) return undefined;
  if (by === id) return { text: '', mentions: [], erased: true };
  const left = withoutName(text, name);
  if (left === text && !mentions.includes(id)) return undefined;
  return { text: left, mentions: mentions.filter((one) => one !== id) };
}
