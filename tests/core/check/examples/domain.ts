// Examples for the rules that come from practice: nobody waits for nothing, nobody is sent away, words are plain.
import {
  agree,
  ask,
  boundary,
  call,
  decide,
  draw,
  end,
  field,
  form,
  job,
  outcomes,
  race,
  receive,
  send,
  start,
  task,
  wait,
} from '../drawing.ts';
import type { Example } from './example.ts';

const message = { message: { name: 'reply' } };
const text = (nl: string, en = 'Hello.') => ({ subject: { nl: 'Hoi', en: 'Hi' }, body: { nl, en } });
const contact = task('contact', {
  roles: ['coordinator'],
  firstContact: true,
  outcomes: outcomes('reached', 'gone'),
});
const mail = (nl: string, en?: string) =>
  draw([start(), send('m', { text: text(nl, en) }), end()], 'start > m > end');
const required = (count: number) =>
  Array.from({ length: count }, (_, i) => field(`q${i}`, { required: true }));
const words = (count: number) => `${Array.from({ length: count }, () => 'woord').join(' ')}.`;
const pilot = { forms: [form('plan', field('goodEnough'), field('months'))] };

const turns = (count: number) => Array.from({ length: count }, (_, i) => ask(`t${i}`));
const space = job('space', { input: { kind: '"space"' } });

