/** Answers as people read them: the question, and what was chosen or filled in. */
import { expect, it } from 'vitest';
import { Definition } from '../../../contract/index.ts';
import { answersInWords, valueInWords } from '../../../core/prose/answers-in-words.ts';

const plan = Definition.parse({
  v: 1,
  id: 'plan',
  name: 'Plan',
  roles: [{ id: 'coordinator', name: 'Coordinator', side: 'us' }],
  forms: [
    {
      id: 'ask',
      name: 'Ask',
      fields: [
        {
          key: 'kinds',
          type: 'choices',
          label: { nl: 'Wat is er nodig?', en: 'What is needed?' },
          options: [
            { id: 'room', label: { nl: 'Een ruimte', en: 'A room' } },
            { id: 'people', label: { nl: 'Mensen', en: 'People' } },
          ],
        },
        { key: 'budget', type: 'money', label: { nl: 'Hoeveel geld?', en: 'How much money?' } },
        { key: 'start', type: 'date', label: { nl: 'Wanneer?', en: 'When?' } },
        { key: 'neighbours', type: 'yesNo', label: { nl: 'Doen buren mee?', en: 'Do neighbours join?' } },
      ],
    },
  ],
  elements: [{ id: 's', type: 'startEvent', form: 'ask' }],
  flows: [],
});

it('has the words of questions and choices, euros for amounts, and dates written out', () => {
  const answers = { kinds: ['room', 'people'], budget: 125050, start: '2026-09-07', neighbours: false };

  expect(answersInWords([plan], answers, 'nl')).toBe(
    'Wat is er nodig: Een ruimte, Mensen; Hoeveel geld: €\u00a01.250,50; Wanneer: maandag 7 september; Doen buren mee: nee',
  );
  expect(answersInWords([plan], { budget: 50000 }, 'en')).toBe('How much money: €\u00a0500');
});

it('has what no process asks by its name', () => {
  expect(answersInWords([plan], { n: 1200, text: 'so', list: [], more: { a: true } }, 'en')).toBe(
    'n: 1,200; text: so; list: an empty list; more: a: yes',
  );
  expect(valueInWords(null, 'nl')).toBe('niets');
});
