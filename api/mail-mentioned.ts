/** A mail to each colleague whom a comment mentions, with the way to the place it is about. */
import { type Definition, type OutgoingMessage, placeOfProcess, type Text } from '../contract/index.ts';
import type { Comment, Person } from '../store/index.ts';
import type { Deps } from './deps.ts';

/** Whoever cannot be reached by mail still finds it with the process. Who wrote it needs no mail. */
export async function mailMentioned(
  { sendMessage, log, clock }: Pick<Deps, 'sendMessage' | 'log' | 'clock'>,
  { id, org, process, element, text, by }: Comment,
  definition: Definition,
  people: readonly Person[],
): Promise<void> {
  const found = definition.elements.find((one) => one.id === element);
  for (const person of people.filter((one) => one.id !== by)) {
    const at = clock();
    const key = `${id}/${person.id}`;
    const name = said(found?.name ?? definition.name, person.language);
    const message: OutgoingMessage = {
      key,
      to: person.id,
      channel: 'mail',
      at,
      notes: [
        {
          key,
          instance: placeOfProcess(org, process, element),
          to: person.id,
          role: 'coordinator',
          side: 'us',
          kind: 'news',
          about: [],
          text: 'std:comment.mention',
          data: { name, from: by, why: text },
          at,
          act: true,
          buttons: [],
        },
      ],
    };
    try {
      await sendMessage(message);
    } catch (error) {
      // It is kept with the other messages, where staff see it, and tried again (send-again.ts).
      log.warn({ error: (error as Error).name }, 'a mail about a comment was not sent yet');
    }
  }
}

const said = (text: Text, language: 'nl' | 'en'): string =>
  typeof text === 'string' ? text : text[language];
