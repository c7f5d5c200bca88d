/** Whole messages as people get them; `UPDATE_GOLDEN=1` rewrites the files, to be read line by line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { OutgoingMessage } from '../../../contract/index.ts';
import { renderMessage } from '../../../core/texts/index.ts';
import { FULL, lookups, message, note, OWN, PROMISE } from './example.ts';

const staff = { to: 'bo', role: 'supporter', side: 'us' } as const;

const MESSAGES: Record<string, OutgoingMessage> = {
  'registration-confirmed': message([
    note('def:abc:n2', { dues: { n3: '2026-04-03' } }, { kind: 'confirmation' }),
  ]),
  'agreement-asked': message([
    note(
      'std:agreement.asked',
      { due: '2026-04-17', commitments: [OWN, PROMISE] },
      { about: ['n9.confirm'] },
    ),
  ]),
  'friendly-check-in-with-regular-one': message(
    [
      note('std:INIT.+3', { commitment: OWN, due: OWN.due }, { kind: 'chase', about: ['c2'] }),
      note(
        'std:task.asked',
        { name: { nl: 'Hoe gaat het?', en: 'How are you?' }, due: '2026-06-18' },
        {
          kind: 'checkIn',
          about: ['n12'],
          key: 'ins_1/n12/1/open/ada',
        },
      ),
    ],
    { at: '2026-06-10T07:00:00.000Z' },
  ),
  'second-check-in-by-text-message': message(
    [note('std:INIT.+10', { commitment: OWN, due: OWN.due }, { kind: 'chase', about: ['c2'] })],
    { channel: 'sms', at: '2026-06-19T07:00:00.000Z' },
  ),
  'honest-that-we-are-late': message(
    [
      note(
        'std:ORG.+2.initiator',
        { commitment: PROMISE, due: PROMISE.due, owner: 'bo', why: 'de drukker is ziek', to: '2026-04-30' },
        {
          kind: 'honest',
          about: ['c1'],
        },
      ),
    ],
    { at: '2026-04-29T07:00:00.000Z' },
  ),
  'handed-over': message([
    note('std:handedOver', { from: 'bo', to: 'cor' }, { kind: 'news', about: ['c1'], act: true }),
  ]),
  'meeting-planned-by-letter': message([note('std:meeting.planned', FULL, { kind: 'invite' })], {
    channel: 'post',
  }),
  'partner-reminded': message([
    note(
      'std:PARTNER.+2',
      { ...FULL, commitment: { ...OWN, owner: 'pia', side: 'partner' } },
      {
        to: 'pia',
        side: 'partner',
        role: 'partner',
        kind: 'chase',
        about: ['c3'],
      },
    ),
  ]),
  'digest-of-staff': message(
    [
      note('std:task.new', FULL, { ...staff, kind: 'inbox', about: ['n3'], key: 'ins_1/n3/1/open/bo' }),
      note(
        'std:ORG.+1',
        { commitment: PROMISE, due: '2026-04-01' },
        {
          ...staff,
          kind: 'chase',
          about: ['c1'],
          key: 'ins_1/c1/1/+1/bo',
        },
      ),
      note(
        'std:commitment.done',
        { commitment: OWN, owner: 'ada' },
        {
          ...staff,
          kind: 'news',
          about: ['c2'],
          key: 'ins_1/c2/1/done/bo',
        },
      ),
    ],
    { at: '2026-04-02T07:00:00.000Z' },
  ),
  'raised-to-manager': message([
    note(
      'std:raise',
      { ...FULL, why: 'de zaal is nog niet gevonden' },
      {
        to: 'max',
        side: 'us',
        role: 'manager',
        kind: 'raise',
      },
    ),
  ]),
};

test.each(Object.keys(MESSAGES))('%s', (name) => {
  const path = new URL(`golden/${name}.txt`, import.meta.url);
  const words = (['nl', 'en'] as const).map((language) => {
    const { subject, text } = renderMessage(MESSAGES[name] as OutgoingMessage, language, lookups);
    return `# ${language}\n# ${subject}\n\n${text.trimEnd()}\n`;
  });
  const whole = words.join('\n');
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, whole);

  expect(whole).toBe(readFileSync(path, 'utf8'));
});
