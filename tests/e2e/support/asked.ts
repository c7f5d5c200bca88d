/** A small process with everything that asks for a formula: a form, a table, a condition, a message with values in it. */
import type { Definition } from '../../../contract/index.ts';

export const asked: Definition = {
  v: 1,
  id: 'asked',
  name: { nl: 'Geld voor een plan', en: 'Money for a plan' },
  roles: [
    { id: 'initiator', name: { nl: 'Initiatiefnemer', en: 'Initiator' }, side: 'initiator' },
    { id: 'coordinator', name: { nl: 'Coördinator', en: 'Coordinator' }, side: 'us' },
  ],
  forms: [
    {
      id: 'plan',
      name: { nl: 'Je plan', en: 'Your plan' },
      fields: [
        {
          key: 'amount',
          type: 'number',
          label: { nl: 'Hoeveel geld?', en: 'How much money?' },
          required: true,
        },
        { key: 'begin', type: 'date', label: { nl: 'Wanneer begin je?', en: 'When do you begin?' } },
        { key: 'cost', type: 'money', label: { nl: 'Wat mag het kosten?', en: 'What may it cost?' } },
        {
          key: 'neighbours',
          type: 'yesNo',
          label: { nl: 'Doen de buren mee?', en: 'Do the neighbours join?' },
          required: true,
        },
        {
          key: 'size',
          type: 'choice',
          label: { nl: 'Hoe groot is het?', en: 'How large is it?' },
          required: true,
          options: [
            { id: 'small', label: { nl: 'Klein', en: 'Small' } },
            { id: 'large', label: { nl: 'Groot', en: 'Large' } },
          ],
        },
      ],
    },
  ],
  decisions: [
    {
      id: 'days',
      name: { nl: 'Hoeveel dagen', en: 'How many days' },
      inputs: [{ value: 'size' }, { value: 'amount' }],
      outputs: [{ name: 'days' }],
      hitPolicy: 'unique',
      rules: [
        { when: ['"small"', '-'], gives: ['2'] },
        { when: ['"large"', '< 500'], gives: ['5'] },
      ],
    },
  ],
  elements: [
    {
      id: 'start',
      type: 'startEvent',
      name: { nl: 'Plan', en: 'Plan' },
      by: ['initiator'],
      form: 'plan',
      x: 60,
      y: 200,
    },
    {
      id: 'count',
      type: 'businessRuleTask',
      name: { nl: 'Hoeveel dagen', en: 'How many days' },
      decision: 'days',
      x: 180,
      y: 180,
    },
    { id: 'which', type: 'exclusiveGateway', name: { nl: 'Veel geld?', en: 'Much money?' }, x: 460, y: 200 },
    {
      id: 'tell',
      type: 'sendTask',
      name: { nl: 'Wij bellen je', en: 'We will call you' },
      to: ['initiator'],
      kind: 'news',
      buttons: ['callMe'],
      text: {
        subject: { nl: 'Over {initiative}', en: 'About {initiative}' },
        body: {
          nl: 'Hoi {initiator}. Wij bellen je binnen {value:amount} dagen.',
          en: 'Hi {initiator}. We will call you within {value:amount} days.',
        },
      },
      x: 660,
      y: 80,
    },
    { id: 'end', type: 'endEvent', end: 'none', name: { nl: 'Klaar', en: 'Done' }, x: 1000, y: 200 },
  ],
  flows: [
    { id: 'start-count', from: 'start', to: 'count' },
    { id: 'count-which', from: 'count', to: 'which' },
    {
      id: 'which-tell',
      from: 'which',
      to: 'tell',
      condition: 'amount > 500 and neighbours = true',
      label: { nl: 'veel geld', en: 'much money' },
    },
    { id: 'which-end', from: 'which', to: 'end', default: true },
    { id: 'tell-end', from: 'tell', to: 'end' },
  ],
  ladders: [],
  texts: {},
  variables: {},
};
