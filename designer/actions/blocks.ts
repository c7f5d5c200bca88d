/** The palette: blocks in the users' words, and the elements they become. */
import type { Decision, Definition, Element, Form, Text } from '../../contract/index.ts';
import type { Bilingual } from '../../core/calendar/index.ts';
import { newTable } from './edits/tables.ts';
import { freshElementId, freshName } from './ids.ts';

export const BLOCK_IDS = [
  'form',
  'task',
  'meeting',
  'message',
  'wait',
  'choose',
  'agree',
  'end',
  'decide',
  'split',
  'join',
  'loop',
  'raise',
  'record',
  'sub',
  'part',
  'set',
  'rules',
  'start',
] as const;
export type BlockId = (typeof BLOCK_IDS)[number];

/** What a block brings: its own element first, then what belongs in it, a form it asks for, a table it looks in. */
export interface Made {
  elements: [Element, ...Element[]];
  flows?: Definition['flows'];
  forms?: Form[];
  decisions?: Decision[];
}

export interface BlockKind {
  name: Bilingual;
  /** What it is for, in one short sentence. */
  hint: Bilingual;
  /** Among the eight that most people ever need. */
  everyday: boolean;
  make(definition: Definition): Made;
}

/** The first role of ours; every organisation has a coordinator. */
const ours = ({ roles }: Definition): string =>
  (roles.find(({ id }) => id === 'coordinator') ?? roles.find(({ side }) => side === 'us'))?.id ??
  'coordinator';
const supporter = ({ roles }: Definition): string =>
  roles.find(({ id }) => id === 'supporter')?.id ?? 'coordinator';
const theirs = ({ roles }: Definition): string =>
  roles.find(({ side }) => side === 'initiator')?.id ?? 'initiator';

const fiveDays = { amount: 5, unit: 'workingDays' } as const;
const text = (nl: string, en: string): Text => ({ nl, en });

/** The name of a new field or variable: also a variable, so unique in the whole process. */
export function freshVariable(stem: string, { forms, variables }: Definition): string {
  return freshName(
    stem,
    new Set([...Object.keys(variables), ...forms.flatMap(({ fields }) => fields.map(({ key }) => key))]),
  );
}

/** A new form with one open question. */
export function newForm(definition: Definition, name: Text = text('Nieuw formulier', 'New form')): Form {
  return {
    id: freshName(
      'form',
      definition.forms.map(({ id }) => id),
    ),
    name,
    fields: [
      {
        key: freshVariable('answer', definition),
        type: 'longText',
        label: text('Wat wil je vertellen?', 'What would you like to tell?'),
      },
    ],
  };
}

