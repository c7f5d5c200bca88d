/** What changed, as a coordinator reads it. */
import { describe, expect, it } from 'vitest';
import {
  Decision,
  type Definition,
  Element,
  Field,
  Flow,
  Form,
  Ladder,
  type Language,
  Role,
} from '../../../contract/index.ts';
import { difference } from '../../../core/difference/index.ts';
import { perform } from '../../../designer/actions/index.ts';
import { labels } from '../../../designer/differences/labels.ts';
import { inOneLine, tell } from '../../../designer/differences/words.ts';
import { drawing, short } from '../actions/drawings.ts';

const told = (before: Definition, after: Definition, language: Language = 'en') =>
  difference(before, after).map((change) => {
    const { title, lines } = tell(change, { before, after, language });
    return [title, ...lines.map(inOneLine)];
  });
const edited = (change: object, before = short) =>
  perform(drawing(before), 'changeElement', { id: 'call', change }).definition;

describe('what changes for people', () => {
  it('more time', () => {
    const [before, after] = [2, 3].map((amount) => edited({ term: { amount, unit: 'workingDays' } })) as [
      Definition,
      Definition,
    ];

    expect(told(before, after)).toEqual([
      ['Call', 'The coordinator gets 3 working days instead of 2 working days'],
    ]);
    expect(told(before, after, 'nl')).toEqual([
      ['Call', 'De coordinator krijgt 3 werkdagen in plaats van 2 werkdagen'],
    ]);
  });

  it('without a term of its own it had the usual one', () => {
    expect(told(short, edited({ term: { amount: 1, unit: 'weeks' } }))).toEqual([
      ['Call', 'The coordinator gets 1 week instead of 5 working days'],
    ]);
  });

  it('somebody else', () => {
    expect(told(short, edited({ roles: ['initiator'] }))).toEqual([
      ['Call', 'The initiator does this instead of the coordinator'],
    ]);
  });

  it('other reminders, and none', () => {
    const [[, line] = []] = told(short, edited({ ladder: 'none' }));

    expect(line).toMatch(/^Reminders: .+ → none$/);
  });
});

describe('what is asked and said', () => {
  const asked: Definition = {
    ...short,
    forms: [
      {
        id: 'f',
        name: { nl: 'Vragen', en: 'Questions' },
        fields: [
          { key: 'why', type: 'text', label: { nl: 'Waarom?', en: 'Why?' } },
          { key: 'when', type: 'date', label: 'When?' },
        ],
      },
    ],
  };

  it('a question that came, went, is put differently, and has to be answered', () => {
    const after: Definition = {
      ...asked,
      forms: [
        {
          id: 'f',
          name: { nl: 'Vragen', en: 'Questions' },
          fields: [
            { key: 'why', type: 'text', label: { nl: 'Waarvoor?', en: 'What for?' }, required: true },
            { key: 'who', type: 'person', label: 'Who?' },
          ],
        },
      ],
    };

    expect(told(asked, after)).toEqual([
      [
        'Questions',
        'Question “What for?”: words: Why? → What for?',
        'Question “What for?”: required: no → yes',
        'New: Question “Who?”',
        'Gone: Question “When?”',
      ],
    ]);
  });

  it('the words of a mail', () => {
    const text = (body: string) => edited({ text: { subject: 'Please call', body } });

    expect(told(text('Call soon.'), text('Call today.'))).toEqual([
      ['Call', 'Text of the message: text: Call soon. → Call today.'],
    ]);
  });

  it('an arrow that leads elsewhere and the condition in its words', () => {
    const after = {
      ...asked,
      flows: asked.flows.map((flow) =>
        flow.id === 'call-end' ? { ...flow, to: 'call', condition: 'why = null' } : flow,
      ),
    };

    expect(told(asked, after)).toEqual([
      ['Call → Call', 'Condition: nothing → Why = empty', 'To: End → Call'],
    ]);
  });
});

it('every property of a definition has a word, in both languages', () => {
  const shapes = [
    ...Element.options.map(({ shape }) => shape),
    Flow.shape,
    Field.shape,
    Form.shape,
    Role.shape,
    Ladder.shape,
    Decision.shape,
  ];
  const notTold = ['id', 'x', 'y', 'width', 'height', 'points', 'labelBy', 'collapsed', 'pinned', 'v'];
  const keys = [...new Set(shapes.flatMap((shape) => Object.keys(shape)))];

  expect(keys.filter((key) => !notTold.includes(key) && labels[key] === undefined)).toEqual([]);
});
