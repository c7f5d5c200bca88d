// Examples for the rules about names that must mean something, and expressions, terms and fields that must fit.
import type { Definition } from '../../../../contract/index.ts';
import {
  agree,
  boundary,
  call,
  decide,
  draw,
  end,
  field,
  form,
  job,
  outcomes,
  raise,
  receive,
  send,
  start,
  table,
  task,
  wait,
} from '../drawing.ts';
import type { Example } from './example.ts';

const withTask = (more: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
  draw([start(), task('a', { name: { nl: 'Bellen', en: 'Call' }, ...more }), end()], 'start > a > end', rest);
const text = (subject: string, body: string) => ({
  subject: { nl: subject, en: subject },
  body: { nl: body, en: body },
});
const ladder = (...acts: Record<string, unknown>[]) => ({
  id: 'OWN',
  name: { nl: 'Eigen', en: 'Own' },
  rungs: [{ id: '+1', amount: 1, acts }],
});
const days = (more: Record<string, unknown> = {}) => ({ amount: 5, unit: 'workingDays', ...more });

/** The flow to the end asks. */
const asking = (drawing: Definition, condition: string): Definition => ({
  ...drawing,
  flows: drawing.flows.map((one) => (one.to === 'end' ? { ...one, id: 'asks', condition } : one)),
});

const dayForm = form('when', field('day', { type: 'date' }), field('at', { type: 'dateTime' }));
/** Who begins gives a day and a moment, and a flow asks about them. */
const onADay = (condition: string, ...forms: ReturnType<typeof form>[]) => {
  const drawing = draw(
    [start('start', { form: 'when' }), decide('g'), end(), end('b')],
    'start > g; g > end; g > b *',
    {
      variables: { x: 1 },
      forms: [dayForm, ...forms],
    },
  );
  return asking(drawing, condition);
};

const answers = form(
  'answers',
  field('size', { type: 'choice', options: outcomes('small', 'large') }),
  field('people', { type: 'number' }),
  field('joins', { type: 'yesNo' }),
  field('kinds', { type: 'choices', options: outcomes('room', 'money') }),
  field('why', { type: 'longText' }),
  field('kept', { type: 'choice', options: outcomes('small', 'large') }),
);
/** Who begins answers, and a flow asks about it. */
const onAnswers = (condition: string, ...forms: ReturnType<typeof form>[]) => {
  const drawing = draw(
    [
      start('start', { form: 'answers' }),
      task('a', { set: [{ variable: 'kept', value: '"lagre"' }] }),
      decide('g'),
      end(),
      end('b'),
    ],
    'start > a > g; g > end; g > b *',
    { forms: [answers, ...forms] },
  );
  return asking(drawing, condition);
};
/** A table asks about that day. */
const tableOnADay = (test: string) =>
  draw([start('start', { form: 'when' }), table('t'), end()], 'start > t > end', {
    forms: [dayForm],
    decisions: [
      {
        id: 'offer',
        inputs: [{ value: 'day' }],
        outputs: [{ name: 'help' }],
        rules: [{ when: [test], gives: ['1'] }],
      },
    ],
  });

/** What an installation can do by itself: one asks for something, the other takes whatever it is given. */
const jobs = [
  {
    type: 'ask',
    input: { required: ['url'], properties: { url: {}, method: {} }, additionalProperties: false },
  },
  { type: 'note', input: { properties: { kind: {} } } },
];

export const references: Record<string, Example> = {
  'unknown-role': {
    right: [
      withTask({ roles: ['coordinator', 'guide'] }),
      withTask({}, { ladders: [ladder({ act: 'notify', to: 'owner', text: 'std:ORG.+1', kind: 'chase' })] }),
    ],
    wrong: [
      {
        drawing: withTask({ roles: ['suporter'] }),
        element: 'a',
        saying: '‘Call’ (a) names the role ‘suporter’, but there is none. Did you mean ‘supporter’?',
      },
      {
        drawing: draw([start(), send('m', { to: ['alderman'] }), end()], 'start > m > end'),
        element: 'm',
        saying: 'Add the role',
      },
      {
        drawing: draw(
          [start(), raise('r', { throws: { raise: { to: 'alderman' } } }), end()],
          'start > r > end',
        ),
        element: 'r',
        saying: '‘alderman’',
      },
      {
        drawing: draw([start(), call('c', { whenMissing: 'alderman' }), end()], 'start > c > end'),
        element: 'c',
        saying: '‘alderman’',
      },
      {
        drawing: withTask({ outcomes: [{ id: 'x', label: 'X', by: ['alderman'] }] }),
        element: 'a',
        saying: '‘alderman’',
      },
      {
        drawing: withTask({}, { ladders: [ladder({ act: 'raise', to: 'alderman' })] }),
        element: 'definition',
        saying: 'A ladder names the role ‘alderman’',
      },
    ],
  },
  'unknown-form': {
    right: [withTask({ form: 'f' }, { forms: [form('f', field('x'))] })],
    wrong: [
      {
        drawing: withTask({ form: 'plan' }),
        element: 'a',
        saying: '‘Call’ (a) shows the form ‘plan’, but there is none.',
      },
      {
        drawing: draw([start('start', { form: 'registratoin' }), end()], 'start > end', {
          forms: [form('registration')],
        }),
        element: 'start',
        saying: 'Did you mean ‘registration’?',
      },
      {
        drawing: draw([start(), agree('a', { confirmForm: 'x' }), end()], 'start > a > end'),
        element: 'a',
        saying: '‘x’',
      },
    ],
  },
  'unknown-ladder': {
    right: [
      withTask({ ladder: 'FAST' }),
      withTask({ ladder: 'OWN' }, { ladders: [ladder({ act: 'raise', to: 'manager' })] }),
    ],
    wrong: [
      { drawing: withTask({ ladder: 'PARTNR' }), element: 'a', saying: 'Did you mean PARTNER?' },
      {
        drawing: withTask({ ladder: 'slowly' }),
        element: 'a',
        saying: 'Choose one of FAST, ORG, INIT, PARTNER, none',
      },
      {
        drawing: withTask(
          {},
          { ladders: [ladder({ act: 'task', role: 'manager', name: 'x', term: days(), ladder: 'GONE' })] },
        ),
        element: 'definition',
        saying: '‘GONE’',
      },
    ],
  },
  'unknown-text': {
    right: [
      withTask(
        {},
        {
          ladders: [
            ladder(
              { act: 'notify', to: 'owner', text: 'again', kind: 'chase' },
              { act: 'notify', to: 'owner', text: 'std:ORG.+1', kind: 'chase' },
            ),
          ],
          texts: { again: text('Hoi', 'Dag.') },
        },
      ),
    ],
    wrong: [
      {
        drawing: withTask(
          {},
          {
            ladders: [ladder({ act: 'notify', to: 'owner', text: 'agian', kind: 'chase' })],
            texts: { again: text('Hoi', 'Dag.') },
          },
        ),
        element: 'definition',
        saying: 'Did you mean ‘again’?',
      },
      {
        drawing: withTask(
          {},
          { ladders: [ladder({ act: 'notify', to: 'owner', text: 'std:gone', kind: 'chase' })] },
        ),
        element: 'definition',
        saying: 'the text ‘std:gone’ at +1',
      },
    ],
  },
  'unknown-variable': {
    right: [
      draw(
        [
          start(),
          job('j', {
            inputMapping: [{ variable: 'total', value: '2' }],
            input: { amount: 'total' },
            outputMapping: [{ variable: 'paid', value: 'anything + total' }],
          }),
          task('a', {
            many: {
              items: '[1]',
              item: 'street',
              completion: 'nrOfCompletedInstances > 1',
              output: { variable: 'all', value: 'street' },
            },
            inputMapping: [{ variable: 'no', value: 'loopCounter' }],
          }),
          table('d', { decision: 'x', result: 'decided' }),
          decide('g'),
          end(),
          end('b'),
        ],
        'start > j > a > d > g; g > end {paid = 1 and decided = 1 and count(all) > 0}; g > b *',
      ),
      draw(
        [
          start(),
          task('a', { form: 'f', outcomes: outcomes('yes', 'no') }),
          job('j', { result: 'place', input: { kind: '"x"', fit: 'fit' } }),
          decide('g'),
          end(),
        ],
        'start > a > j > g; g > end {fit = "x" and place.taken and a_outcome = "yes" and count(list[owner = "us"]) > 1}; g > end *',
        {
          forms: [form('f', field('fit', { requiredIf: 'outcome = "yes"' }))],
          variables: { list: [] },
        },
      ),
      draw(
        [start(), agree('a'), decide('g', { loop: { counter: 'n', max: 2 } }), end()],
        'start > a > g; g > a {n < 2 and a_confirm_outcome = "confirm"}; g > end *',
      ),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), receive('r'), decide('g'), end(), end('b')],
          'start > r > g; g > end {paid = true}; g > b *',
        ),
        element: 'g-end-paid-true-',
        saying: 'Does it come from ‘r’?',
        severity: 'warning',
      },
      {
        drawing: draw([start(), task('a', { many: { items: 'streets' } }), end()], 'start > a > end'),
        element: 'a',
        saying: 'In the list stands ‘streets’',
      },
      {
        drawing: draw(
          [start(), task('a', { again: { condition: 'good != true', max: 2 } }), end()],
          'start > a > end',
        ),
        element: 'a',
        saying: 'In the condition to go on stands ‘good’',
      },
      {
        drawing: draw([start(), end()], 'start > end', {
          decisions: [
            {
              id: 'd',
              inputs: [{ value: 'size' }],
              outputs: [{ name: 'x' }],
              rules: [{ when: ['< most'], gives: ['1'] }],
            },
          ],
        }),
        element: 'decision:d',
        saying: 'In row 1 stands ‘most’',
      },
      {
        drawing: draw([start(), decide('g'), end(), end('b')], 'start > g; g > end {rond = 1}; g > b *', {
          variables: { round: 1 },
        }),
        element: 'g-end-rond-1-',
        saying: 'In the condition stands ‘rond’, but nothing gives it a value. Did you mean ‘round’?',
      },
      {
        drawing: withTask({ set: [{ variable: 'x', value: 'y + 1' }] }),
        element: 'a',
        saying: 'In the value of x stands ‘y’',
      },
      { drawing: withTask({ skipWhenSet: ['changes'] }), element: 'a', saying: 'looks at ‘changes’' },
      {
        drawing: withTask({ term: { amount: 'weeks', unit: 'weeks' } }),
        element: 'a',
        saying: 'In the term stands ‘weeks’',
      },
      {
        drawing: withTask({ form: 'f' }, { forms: [form('f', field('x', { visibleIf: 'other = 1' }))] }),
        element: 'form:f.x',
        saying: '‘other’',
      },
    ],
  },
  'day-as-text': {
    right: [
      ...['date(day) < today()', 'day > "2026-09-07"', 'date and time(at) > now()', 'day = null'].map((one) =>
        onADay(one),
      ),
      // Something else on another form.
      tableOnADay('> "2026-09-07"'),
      onADay('day < today()', form('other', field('day', { type: 'text' }))),
    ],
    wrong: [
      'day <= today()',
      'today() >= day',
      'day > date("2026-09-07")',
      'day = today() + duration("P7D")',
      'day between today() and date("2026-12-31")',
      'day in [today()..date("2026-12-31")]',
      'day in (< today(), > date("2026-12-31"))',
      'x = 1 or (x = 2 and day < @"2026-09-07")',
    ]
      .map((condition) => ({
        drawing: onADay(condition),
        element: 'asks',
        saying: 'Write date(day)',
      }))
      .concat([
        { drawing: onADay('at < now()'), element: 'asks', saying: 'Write date and time(at)' },
        {
          drawing: tableOnADay('< today()'),
          element: 'decision:offer',
          saying:
            'In row 1 ‘< today()’ the text of ‘day’ is compared with a day: that always holds or never does. Write date(day) as the question',
        },
      ]),
  },
  'unlike-answer': {
    right: [
      ...[
        'size = "large"',
        'size in ("small", "large")',
        'size != null',
        'people > 3',
        'people in [1..3]',
        'joins = true',
        'list contains(kinds, "room")',
        'why = "3"',
        // Whatever a step keeps.
        'kept = "lagre"',
      ].map((one) => onAnswers(one)),
      onAnswers('size = "odd"', form('other', field('size', { type: 'text' }))),
    ],
    wrong: [
      ...[
        ['size = "lagre"', '"lagre" does not fit ‘size’: there is no such answer. Did you mean "large"'],
        ['size in ("small", "enormous")', 'There is small, large'],
        ['"lagre" = size', 'Did you mean "large"'],
        ['people > "3"', 'Write it without quotes'],
        ['joins = "yes"', 'Write true or false'],
        ['kinds = "room"', 'Write list contains(…, "room")'],
        ['list contains(kinds, "rooms")', 'Did you mean "room"'],
        ['why = 3', 'Put it between quotes'],
      ].map(([condition = '', saying = '']) => ({ drawing: onAnswers(condition), element: 'asks', saying })),
      { drawing: tableOnADay('3'), element: 'decision:offer', saying: '3 does not fit ‘day’' },
    ],
  },
  expression: {
    right: [
      draw(
        [start(), decide('g'), end(), end('b')],
        'start > g; g > end {date("2026-09-07") < today()}; g > b *',
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), decide('g'), end(), end('b')], 'start > g; g > end {x = }; g > b *', {
          variables: { x: 1 },
        }),
        element: 'g-end-x-',
        saying: 'something is wrong at character 5',
      },
      {
        drawing: draw(
          [start(), decide('g'), end(), end('b')],
          'start > g; g > end {x = good enough}; g > b *',
          { variables: { x: 1 } },
        ),
        element: 'g-end-x-good-enough-',
        saying: 'a text between quotes, but got "good enough"',
      },
      {
        drawing: withTask({ refuseIf: [{ condition: 'fly()', saying: { nl: 'Nee.', en: 'No.' } }] }),
        element: 'a',
        saying: 'the condition to refuse',
      },
      {
        drawing: withTask({ form: 'f' }, { forms: [form('f', field('x', { default: '= 1 +' }))] }),
        element: 'form:f.x',
        saying: 'the proposed value',
      },
      {
        drawing: draw(
          [
            start(),
            wait('w', { triggers: { condition: 'for i in 1..1000000 return i' }, roles: ['supporter'] }),
            end(),
          ],
          'start > w > end',
        ),
        element: 'w',
        saying: 'at most 10000 steps',
      },
    ],
  },
  'term-anchor': {
    right: [
      withTask({ term: days({ from: { variable: 'start' } }) }, { variables: { start: null } }),
      draw(
        [start(), agree('a'), task('b', { term: days({ from: { element: 'a.confirm' } }) }), end()],
        'start > a > b > end',
      ),
      withTask({ term: days({ from: 'start' }) }),
    ],
    wrong: [
      {
        drawing: withTask({ term: days({ from: { element: 'n9' } }) }),
        element: 'a',
        saying: 'The term of ‘Call’ (a) counts from the element ‘n9’',
      },
      {
        drawing: withTask({ term: days({ from: { variable: 'strat' } }) }, { variables: { start: null } }),
        element: 'a',
        saying: 'counts from the date ‘strat’, but there is none. Did you mean ‘start’?',
      },
      {
        drawing: draw(
          [
            start(),
            task('a'),
            boundary('b', {
              attachedTo: 'a',
              triggers: { timer: { term: days({ from: { variable: 'x' } }) } },
            }),
            end(),
          ],
          'start > a > end; b > end',
        ),
        element: 'b',
        saying: '‘x’',
      },
      {
        drawing: withTask(
          {},
          {
            ladders: [
              {
                id: 'OWN',
                name: 'Own',
                rungs: [
                  {
                    id: '-5',
                    amount: -5,
                    from: { variable: 'end' },
                    acts: [{ act: 'raise', to: 'manager' }],
                  },
                ],
              },
            ],
          },
        ),
        element: 'definition',
        saying: 'Ladder ‘OWN’ counts from ‘end’',
      },
    ],
  },
  'form-field': {
    right: [
      withTask(
        { form: 'f' },
        {
          forms: [
            form(
              'f',
              field('a', { type: 'choice', options: outcomes('x', 'y'), default: 'x' }),
              field('b', { type: 'number', min: 1, max: 6, default: 3 }),
              field('c', { type: 'people', mustInclude: 'initiator' }),
              field('outcome', { type: 'choice' }),
              field('d', { type: 'date', default: '= today()' }),
            ),
          ],
        },
      ),
    ],
    wrong: [
      {
        drawing: withTask({}, { forms: [form('f', field('x', { type: 'choice' }))] }),
        element: 'form:f.x',
        saying: 'has no options to choose from',
      },
      {
        drawing: withTask(
          {},
          { forms: [form('f', field('x', { type: 'choice', options: outcomes('a', 'a') }))] },
        ),
        element: 'form:f.x',
        saying: 'has an option twice',
      },
      {
        drawing: withTask({}, { forms: [form('f', field('x', { type: 'number', min: 5, max: 1 }))] }),
        element: 'form:f.x',
        saying: 'a minimum (5) above its maximum (1)',
      },
      {
        drawing: withTask({}, { forms: [form('f', field('x', { type: 'number', default: 'three' }))] }),
        element: 'form:f.x',
        saying: 'a proposed value that does not fit',
      },
      {
        drawing: withTask({}, { forms: [form('f', field('x', { type: 'date', default: '2026-02-30' }))] }),
        element: 'form:f.x',
        saying: "Expected a date like 2026-09-07 in 'x', got '2026-02-30'",
      },
      {
        drawing: withTask({}, { forms: [form('f', field('x', { mustInclude: 'initiator' }))] }),
        element: 'form:f.x',
        saying: 'but is no list',
      },
      {
        drawing: withTask(
          {},
          { forms: [form('f', field('x', { type: 'choices', options: outcomes('a'), mustInclude: 'b' }))] },
        ),
        element: 'form:f.x',
        saying: 'must include ‘b’, which is no option',
      },
    ],
  },
  'text-placeholder': {
    right: [
      draw(
        [
          start(),
          task('a'),
          send('m', { text: text('{initiative}', 'Dag {initiator}, voor {due:a}. {value:round}') }),
          end(),
        ],
        'start > a > m > end',
        { variables: { round: 1 } },
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), send('m', { text: text('Hoi', 'Dag {naam}') }), end()], 'start > m > end'),
        element: 'm',
        saying: '{naam}, which cannot be filled in',
      },
      {
        drawing: draw(
          [start(), send('m', { text: text('Dag {initiator}', 'Hoi') }), end()],
          'start > m > end',
        ),
        element: 'm',
        saying: 'A subject holds {initiator}',
      },
      {
        drawing: draw([start(), send('m', { text: text('Hoi', '{value:ronde}') }), end()], 'start > m > end'),
        element: 'm',
        saying: '‘ronde’, but nothing gives it a value',
      },
      {
        drawing: draw([start(), send('m', { text: text('Hoi', '{due:n9}') }), end()], 'start > m > end'),
        element: 'm',
        saying: '‘n9’ is due, but there is no such element',
      },
      {
        drawing: withTask({}, { texts: { again: text('Hoi', '{x}') } }),
        element: 'text:again',
        saying: '{x}',
      },
    ],
  },
  'unknown-job': {
    right: [
      // Which jobs there are is not known.
      draw([start(), job('j', { job: 'anything' }), end()], 'start > j > end'),
      { drawing: draw([start(), job('j', { job: 'ask' }), end()], 'start > j > end'), known: { jobs } },
    ],
    wrong: [
      {
        drawing: draw([start(), job('j', { job: 'axk' }), end()], 'start > j > end'),
        known: { jobs },
        element: 'j',
        saying: 'Did you mean ‘ask’?',
      },
      {
        drawing: draw([start(), job('j', { job: 'org.example.Pay' }), end()], 'start > j > end'),
        known: { jobs },
        element: 'j',
        saying: 'Choose from ask, note.',
      },
    ],
  },
  'job-input': {
    right: [
      draw([start(), job('j', { job: 'ask' }), end()], 'start > j > end'),
      {
        drawing: draw([start(), job('j', { job: 'ask', input: { url: '"x"' } }), end()], 'start > j > end'),
        known: { jobs },
      },
      {
        drawing: draw([start(), job('j', { job: 'note', input: { size: '1' } }), end()], 'start > j > end'),
        known: { jobs },
      },
    ],
    wrong: [
      {
        drawing: draw(
          [start(), job('j', { job: 'ask', input: { method: '"GET"' } }), end()],
          'start > j > end',
        ),
        known: { jobs },
        element: 'j',
        saying: 'needs ‘url’',
      },
      {
        drawing: draw(
          [start(), job('j', { job: 'ask', input: { url: '"x"', methot: '"GET"' } }), end()],
          'start > j > end',
        ),
        known: { jobs },
        element: 'j',
        saying: 'is given ‘methot’, which it has no use for. Did you mean ‘method’?',
      },
    ],
  },
  'called-process': {
    right: [
      draw([start(), call('c'), end()], 'start > c > end'),
      { drawing: draw([start(), call('c'), end()], 'start > c > end'), known: { processes: ['T9'] } },
    ],
    wrong: [
      {
        drawing: draw([start(), call('c'), end()], 'start > c > end'),
        known: { processes: ['T1'] },
        element: 'c',
        saying: 'starts the process ‘T9’, but there is none',
      },
      {
        drawing: draw([start(), call('c', { whenMissing: 'coordinator' }), end()], 'start > c > end'),
        known: { processes: [] },
        element: 'c',
        saying: 'the role ‘coordinator’ gets a task',
        severity: 'warning',
      },
    ],
  },
};