export const blocks: Record<BlockId, BlockKind> = {
  form: {
    name: { nl: 'Formulier', en: 'Form' },
    hint: { nl: 'Iemand vult iets in', en: 'Somebody fills something in' },
    everyday: true,
    make: (d) => {
      const form = newForm(d);
      return {
        elements: [
          {
            id: freshElementId('form', d),
            type: 'userTask',
            block: 'form',
            name: text('Invullen', 'Fill in'),
            roles: [theirs(d)],
            form: form.id,
            term: fiveDays,
          },
        ],
        forms: [form],
      };
    },
  },
  task: {
    name: { nl: 'Taak', en: 'Task' },
    hint: { nl: 'Iemand doet iets', en: 'Somebody does something' },
    everyday: true,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('task', d),
          type: 'userTask',
          block: 'task',
          name: text('Nieuwe taak', 'New task'),
          roles: [ours(d)],
          term: fiveDays,
        },
      ],
    }),
  },
  meeting: {
    name: { nl: 'Gesprek', en: 'Meeting' },
    hint: { nl: 'Mensen spreken elkaar', en: 'People talk to each other' },
    everyday: true,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('meeting', d),
          type: 'userTask',
          block: 'meeting',
          name: text('Gesprek', 'Conversation'),
          roles: [supporter(d), theirs(d)],
          meeting: { minutes: 60 },
          term: fiveDays,
          ladder: 'ORG',
        },
      ],
    }),
  },
  message: {
    name: { nl: 'Bericht', en: 'Message' },
    hint: { nl: 'Iemand krijgt een bericht', en: 'Somebody gets a message' },
    everyday: true,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('message', d),
          type: 'sendTask',
          block: 'message',
          name: text('Bericht', 'Message'),
          to: [theirs(d)],
          kind: 'news',
          text: {
            subject: text('Nieuws over {initiative}', 'News about {initiative}'),
            body: text('Er is nieuws over {initiative}.', 'There is news about {initiative}.'),
          },
        },
      ],
    }),
  },
  wait: {
    name: { nl: 'Wachten', en: 'Wait' },
    hint: { nl: 'Het gaat verder op een moment', en: 'It goes on at a moment' },
    everyday: true,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('wait', d),
          type: 'intermediateCatchEvent',
          block: 'wait',
          name: text('5 werkdagen wachten', 'Wait 5 working days'),
          triggers: { timer: { term: fiveDays } },
        },
      ],
    }),
  },
  choose: {
    name: { nl: 'Kiezen', en: 'Choose' },
    hint: { nl: 'Iemand kiest hoe het verdergaat', en: 'Somebody chooses how it goes on' },
    everyday: true,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('choose', d),
          type: 'userTask',
          block: 'choose',
          name: text('Hoe gaan we verder?', 'How do we go on?'),
          roles: [theirs(d)],
          term: fiveDays,
          outcomes: [
            { id: 'go-on', label: text('We gaan door', 'We go on') },
            { id: 'stop', label: text('We stoppen', 'We stop') },
          ],
        },
      ],
    }),
  },
  agree: {
    name: { nl: 'Afspreken', en: 'Agree' },
    hint: { nl: 'Afspraken maken, die worden opgevolgd', en: 'Make commitments, which are followed up' },
    everyday: true,
    make: (d) => {
      const form: Form = {
        ...newForm(d, text('Onze afspraken', 'Our agreement')),
        fields: [
          {
            key: freshVariable('commitments', d),
            type: 'commitments',
            label: text('Wat spreken we af?', 'What do we agree on?'),
            required: true,
          },
        ],
      };
      return {
        elements: [
          {
            id: freshElementId('agree', d),
            type: 'agreement',
            block: 'agree',
            name: text('Onze afspraken', 'Our agreement'),
            roles: [supporter(d)],
            confirmRoles: [theirs(d)],
            form: form.id,
            term: fiveDays,
            confirmTerm: fiveDays,
            ladder: 'ORG',
            confirmLadder: 'INIT',
          },
        ],
        forms: [form],
      };
    },
  },
  end: {
    name: { nl: 'Einde', en: 'End' },
    hint: { nl: 'Hier houdt deze weg op', en: 'This way ends here' },
    everyday: true,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('end', d),
          type: 'endEvent',
          end: 'none',
          block: 'end',
          name: text('Klaar', 'Done'),
          outcome: 'done',
        },
      ],
    }),
  },
  decide: {
    name: { nl: 'Beslissen', en: 'Decide' },
    hint: { nl: 'De gegevens bepalen de weg', en: 'The data decide the way' },
    everyday: false,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('decide', d),
          type: 'exclusiveGateway',
          block: 'decide',
          name: text('Welke weg?', 'Which way?'),
        },
      ],
    }),
  },
  split: {
    name: { nl: 'Splitsen', en: 'Split' },
    hint: { nl: 'Alles erna gebeurt tegelijk', en: 'Everything after it happens side by side' },
    everyday: false,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('split', d),
          type: 'parallelGateway',
          block: 'split',
          name: text('Tegelijk', 'Side by side'),
        },
      ],
    }),
  },
  join: {
    name: { nl: 'Samenkomen', en: 'Join' },
    hint: { nl: 'Wacht tot alles ervoor klaar is', en: 'Waits until everything before it is done' },
    everyday: false,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('join', d),
          type: 'parallelGateway',
          block: 'join',
          name: text('Alles klaar', 'All done'),
        },
      ],
    }),
  },
  loop: {
    name: { nl: 'Herhalen', en: 'Loop' },
    hint: { nl: 'Nog een keer, hoogstens zo vaak', en: 'Once more, at most so often' },
    everyday: false,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('loop', d),
          type: 'exclusiveGateway',
          block: 'loop',
          name: text('Nog een keer?', 'Once more?'),
          loop: { counter: freshVariable('rounds', d), max: 3 },
        },
      ],
    }),
  },
  raise: {
    name: { nl: 'Hulp vragen', en: 'Raise' },
    hint: { nl: 'De leidinggevende kijkt mee', en: 'The manager has a look' },
    everyday: false,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('raise', d),
          type: 'intermediateThrowEvent',
          block: 'raise',
          name: text('Hulp vragen', 'Ask for help'),
          throws: {
            raise: { to: 'manager', text: text('Wil je hiernaar kijken?', 'Would you look at this?') },
          },
        },
      ],
    }),
  },
  record: {
    name: { nl: 'Vastleggen', en: 'Record' },
    hint: { nl: 'Bewaart wat we leerden', en: 'Keeps what we learned' },
    everyday: false,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('record', d),
          type: 'serviceTask',
          block: 'record',
          name: text('Vastleggen wat we leerden', 'Record what we learned'),
          job: 'record',
          input: { kind: '"learning"', source: `"${d.id}"` },
          retries: 3,
        },
      ],
    }),
  },
  sub: {
    name: { nl: 'Ander proces', en: 'Other process' },
    hint: { nl: 'Loopt een ander proces door', en: 'Goes through another process' },
    everyday: false,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('sub', d),
          type: 'callActivity',
          block: 'sub',
          name: text('Ander proces', 'Other process'),
          process: 'T1',
          binding: 'latest',
          whenMissing: ours(d),
        },
      ],
    }),
  },
  part: {
    name: { nl: 'Deel', en: 'Part' },
    hint: { nl: 'Stappen die bij elkaar horen', en: 'Steps that belong together' },
    everyday: false,
    make: (d) => {
      const id = freshElementId('part', d);
      const start = freshElementId(`${id}.start`, d);
      const end = freshElementId(`${id}.end`, d);
      return {
        elements: [
          { id, type: 'subProcess', name: text('Nieuw deel', 'New part'), width: 420, height: 200 },
          { id: start, type: 'startEvent', parent: id, name: text('Begin', 'Start'), x: 30, y: 80 },
          { id: end, type: 'endEvent', end: 'none', parent: id, name: text('Klaar', 'Done'), x: 320, y: 80 },
        ],
        flows: [{ id: `${start}-${end}`, from: start, to: end }],
      };
    },
  },
  set: {
    name: { nl: 'Onthouden', en: 'Set' },
    hint: { nl: 'Zet een gegeven vast of rekent iets uit', en: 'Sets a value or works something out' },
    everyday: false,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('set', d),
          type: 'scriptTask',
          name: text('Onthouden', 'Keep in mind'),
          set: [{ variable: freshVariable('value', d), value: '1' }],
        },
      ],
    }),
  },
  rules: {
    name: { nl: 'Tabel', en: 'Table' },
    hint: { nl: 'Het antwoord staat in een tabel met regels', en: 'The answer stands in a table of rules' },
    everyday: false,
    make: (d) => {
      const table = newTable(d);
      return {
        elements: [
          {
            id: freshElementId('rules', d),
            type: 'businessRuleTask',
            name: text('Opzoeken in een tabel', 'Look up in a table'),
            decision: table.id,
          },
        ],
        decisions: [table],
      };
    },
  },
  start: {
    name: { nl: 'Begin', en: 'Start' },
    hint: { nl: 'Nog een manier om te beginnen', en: 'Another way to begin' },
    everyday: false,
    make: (d) => ({
      elements: [
        {
          id: freshElementId('start', d),
          type: 'startEvent',
          block: 'start',
          name: text('Begin', 'Start'),
          by: [theirs(d), ours(d)],
        },
      ],
    }),
  },
};

