// The four ladders every organisation starts with (docs/domain.md, "Ladders"): FAST, ORG, INIT, PARTNER.
import type { Ladder, Side } from '../../contract/index.ts';

const chaseButtons = ['done', 'newDate', 'helpMe', 'pause'];
const restChoice = [
  { id: 'rest', label: { nl: 'Laten rusten', en: 'Let it rest' } },
  { id: 'new-plan', label: { nl: 'Nieuw plan', en: 'New plan' } },
  { id: 'stop', label: { nl: 'Stoppen', en: 'Stop' } },
];

/** First contact: P56. */
const fast: Ladder = {
  id: 'FAST',
  name: { nl: 'Snel contact', en: 'Quick contact' },
  contactAnswers: true,
  rungs: [
    {
      id: '-1',
      amount: -1,
      unit: 'workingDays',
      acts: [{ act: 'notify', to: 'owner', text: 'std:FAST.-1', kind: 'headsUp' }],
    },
    { id: '+1', amount: 1, unit: 'workingDays', acts: [{ act: 'offer', to: 'backup' }] },
    {
      id: '+2',
      amount: 2,
      unit: 'workingDays',
      acts: [
        { act: 'raise', to: 'manager' },
        { act: 'notify', to: 'initiator', text: 'std:FAST.+2.initiator', kind: 'honest' },
      ],
    },
  ],
};

/** What we owe: P10, P55. The heads-up only for terms of three working days or more. */
const org: Ladder = {
  id: 'ORG',
  name: { nl: 'Onze belofte', en: 'Our promise' },
  rungs: [
    {
      id: '-1',
      amount: -1,
      unit: 'workingDays',
      when: { termAtLeast: 3 },
      acts: [{ act: 'notify', to: 'owner', text: 'std:ORG.-1', kind: 'headsUp' }],
    },
    {
      id: '+1',
      amount: 1,
      unit: 'workingDays',
      acts: [{ act: 'notify', to: 'owner', text: 'std:ORG.+1', kind: 'chase' }],
    },
    {
      id: '+2',
      amount: 2,
      unit: 'workingDays',
      acts: [{ act: 'notify', to: 'initiator', text: 'std:ORG.+2.initiator', kind: 'honest' }],
    },
    {
      id: '+3',
      amount: 3,
      unit: 'workingDays',
      acts: [{ act: 'notify', to: 'owner', cc: ['coordinator'], text: 'std:ORG.+3', kind: 'chase' }],
    },
    { id: '+5', amount: 5, unit: 'workingDays', acts: [{ act: 'raise', to: 'manager' }] },
  ],
};

/** What the initiator took on: invited, never dunned; ends in a person, never in a closure (P60). */
const init: Ladder = {
  id: 'INIT',
  name: { nl: 'Vriendelijk vragen', en: 'Ask kindly' },
  contactAnswers: true,
  rungs: [
    {
      id: '-1',
      amount: -1,
      unit: 'workingDays',
      when: { remindMe: true },
      acts: [{ act: 'notify', to: 'owner', text: 'std:INIT.-1', kind: 'headsUp' }],
    },
    {
      id: '+3',
      amount: 3,
      unit: 'workingDays',
      acts: [{ act: 'notify', to: 'owner', text: 'std:INIT.+3', kind: 'chase', buttons: chaseButtons }],
    },
    {
      id: '+10',
      amount: 10,
      unit: 'workingDays',
      acts: [
        {
          act: 'notify',
          to: 'owner',
          text: 'std:INIT.+10',
          kind: 'chase',
          otherChannel: true,
          buttons: chaseButtons,
        },
      ],
    },
    {
      id: '+15',
      amount: 15,
      unit: 'workingDays',
      acts: [
        {
          act: 'task',
          role: 'supporter',
          name: { nl: 'Bel even: hoe gaat het?', en: 'Give a call: how is it going?' },
          term: { amount: 3, unit: 'workingDays' },
          ladder: 'ORG',
        },
      ],
    },
    {
      id: '+25',
      amount: 25,
      unit: 'workingDays',
      acts: [
        {
          act: 'task',
          role: 'coordinator',
          name: { nl: 'Rusten, een nieuw plan of stoppen?', en: 'Rest, a new plan or stop?' },
          term: { amount: 5, unit: 'workingDays' },
          ladder: 'ORG',
          outcomes: restChoice,
        },
      ],
    },
  ],
};

/** What an outside party agreed to. */
const partner: Ladder = {
  id: 'PARTNER',
  name: { nl: 'Partner herinneren', en: 'Remind a partner' },
  contactAnswers: true,
  rungs: [
    {
      id: '+2',
      amount: 2,
      unit: 'workingDays',
      acts: [
        {
          act: 'notify',
          to: 'owner',
          text: 'std:PARTNER.+2',
          kind: 'chase',
          buttons: ['done', 'newDate', 'helpMe'],
        },
      ],
    },
    {
      id: '+5',
      amount: 5,
      unit: 'workingDays',
      acts: [
        {
          act: 'task',
          role: 'coordinator',
          name: { nl: 'Bel de partner', en: 'Call the partner' },
          term: { amount: 3, unit: 'workingDays' },
          ladder: 'ORG',
        },
      ],
    },
    {
      id: '+10',
      amount: 10,
      unit: 'workingDays',
      acts: [
        {
          act: 'task',
          role: 'manager',
          name: {
            nl: 'Spreek je collega bij de partner of de wethouder aan',
            en: 'Contact your counterpart or the alderman',
          },
          term: { amount: 5, unit: 'workingDays' },
          ladder: 'ORG',
        },
      ],
    },
  ],
};

export const standardLadders: readonly Ladder[] = [fast, org, init, partner];

/** The ladder, and the term in working days, where a definition names none (docs/domain.md, notation). */
export const defaultLadder: Record<Side, string> = {
  us: 'ORG',
  initiator: 'INIT',
  volunteer: 'INIT',
  partner: 'PARTNER',
};
export const defaultTerm = { amount: 5, unit: 'workingDays' } as const;