export const domain: Record<string, Example> = {
  'wait-without-owner': {
    right: [
      draw([start(), wait('w'), end()], 'start > w > end'),
      draw([start(), wait('w', { triggers: message, roles: ['coordinator'] }), end()], 'start > w > end'),
      draw(
        [start(), wait('w', { triggers: message }), boundary('late', { attachedTo: 'w' }), end()],
        'start > w > end; late > end',
      ),
      draw(
        [start(), race('r'), wait('w', { triggers: message }), wait('t'), end()],
        'start > r > w > end; r > t > end',
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), receive('r'), end()], 'start > r > end'),
        element: 'r',
        saying: '‘r’ may wait for ever',
      },
      {
        drawing: draw(
          [start(), wait('w', { triggers: message, name: { nl: 'Antwoord', en: 'Reply' } }), end()],
          'start > w > end',
        ),
        element: 'w',
        saying: '‘Reply’ (w) may wait for ever',
      },
      {
        drawing: draw([start(), wait('w', { triggers: { condition: 'x = 1' } }), end()], 'start > w > end', {
          variables: { x: null },
        }),
        element: 'w',
        saying: 'nobody who minds it',
      },
    ],
  },
  'asked-of-initiators': {
    right: [
      draw([start(), ask('a', { form: 'f' }), end()], 'start > a > end', {
        forms: [form('f', ...required(40))],
      }),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), ...turns(16), end()],
          `start > ${turns(16)
            .map(({ id }) => id)
            .join(' > ')} > end`,
        ),
        element: 'definition',
        saying: "the initiator's turn 16 times",
      },
      {
        drawing: draw([start(), ask('a', { form: 'f' }), end()], 'start > a > end', {
          forms: [form('f', ...required(41))],
        }),
        element: 'definition',
        saying: 'must answer 41 questions',
      },
      {
        drawing: draw([start(), ask('a'), end()], 'start > a > end', {
          roles: [{ id: 'initiator', name: { nl: 'I', en: 'I' }, side: 'initiator' }],
        }),
        element: 'definition',
        saying: 'names nobody they can call',
      },
    ],
  },
  'new-space-search': {
    right: [
      draw([start(), call('c'), space, end()], 'start > c > space > end'),
      draw([start(), job('look', { job: 'inventory.search' }), space, end()], 'start > look > space > end'),
    ],
    wrong: [
      {
        drawing: draw([start(), task('a'), space, end()], 'start > a > space > end'),
        element: 'space',
        saying: 'before anybody looked which spaces there are already',
      },
    ],
  },
  'never-chased': {
    right: [
      draw([start(), task('a'), end()], 'start > a > end'),
      draw(
        [start(), task('a', { ladder: 'none' }), boundary('late', { attachedTo: 'a' }), end()],
        'start > a > end; late > end',
      ),
      draw([start(), task('a', { ladder: 'none', optional: true }), end()], 'start > a > end'),
    ],
    wrong: [
      {
        drawing: draw([start(), task('a', { ladder: 'none' }), end()], 'start > a > end'),
        element: 'a',
        saying: 'Nobody is ever reminded of ‘a’',
      },
      {
        drawing: draw([start(), agree('a', { confirmLadder: 'none' }), end()], 'start > a > end'),
        element: 'a',
        saying: 'Nobody is ever reminded',
      },
    ],
  },
  'duty-to-support': {
    right: [
      draw(
        [start(), contact, agree('a'), end()],
        'start > contact; contact > a [reached]; contact > a [gone]; a > end',
      ),
      draw([start(), contact, send('why'), end()], 'start > contact > why > end'),
      draw(
        [start(), contact, ask('choose', { outcomes: outcomes('x', 'y') }), end()],
        'start > contact > choose > end',
      ),
      draw([start(), task('a'), end()], 'start > a > end'),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), contact, agree('a'), end(), end('nothing')],
          'start > contact; contact > a [reached]; contact > nothing [gone]; a > end',
        ),
        element: 'nothing',
        saying: 'may end after the first contact without an offer',
      },
      {
        drawing: draw(
          [start(), contact, task('note'), decide('g'), call('c'), end()],
          'start > contact > note > g; g > c {x = 1}; g > end *; c > end',
          { variables: { x: 1 } },
        ),
        element: 'end',
        saying: 'without an offer',
      },
    ],
  },
  'first-contact-fields': {
    right: [
      draw([start('start', { form: 'f' }), contact, agree('a'), end()], 'start > contact > a > end', {
        forms: [form('f', ...required(5), field('more'))],
      }),
      draw(
        [start('start', { form: 'f', by: ['coordinator'] }), contact, agree('a'), end()],
        'start > contact > a > end',
        { forms: [form('f', ...required(6))] },
      ),
      draw([start(), contact, ask('later', { form: 'f' }), end()], 'start > contact > later > end', {
        forms: [form('f', ...required(6))],
      }),
    ],
    wrong: [
      {
        drawing: draw(
          [start('start', { form: 'f' }), contact, agree('a'), end()],
          'start > contact > a > end',
          { forms: [form('f', ...required(6))] },
        ),
        element: 'form:f.q5',
        saying: 'must answer 6 questions',
      },
      {
        drawing: draw(
          [start('start', { form: 'f' }), ask('more', { form: 'g' }), contact, agree('a'), end()],
          'start > more > contact > a > end',
          {
            forms: [
              form('f', ...required(4)),
              form('g', field('x', { required: true }), field('y', { required: true })),
            ],
          },
        ),
        element: 'form:g.y',
        saying: 'must answer 6 questions',
      },
    ],
  },
  'waiting-before-help': {
    right: [
      draw(
        [
          start(),
          contact,
          task('b'),
          task('c'),
          task('meet', { meeting: { minutes: 60 } }),
          task('d'),
          end(),
        ],
        'start > contact > b > c > meet > d > end',
      ),
      draw(
        [start(), contact, ask('b'), task('c'), ask('d'), task('e'), agree('a'), end()],
        'start > contact > b > c > d > e > a > end',
      ),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), contact, task('b'), task('c'), wait('d'), agree('a'), end()],
          'start > contact > b > c > d > a > end',
        ),
        element: 'd',
        saying: 'is already step 4 for which the initiator waits',
      },
    ],
  },
  'pilot-decision': {
    right: [
      draw(
        [
          start(),
          ask('plan', { form: 'plan' }),
          task('choose', { block: 'choose', outcomes: outcomes('standing', 'stop') }),
          end(),
        ],
        'start > plan > choose > end',
        pilot,
      ),
      draw([start(), ask('a', { form: 'f' }), end()], 'start > a > end', { forms: [form('f', field('x'))] }),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), ask('plan', { form: 'plan' }), wait('w'), end()],
          'start > plan > w > end',
          pilot,
        ),
        element: 'plan',
        saying: 'nobody decides afterwards how to go on',
      },
      {
        drawing: draw(
          [
            start(),
            task('choose', { block: 'choose', outcomes: outcomes('a', 'b') }),
            ask('plan', { form: 'plan' }),
            end(),
          ],
          'start > choose > plan > end',
          pilot,
        ),
        element: 'plan',
        saying: 'Add a choice',
      },
    ],
  },
  'raise-role': {
    right: [draw([start(), task('a'), end()], 'start > a > end')],
    wrong: [
      {
        drawing: draw([start(), task('a'), end()], 'start > a > end', {
          roles: [{ id: 'supporter', name: { nl: 'O', en: 'S' }, side: 'us' }],
        }),
        element: 'a',
        saying: 'the role ‘manager’ is asked for help, but it is not among the roles',
      },
    ],
  },
  'both-languages': {
    right: [mail('Dag.'), draw([start(), task('a', { name: '10' }), end()], 'start > a > end')],
    wrong: [
      {
        drawing: draw([start(), ask('a', { name: 'Call' }), end()], 'start > a > end'),
        element: 'a',
        saying: '“Call” lacks one of the two languages',
      },
      { drawing: mail('Dag.', ''), element: 'm', saying: '“Dag.” lacks English' },
      {
        drawing: draw([start(), task('a', { name: 'Call' }), end()], 'start > a > end'),
        element: 'a',
        saying: 'lacks',
        severity: 'hint',
      },
    ],
  },
  'plain-language': {
    right: [
      mail(`Dag {initiator}. ${words(20)} ${words(8)}`),
      draw(
        [start(), send('m', { to: ['supporter'], text: text('Het dossier is conform.') }), end()],
        'start > m > end',
      ),
    ],
    wrong: [
      {
        drawing: mail('Je dossier is compleet.'),
        element: 'm',
        saying: '“dossier” is an office word. Rather write “gegevens”',
      },
      { drawing: mail('Dag.', 'Your answer is overdue.'), element: 'm', saying: '“overdue”' },
      { drawing: mail(words(26)), element: 'm', saying: 'has 26 words' },
      {
        drawing: mail(`${words(18)} ${words(18)}`),
        element: 'm',
        saying: 'The Dutch sentences have 18 words on average',
      },
      {
        drawing: draw([start('start', { form: 'f' }), end()], 'start > end', {
          forms: [form('f', field('x', { help: { nl: 'Middels dit veld.', en: 'Here.' } }))],
        }),
        element: 'form:f.x',
        saying: '“middels”',
      },
    ],
  },
  'bare-ruimte': {
    right: [mail('De vrije ruimte en de ontmoetingsruimte.'), mail('Speelruimte.')],
    wrong: [
      { drawing: mail('Er is ruimte voor jullie.'), element: 'm', saying: 'The bare Dutch word “ruimte”' },
    ],
  },
};