/** Which block drew an element, also where it was drawn elsewhere. */
export function blockOf(element: Element): BlockId {
  const { block } = element;
  if (block && block !== 'handoff' && !(element.type === 'subProcess')) return block;
  switch (element.type) {
    case 'startEvent':
      return 'start';
    case 'endEvent':
      return 'end';
    case 'userTask':
      return element.meeting
        ? 'meeting'
        : element.outcomes?.length
          ? 'choose'
          : element.form
            ? 'form'
            : 'task';
    case 'agreement':
      return 'agree';
    case 'sendTask':
      return 'message';
    case 'serviceTask':
      return element.job === 'record' ? 'record' : 'set';
    case 'scriptTask':
      return 'set';
    case 'exclusiveGateway':
      return element.loop ? 'loop' : 'decide';
    case 'inclusiveGateway':
      return 'decide';
    case 'parallelGateway':
      return 'split';
    case 'eventBasedGateway':
    case 'intermediateCatchEvent':
    case 'boundaryEvent':
      return 'wait';
    case 'intermediateThrowEvent':
      return 'raise';
    case 'subProcess':
      return 'part';
    case 'callActivity':
      return 'sub';
    case 'receiveTask':
      return 'wait';
    case 'businessRuleTask':
      return 'rules';
    case 'manualTask':
    case 'unsupported':
      return 'task';
  }
}
