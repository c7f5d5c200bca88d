/** The example of docs/list-and-text.md reads as it stands there. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { asText, tell } from '../../core/prose/index.ts';
import { boundary, decide, draw, end, form, manual, send, start, task } from '../core/check/drawing.ts';

const page = readFileSync(new URL('../../docs/list-and-text.md', import.meta.url), 'utf8');
const shown = (language: string) =>
  new RegExp(`\`\`\`text ${language}\\n([^]*?)\`\`\``).exec(page)?.[1]?.trimEnd();

const en = (nl: string, english: string) => ({ name: { nl, en: english } });
const example: Definition = {
  ...draw(
    [
      start('s', { ...en('Iemand wil iets lenen', 'Somebody wants to borrow'), by: ['initiator'] }),
      task('call', {
        ...en('Bel terug', 'Call back'),
        roles: ['coordinator'],
        term: { amount: 2, unit: 'workingDays' },
      }),
      boundary('late', {
        attachedTo: 'call',
        interrupting: false,
        ...en('Na 5 werkdagen', 'After 5 working days'),
      }),
      send('sorry', {
        ...en('Sorry', 'Sorry'),
        text: {
          subject: { nl: 'Het duurt langer', en: 'It takes longer' },
          body: { nl: 'Sorry.', en: 'Sorry.' },
        },
      }),
      decide('free', en('Is het vrij?', 'Is it free?')),
      manual('give', en('Geef het mee', 'Hand it over')),
      task('wait', {
        ...en('Zoek een andere dag', 'Find another day'),
        roles: ['initiator'],
        ladder: 'none',
      }),
      end('e', { ...en('Geleend', 'Borrowed'), outcome: 'borrowed' }),
    ],
    's > call > free; free > give {free = true}; free > wait *; wait > call; give > e; late > sorry',
    {
      name: { nl: 'Uitlenen', en: 'Lending' },
      roles: [
        { id: 'initiator', name: { nl: 'Initiatiefnemer', en: 'Initiator' }, side: 'initiator' },
        { id: 'coordinator', name: { nl: 'Coördinator', en: 'Coordinator' }, side: 'us' },
      ],
      forms: [
        form('f', {
          key: 'free',
          type: 'yesNo',
          label: { nl: 'Is het vrij op die dag?', en: 'Is it free on that day?' },
        }),
      ],
    },
  ),
};

test.each(['nl', 'en'] as const)('the example in %s', (language) => {
  const prose = { ...tell(example, language), reminders: [] };

  expect(shown(language)).toBe(asText(prose, language).trimEnd());
});
