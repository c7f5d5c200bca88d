// Models with one mistake each, and what exploring must find in them: the rule, and the element at which it shows.
import type { Definition } from '../../../contract/index.ts';
import {
  agree,
  ask,
  boundary,
  catches,
  decide,
  draw,
  end,
  field,
  form,
  job,
  manual,
  outcomes,
  race,
  receive,
  script,
  send,
  some,
  split,
  start,
  sub,
  task,
  throws,
  undoing,
  wait,
} from '../check/drawing.ts';

export interface Seeded {
  mistake: string;
  drawing: Definition;
  rule: string;
  element: string;
}

const inside = (parent: string, ...elements: { id: string }[]) => elements.map((one) => ({ ...one, parent }));
const yesNo = { outcomes: outcomes('yes', 'no') };
const number = (key: string) => field(key, { type: 'number', required: true });
const choice = (key: string, ...options: string[]) =>
  field(key, { type: 'choice', required: true, options: outcomes(...options) });
const asking = (...fields: Record<string, unknown>[]) => ({ forms: [form('f', ...fields)] });
const withForm = { form: 'f' };
const days = (amount: number) => ({ triggers: { timer: { term: { amount, unit: 'days' } } } });
const event = (id: string, triggers: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  boundary(id, { triggers, ...more });

const stuck = (mistake: string, element: string, drawing: Definition): Seeded => ({
  mistake,
  rule: 'stuck',
  element,
  drawing,
});
const improper = (mistake: string, element: string, drawing: Definition): Seeded => ({
  mistake,
  rule: 'improper-end',
  element,
  drawing,
});
const twice = (mistake: string, element: string, drawing: Definition): Seeded => ({
  mistake,
  rule: 'begun-twice',
  element,
  drawing,
});
const noWay = (mistake: string, element: string, drawing: Definition): Seeded => ({
  mistake,
  rule: 'no-way-on',
  element,
  drawing,
});
const around = (mistake: string, element: string, drawing: Definition): Seeded => ({
  mistake,
  rule: 'way-around',
  element,
  drawing,
});
const uncaught = (mistake: string, element: string, drawing: Definition): Seeded => ({
  mistake,
  rule: 'error-uncaught',
  element,
  drawing,
});

export const corpus: Seeded[] = [
  stuck(
    'one of two ways is taken, and both are waited for',
    'j',
    draw(
      [start(), task('q', withForm), decide('g'), task('a'), task('b'), split('j'), end()],
      'start > q > g; g > a {x > 5}; g > b *; a > j; b > j > end',
      asking(number('x')),
    ),
  ),
  stuck(
    'people choose one of two ways, and both are waited for',
    'j',
    draw(
      [start(), task('q', yesNo), task('a'), task('b'), split('j'), end()],
      'start > q; q > a [yes]; q > b [no]; a > j; b > j > end',
    ),
  ),
  stuck(
    'a join waits for a way that comes round from behind it',
    'j',
    draw(
      [start(), split('j'), task('a'), decide('g'), end()],
      'start > j > a > g; g > j {a_outcome = "x"}; g > end *',
    ),
  ),
  stuck(
    'two joins wait for each other',
    'j',
    draw(
      [start(), split('s'), split('j'), task('a'), split('k'), task('b'), end()],
      'start > s > j > a > k > end; s > k > b > j',
    ),
  ),
  stuck(
    'a race leads to a join',
    'j',
    draw(
      [start(), race('g'), receive('r'), wait('w'), split('j'), end()],
      'start > g > r > j > end; g > w > j',
    ),
  ),
  stuck(
    'inside a part',
    'j',
    draw(
      [
        start(),
        sub('part'),
        ...inside('part', start('go'), task('q', yesNo), task('a'), split('j'), end('out')),
        end(),
      ],
      'start > part > end; go > q; q > a [yes]; q > j [no]; a > j > out',
    ),
  ),
  stuck(
    'in each of many parts',
    'j',
    draw(
      [
        start(),
        sub('part', { many: { count: 2 } }),
        ...inside('part', start('go'), task('q', yesNo), task('a'), split('j'), end('out')),
        end(),
      ],
      'start > part > end; go > q; q > a [yes]; q > j [no]; a > j > out',
    ),
  ),
  {
    mistake: 'a part without order is done only by a condition that nothing makes true',
    rule: 'nothing-open',
    element: 'p',
    drawing: draw(
      [
        start(),
        sub('p', { adHoc: { completion: 'a_outcome = "done"' } }),
        ...inside('p', task('a', yesNo)),
        end(),
      ],
      'start > p > end',
    ),
  },
  stuck(
    'a link leads into a join that waits for more',
    'j',
    draw(
      [
        start(),
        task('q', yesNo),
        throws('to', { link: 'L' }),
        catches('from', { link: 'L' }),
        split('j'),
        end(),
      ],
      'start > q; q > to [yes]; from > j; q > j [no]; j > end',
    ),
  ),
  stuck(
    'the handler of a compensation cannot be finished',
    'j',
    draw(
      [
        start(),
        task('a'),
        event('aUndo', { compensation: true }, { attachedTo: 'a', handler: 'u' }),
        sub('u', { forCompensation: true }),
        ...inside('u', start('go'), task('q', yesNo), task('b'), split('j'), end('out')),
        throws('off', { compensation: {} }),
        end(),
      ],
      'start > a > off > end; go > q; q > b [yes]; q > j [no]; b > j > out',
    ),
  ),
  improper(
    'one of the ways side by side may end',
    'j',
    draw(
      [start(), split('s'), task('a', yesNo), task('b'), split('j'), end(), end('not')],
      'start > s > a; a > j [yes]; a > not [no]; s > b > j > end',
    ),
  ),
  improper(
    'a decision on data ends one of the ways side by side',
    'j',
    draw(
      [start(), task('q', withForm), split('s'), decide('g'), task('b'), split('j'), end(), end('not')],
      'start > q > s > g; g > j {size = "large"}; g > not *; s > b > j > end',
      asking(choice('size', 'small', 'large')),
    ),
  ),
  improper(
    'a term ends one of the ways side by side',
    'j',
    draw(
      [
        start(),
        split('s'),
        task('a'),
        boundary('late', { attachedTo: 'a' }),
        task('b'),
        split('j'),
        end(),
        end('over'),
      ],
      'start > s > a > j; late > over; s > b > j > end',
    ),
  ),
  improper(
    'a message ends one of the ways side by side',
    'j',
    draw(
      [
        start(),
        split('s'),
        task('a'),
        event('stop', { message: { name: 'stop' } }, { attachedTo: 'a' }),
        task('b'),
        split('j'),
        end(),
        end('over'),
      ],
      'start > s > a > j; stop > over; s > b > j > end',
    ),
  ),
  improper(
    'a signal ends one of the ways side by side',
    'j',
    draw(
      [
        start(),
        split('s'),
        task('a'),
        event('stop', { signal: 'stop' }, { attachedTo: 'a' }),
        task('b'),
        split('j'),
        end(),
        end('over'),
      ],
      'start > s > a > j; stop > over; s > b > j > end',
    ),
  ),
  improper(
    'a condition on the border ends one of the ways side by side',
    'j',
    draw(
      [
        start(),
        split('s'),
        task('a'),
        event('rule', { condition: 'closed = true' }, { attachedTo: 'a' }),
        task('b'),
        split('j'),
        end(),
        end('over'),
      ],
      'start > s > a > j; rule > over; s > b > j > end',
      { variables: { closed: false } },
    ),
  ),
  improper(
    'an error of a job ends one of the ways side by side',
    'j',
    draw(
      [
        start(),
        split('s'),
        job('a'),
        event('bad', { error: 'sold-out' }, { attachedTo: 'a' }),
        task('b'),
        split('j'),
        end(),
        end('over'),
      ],
      'start > s > a > j; bad > over; s > b > j > end',
    ),
  ),
  improper(
    'an escalation out of a part ends one of the ways side by side',
    'j',
    draw(
      [
        start(),
        split('s'),
        sub('part'),
        ...inside(
          'part',
          start('go'),
          task('q', yesNo),
          end('out'),
          end('up', { end: 'escalation', code: 'late' }),
        ),
        event('heard', { escalation: 'late' }, { attachedTo: 'part' }),
        task('b'),
        split('j'),
        end(),
        end('over'),
      ],
      'start > s > part > j; heard > over; s > b > j > end; go > q; q > out [yes]; q > up [no]',
    ),
  ),
  improper(
    'a cancelled transaction ends one of the ways side by side',
    'j',
    draw(
      [
        start(),
        split('s'),
        sub('deal', { transaction: true }),
        ...inside(
          'deal',
          start('go'),
          task('sign', yesNo),
          ...undoing('sign'),
          end('out'),
          end('off', { end: 'cancel' }),
        ),
        event('cancelled', { cancel: true }, { attachedTo: 'deal' }),
        task('b'),
        split('j'),
        end(),
        end('over'),
      ],
      'start > s > deal > j; cancelled > over; s > b > j > end; go > sign; sign > out [yes]; sign > off [no]',
    ),
  ),
  improper(
    'in a part, and the part goes on',
    'j',
    draw(
      [
        start(),
        sub('part'),
        ...inside(
          'part',
          start('go'),
          split('s'),
          task('a', yesNo),
          task('b'),
          split('j'),
          end('out'),
          end('not'),
        ),
        end(),
      ],
      'start > part > end; go > s > a; a > j [yes]; a > not [no]; s > b > j > out',
    ),
  ),
  improper(
    'an agreement on the way to a join may be gone around',
    'j',
    draw(
      [start(), split('s'), agree('deal'), ask('b', yesNo), split('j'), end(), end('not')],
      'start > s > deal > j; s > b; b > j [yes]; b > not [no]; j > end',
    ),
  ),
  improper(
    'a loop may leave one of the ways side by side',
    'j',
    draw(
      [
        start(),
        split('s'),
        task('a', yesNo),
        decide('l', { loop: { counter: 'n', max: 2 } }),
        task('b'),
        split('j'),
        end(),
        end('not'),
      ],
      'start > s > a; a > j [yes]; a > l [no]; l > a {true}; l > not *; s > b > j > end',
    ),
  ),
  improper(
    'three of three are waited for, and one may end',
    'j',
    draw(
      [start(), split('s'), task('a'), task('b'), task('c', yesNo), split('j'), end(), end('not')],
      'start > s > a > j > end; s > b > j; s > c; c > j [yes]; c > not [no]',
    ),
  ),
  twice(
    'ways side by side meet in a task',
    'c',
    draw([start(), split('s'), task('a'), task('b'), task('c'), end()], 'start > s > a > c > end; s > b > c'),
  ),
  twice(
    'ways side by side meet in automatic work',
    'c',
    draw(
      [start(), split('s'), task('a'), task('b'), script('c'), end()],
      'start > s > a > c > end; s > b > c',
    ),
  ),
  twice(
    'ways side by side meet in an exclusive gateway',
    'm',
    draw(
      [start(), split('s'), task('a'), task('b'), decide('m'), task('c'), end()],
      'start > s > a > m > c > end; s > b > m',
    ),
  ),
  twice(
    'several ways that hold meet without being joined',
    'c',
    draw(
      [start(), task('q', withForm), some('s'), task('a'), task('b'), send('c'), end()],
      'start > q > s; s > a {x > 1}; s > b {x > 2}; s > end *; a > c; b > c > end',
      asking(number('x')),
    ),
  ),
  twice(
    'a task splits the way without saying so',
    'c',
    draw([start(), task('q'), task('a'), task('b'), task('c'), end()], 'start > q > a > c > end; q > b > c'),
  ),
  twice(
    'in a part',
    'c',
    draw(
      [
        start(),
        sub('part'),
        ...inside('part', start('go'), split('s'), task('a'), task('b'), task('c'), end('out')),
        end(),
      ],
      'start > part > end; go > s > a > c > out; s > b > c',
    ),
  ),
  twice(
    'a part is begun by two ways side by side',
    'part',
    draw(
      [
        start(),
        split('s'),
        task('a'),
        wait('b', days(1)),
        sub('part'),
        ...inside('part', start('go'), task('t'), end('out')),
        end(),
      ],
      'start > s > a > part > end; s > b > part; go > t > out',
    ),
  ),
  twice(
    'only the half of the ways is joined',
    'c',
    draw(
      [start(), split('s'), task('a'), task('b'), task('d'), split('j'), task('c'), end()],
      'start > s > a > j > c > end; s > b > j; s > d > c',
    ),
  ),
  noWay(
    'between the conditions lies a value',
    'g',
    draw(
      [start(), task('q', withForm), decide('g'), end(), end('b')],
      'start > q > g; g > end {x > 3}; g > b {x < 3}',
      asking(number('x')),
    ),
  ),
  noWay(
    'an option has no way',
    'g',
    draw(
      [start(), task('q', withForm), decide('g'), end(), end('b')],
      'start > q > g; g > end {size = "small"}; g > b {size = "large"}',
      asking(choice('size', 'small', 'large', 'huge')),
    ),
  ),
  noWay(
    'an unanswered question has no way',
    'g',
    draw(
      [start(), task('q', withForm), decide('g'), end(), end('b')],
      'start > q > g; g > end {well = true}; g > b {well = false}',
      asking(field('well', { type: 'yesNo' })),
    ),
  ),
  noWay(
    'of several conditions none may hold',
    's',
    draw(
      [start(), task('q', withForm), some('s'), task('a'), task('b'), some('j'), end()],
      'start > q > s; s > a {x > 10}; s > b {x > 20}; a > j; b > j > end',
      asking(number('x')),
    ),
  ),
  noWay(
    'the answer of another system has no way',
    'g',
    draw(
      [start(), job('look', { result: 'found' }), decide('g'), end(), end('b')],
      'start > look > g; g > end {found.count > 0}; g > b {found.count = 0}',
    ),
  ),
  noWay(
    'an outcome chosen before has no way later',
    'g',
    draw(
      [start(), task('q', { outcomes: outcomes('a', 'b', 'c') }), task('t'), decide('g'), end(), end('b')],
      'start > q > t > g; g > end {q_outcome = "a"}; g > b {q_outcome = "b"}',
    ),
  ),
  noWay(
    'two conditions leave a corner',
    'g',
    draw(
      [start(), task('q', withForm), decide('g'), end(), end('b')],
      'start > q > g; g > end {x > 3 and size = "small"}; g > b {size = "large"}',
      asking(number('x'), choice('size', 'small', 'large')),
    ),
  ),
  around(
    'small amounts go around the approval',
    'pay',
    draw(
      [
        start(),
        task('q', withForm),
        decide('g'),
        task('ok', yesNo),
        script('pay', { needs: [{ element: 'ok', outcome: 'yes' }] }),
        end(),
      ],
      'start > q > g; g > ok {amount > 100}; g > pay *; ok > pay [yes]; ok > end [no]; pay > end',
      asking(number('amount')),
    ),
  ),
  around(
    'a refusal leads on too',
    'pay',
    draw(
      [start(), task('ok', yesNo), job('pay', { needs: [{ element: 'ok', outcome: 'yes' }] }), end()],
      'start > ok; ok > pay [yes]; ok > pay [no]; pay > end',
    ),
  ),
  around(
    'a term goes around the consent',
    'pay',
    draw(
      [
        start(),
        ask('ok', yesNo),
        boundary('late', { attachedTo: 'ok' }),
        script('pay', { needs: [{ element: 'ok' }] }),
        end(),
      ],
      'start > ok; ok > pay [yes]; ok > end [no]; late > pay > end',
    ),
  ),
  around(
    'the approval runs beside and is not waited for',
    'pay',
    draw(
      [
        start(),
        split('s'),
        task('ok'),
        task('prepare'),
        script('pay', { needs: [{ element: 'ok' }] }),
        end(),
      ],
      'start > s > ok > end; s > prepare > pay > end',
    ),
  ),
  around(
    'a second round of the approval was refused',
    'pay',
    draw(
      [
        start(),
        task('ok', yesNo),
        task('more', { outcomes: outcomes('again', 'pay') }),
        manual('pay', { needs: [{ element: 'ok', outcome: 'yes' }] }),
        end(),
      ],
      'start > ok > more; more > ok [again]; more > pay [pay]; pay > end',
    ),
  ),
  around(
    'an agreement is passed over',
    'pay',
    draw(
      [start(), task('q', yesNo), agree('deal'), script('pay', { needs: [{ element: 'deal' }] }), end()],
      'start > q; q > deal [yes]; q > pay [no]; deal > pay > end',
    ),
  ),
  uncaught(
    'an error end that nothing catches',
    'bad',
    draw(
      [start(), task('q', yesNo), end(), end('bad', { end: 'error', code: 'E' })],
      'start > q; q > end [yes]; q > bad [no]',
    ),
  ),
  uncaught(
    'an error out of a part whose border catches another',
    'bad',
    draw(
      [
        start(),
        sub('part'),
        ...inside('part', start('go'), task('q', yesNo), end('out'), end('bad', { end: 'error', code: 'E' })),
        event('other', { error: 'F' }, { attachedTo: 'part' }),
        end(),
      ],
      'start > part > end; other > end; go > q; q > out [yes]; q > bad [no]',
    ),
  ),
  improper(
    'nobody answers, it is let rest, and one of the ways side by side ends',
    'j',
    draw(
      [
        start(),
        split('s'),
        ask('a'),
        event('rest', { escalation: 'rest' }, { attachedTo: 'a' }),
        task('b'),
        split('j'),
        end(),
        end('over'),
      ],
      'start > s > a > j; rest > over; s > b > j > end',
    ),
  ),
  stuck(
    'what a message begins beside cannot be finished',
    'j',
    draw(
      [
        start(),
        task('work'),
        end(),
        sub('withdrawn', { event: true }),
        ...inside(
          'withdrawn',
          start('said', { triggers: { message: { name: 'withdraw' } } }),
          task('q', yesNo),
          task('a'),
          split('j'),
          end('out'),
        ),
      ],
      'start > work > end; said > q; q > a [yes]; q > j [no]; a > j > out',
    ),
  ),
  stuck(
    'what a term begins beside a part cannot be finished',
    'j',
    draw(
      [
        start(),
        sub('part'),
        ...inside('part', start('go'), task('work'), end('done'), sub('late', { event: true })),
        ...inside('late', start('due', days(3)), task('q', yesNo), task('a'), split('j'), end('out')),
        end(),
      ],
      'start > part > end; go > work > done; due > q; q > a [yes]; q > j [no]; a > j > out',
    ),
  ),
  stuck(
    'an error out of a part leads to a join that waits for more',
    'j',
    draw(
      [
        start(),
        sub('part'),
        ...inside('part', start('go'), job('pay'), end('done')),
        event('bad', { error: '' }, { attachedTo: 'part' }),
        split('j'),
        end(),
      ],
      'start > part > j > end; bad > j; go > pay > done',
    ),
  ),
  stuck(
    'behind a call, of which one outcome is named',
    'j',
    draw(
      [
        start(),
        split('s'),
        { id: 'c', type: 'callActivity', process: 'visit' },
        task('q', yesNo),
        task('b'),
        split('j'),
        end(),
      ],
      'start > s > c > j > end; s > q; q > b [yes]; q > j [no]; b > j',
    ),
  ),
  noWay(
    'after the last round of what is done again',
    'g',
    draw(
      [
        start(),
        task('draft', { form: 'f', again: { condition: 'good != true', max: 3 } }),
        decide('g'),
        end(),
        end('b'),
      ],
      'start > draft > g; g > end {good = true and x > 1}; g > b {good = true and x <= 1}',
      asking(field('good', { type: 'yesNo', required: true }), number('x')),
    ),
  ),
  twice(
    'each of several starts leads to it, and one of them by two ways',
    'c',
    draw(
      [
        start(),
        start('other', { triggers: { message: { name: 'm' } } }),
        split('s'),
        task('a'),
        task('b'),
        task('c'),
        end(),
      ],
      'start > c; other > s > a > c > end; s > b > c',
    ),
  ),
  around(
    'a link goes around the approval',
    'pay',
    draw(
      [
        start(),
        task('q', yesNo),
        task('ok'),
        throws('skip', { link: 'L' }),
        catches('on', { link: 'L' }),
        script('pay', { needs: [{ element: 'ok' }] }),
        end(),
      ],
      'start > q; q > ok [yes]; q > skip [no]; ok > pay; on > pay > end',
    ),
  ),
];

/** Right models that look like those: exploring finds no error in them. */
export const sound: { name: string; drawing: Definition }[] = [
  {
    name: 'ways side by side are joined',
    drawing: draw(
      [start(), split('s'), task('a'), task('b'), split('j'), end()],
      'start > s > a > j > end; s > b > j',
    ),
  },
  {
    name: 'as many are waited for as were taken',
    drawing: draw(
      [start(), task('q', withForm), some('s'), task('a'), task('b'), some('j'), end()],
      'start > q > s; s > a {x > 1}; s > b *; a > j; b > j > end',
      asking(number('x')),
    ),
  },
  {
    name: 'the same question is answered alike later on',
    drawing: draw(
      [
        start(),
        task('q', withForm),
        split('s'),
        decide('g'),
        task('a'),
        task('b'),
        decide('h'),
        split('j'),
        end(),
        end('alone'),
      ],
      'start > q > s; s > g; g > a {size = "large"}; g > alone *; s > b > h; h > j {size = "large"}; h > alone *; a > j > end',
      asking(choice('size', 'small', 'large')),
    ),
  },
  {
    name: 'what people chose decides again',
    drawing: draw(
      [start(), task('q', yesNo), task('t'), decide('g'), end(), end('b')],
      'start > q > t > g; g > end {q_outcome = "yes"}; g > b {q_outcome = "no"}',
    ),
  },
  {
    name: 'the approval cannot be gone around',
    drawing: draw(
      [start(), task('ok', yesNo), script('pay', { needs: [{ element: 'ok', outcome: 'yes' }] }), end()],
      'start > ok; ok > pay [yes]; ok > end [no]; pay > end',
    ),
  },
  {
    name: 'a part is left by its border or its end',
    drawing: draw(
      [
        start(),
        sub('part'),
        ...inside('part', start('go'), split('s'), task('a'), task('b'), split('j'), end('out')),
        boundary('late', { attachedTo: 'part' }),
        end(),
      ],
      'start > part > end; late > end; go > s > a > j > out; s > b > j',
    ),
  },
  {
    name: 'reminders run beside and end by themselves',
    drawing: draw(
      [start(), task('a'), boundary('nudge', { attachedTo: 'a', interrupting: false }), task('ring'), end()],
      'start > a > end; nudge > ring > end',
    ),
  },
];
