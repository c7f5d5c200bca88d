// Examples for the rules about how a drawing hangs together.
import {
  ask,
  boundary,
  catches,
  decide,
  draw,
  end,
  field,
  form,
  job,
  outcomes,
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
} from '../drawing.ts';
import type { Example } from './example.ts';

const line = draw([start(), task('a'), end()], 'start > a > end');
const inside = (parent: string, ...elements: { id: string }[]) => elements.map((one) => ({ ...one, parent }));

export const structure: Record<string, Example> = {
  'duplicate-id': {
    right: [line],
    wrong: [
      {
        drawing: draw([start(), task('a'), script('a'), end()], 'start > a > end'),
        element: 'a',
        saying: '‘a’ is used twice',
      },
      {
        drawing: draw([start(), task('a'), end()], 'start > a > end', {
          forms: [form('f', field('x'), field('x'))],
        }),
        element: 'form:f.x',
        saying: 'two fields with the key ‘x’',
      },
      {
        drawing: draw([start(), task('a'), end()], 'start > a > end', { forms: [form('f'), form('f')] }),
        element: 'definition',
        saying: 'two forms ‘f’',
      },
    ],
  },
  'dangling-flow': {
    right: [
      line,
      draw([start(), sub('s'), ...inside('s', start('in'), end('out')), end()], 'start > s > end; in > out'),
    ],
    wrong: [
      {
        drawing: draw([start(), task('a'), end()], 'start > a > end; a > gone'),
        element: 'a-gone',
        saying: 'connects ‘gone’',
      },
      {
        drawing: draw([start(), task('a'), end()], 'start > a > end; end > a'),
        element: 'end-a',
        saying: 'Nothing can follow the end',
      },
      {
        drawing: draw([start(), task('a'), end()], 'start > a > end; a > start'),
        element: 'a-start',
        saying: 'No flow can lead to the start',
      },
      {
        drawing: draw(
          [start(), task('a'), boundary('b', { attachedTo: 'a' }), end()],
          'start > a > end; a > b > end',
        ),
        element: 'a-b',
        saying: 'attached to another element',
      },
      {
        drawing: draw(
          [start(), sub('s'), ...inside('s', start('in'), task('a')), end()],
          'start > s > end; in > a > end',
        ),
        element: 'a-end',
        saying: 'crosses the edge of a sub-process',
      },
    ],
  },
  parent: {
    right: [
      draw([start(), sub('s'), ...inside('s', start('in'), end('out')), end()], 'start > s > end; in > out'),
    ],
    wrong: [
      {
        drawing: draw([start(), task('a'), task('b', { parent: 'a' }), end()], 'start > a > end'),
        element: 'b',
        saying: '‘a’, but that is no sub-process',
      },
      {
        drawing: draw([start(), task('b', { parent: 'gone' }), end()], 'start > end'),
        element: 'b',
        saying: 'inside ‘gone’',
      },
      {
        drawing: draw([start(), sub('s', { parent: 'r' }), sub('r', { parent: 's' }), end()], 'start > end'),
        element: 's',
        saying: 'inside itself',
      },
    ],
  },
  'start-event': {
    right: [
      line,
      draw(
        [start(), start('b', { schedule: { of: 'month', workingDay: 1, time: '07:00' } }), end()],
        'start > end; b > end',
      ),
    ],
    wrong: [
      { drawing: draw([task('a'), end()], 'a > end'), element: 'definition', saying: 'has no start' },
      {
        drawing: draw([start(), start('b'), end()], 'start > end; b > end'),
        element: 'b',
        saying: 'a second start',
        severity: 'warning',
      },
      {
        drawing: draw(
          [start(), sub('s'), ...inside('s', start('in', { triggers: { signal: 'x' } }), end('out')), end()],
          'start > s > end; in > out',
        ),
        element: 'in',
        saying: 'begins when the process comes there',
        severity: 'warning',
      },
    ],
  },
  unreachable: {
    right: [
      line,
      draw([start(), task('a'), ...undoing('a'), end()], 'start > a > end'),
      draw(
        [start(), throws('to', { link: 'A' }), catches('from', { link: 'A' }), end()],
        'start > to; from > end',
      ),
      draw(
        [start(), sub('s', { adHoc: {} }), ...inside('s', task('a'), task('b')), end()],
        'start > s > end; a > b',
      ),
      draw(
        [start(), task('a'), boundary('b', { attachedTo: 'a' }), end(), end('late')],
        'start > a > end; b > late',
      ),
      draw(
        [
          start(),
          sub('e', { event: true }),
          ...inside('e', start('in', { triggers: { signal: 'x' } }), end('out')),
          end(),
        ],
        'start > end; in > out',
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), task('a'), task('b'), end()], 'start > a > end; b > end'),
        element: 'b',
        saying: 'No path leads to ‘b’',
      },
      {
        drawing: draw(
          [start(), sub('s'), ...inside('s', start('in'), task('lost'), end('out')), end()],
          'start > s > end; in > out; lost > out',
        ),
        element: 'lost',
        saying: 'No path leads',
      },
    ],
  },
  'not-carried-out': {
    right: [line],
    wrong: [
      {
        drawing: draw(
          [start(), { type: 'unsupported', id: 'a', bpmn: 'complexGateway' }, end()],
          'start > a > end',
        ),
        element: 'a',
        saying: '‘a’ is something that cannot be carried out (complexGateway)',
      },
    ],
  },
  'dead-end': {
    right: [
      line,
      draw([start(), sub('s'), ...inside('s', start('in'), task('a')), end()], 'start > s > end; in > a'),
      draw(
        [start(), sub('s', { adHoc: {} }), ...inside('s', task('a'), task('b')), end()],
        'start > s > end',
      ),
      draw([start(), task('a'), ...undoing('a'), end()], 'start > a > end'),
      draw(
        [start(), throws('to', { link: 'A' }), catches('from', { link: 'A' }), end()],
        'start > to; from > end',
      ),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), sub('s'), ...inside('s', start('in'), split('p'), task('a'), end('out')), end()],
          'start > s > end; in > p > a; p > out',
        ),
        element: 'a',
        saying: 'It stops after ‘a’',
        severity: 'warning',
      },
      {
        drawing: draw([start(), task('a')], 'start > a', { kept: [{ at: '*', xml: '<x/>' }] }),
        element: 'a',
        saying: 'It stops after ‘a’',
        severity: 'warning',
      },
      {
        drawing: draw(
          [start(), task('a', { name: { nl: 'Bellen', en: 'Call' } }), decide('g'), end()],
          'start > g > a {true}; g > end *',
        ),
        element: 'a',
        saying: 'It stops after ‘Call’ (a)',
      },
      {
        drawing: draw([start(), task('a'), boundary('b', { attachedTo: 'a' }), end()], 'start > a > end'),
        element: 'b',
        saying: 'It stops after ‘b’',
      },
    ],
  },
  'path-without-end': {
    right: [
      draw(
        [start(), task('a', { outcomes: outcomes('again', 'done') }), end()],
        'start > a; a > a [again]; a > end [done]',
      ),
      draw(
        [
          start(),
          sub('s'),
          boundary('stop', { attachedTo: 's', interrupting: true }),
          ...inside('s', start('in'), wait('w'), send('m')),
          end(),
        ],
        'start > s > end; stop > end; in > w > m > w',
      ),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), task('a'), wait('w'), decide('g'), end()],
          'start > g; g > end {x = 1}; g > a *; a > w > a',
          { variables: { x: 1 } },
        ),
        element: 'a',
        saying: 'never comes to an end',
      },
    ],
  },
  'boundary-event': {
    right: [
      draw([start(), receive('a'), boundary('b', { attachedTo: 'a' }), end()], 'start > a > end; b > end'),
      draw([start(), task('a'), boundary('b', { attachedTo: 'a' }), end()], 'start > a > end; b > end'),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), { type: 'manualTask', id: 'm' }, boundary('b', { attachedTo: 'm' }), end()],
          'start > m > end; b > end',
          { kept: [{ at: '*', xml: '<x/>' }] },
        ),
        element: 'b',
        saying: 'where nothing waits',
        severity: 'warning',
      },
      {
        drawing: draw(
          [start(), task('a'), boundary('b', { attachedTo: 'gone' }), end()],
          'start > a > end; b > end',
        ),
        element: 'b',
        saying: 'attached to ‘gone’',
      },
      {
        drawing: draw(
          [start(), decide('g'), boundary('b', { attachedTo: 'g' }), end()],
          'start > g > end; b > end',
        ),
        element: 'b',
        saying: 'where nothing waits',
      },
      {
        drawing: draw(
          [
            start(),
            task('a'),
            sub('s'),
            ...inside('s', start('in'), boundary('b', { attachedTo: 'a' }), end('out')),
            end(),
          ],
          'start > a > s > end; in > out; b > out',
        ),
        element: 'b',
        saying: 'in another sub-process',
      },
    ],
  },
  'event-sub-process': {
    right: [
      draw(
        [
          start(),
          task('a'),
          end(),
          sub('e', { event: true }),
          ...inside('e', start('in', { triggers: { escalation: 'rest' } }), end('out')),
        ],
        'start > a > end; in > out',
      ),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), end(), sub('e', { event: true }), ...inside('e', start('in'), end('out'))],
          'start > end; in > out',
        ),
        element: 'e',
        saying: 'exactly one start that waits for something',
      },
      {
        drawing: draw(
          [
            start(),
            end(),
            sub('e', { event: true }),
            ...inside('e', start('in', { triggers: { signal: 'x' } }), end('out')),
          ],
          'start > e > end; in > out',
        ),
        element: 'e',
        saying: 'no flows can lead to it',
      },
    ],
  },
  'nothing-to-wait-for': {
    right: [
      draw([start(), wait('w'), end()], 'start > w > end'),
      draw(
        [start(), wait('w', { triggers: {}, button: 'wake', roles: ['initiator'] }), end()],
        'start > w > end',
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), catches('w', { error: 'x' }), end()], 'start > w > end'),
        element: 'w',
        saying: 'waits for something that cannot come there (error)',
      },
      {
        drawing: draw([start(), receive('r', { message: undefined }), end()], 'start > r > end'),
        element: 'r',
        saying: 'does not say which',
        severity: 'warning',
      },
      {
        drawing: draw([start(), wait('w', { triggers: {} }), end()], 'start > w > end'),
        element: 'w',
        saying: 'waits for nothing',
      },
      {
        drawing: draw(
          [start(), task('a'), boundary('b', { attachedTo: 'a', triggers: {} }), end()],
          'start > a > end; b > end',
        ),
        element: 'b',
        saying: 'waits for nothing',
      },
      {
        drawing: draw(
          [start('start', { schedule: { of: 'month', workingDay: 1, day: 1, time: '07:00' } }), end()],
          'start > end',
        ),
        element: 'start',
        saying: 'both a working day and a day',
      },
    ],
  },
  'default-flow': {
    right: [
      draw([start(), decide('g'), task('a'), end()], 'start > g; g > a {x = 1}; g > end *; a > end', {
        variables: { x: 1 },
      }),
      draw(
        [start(), task('t', { outcomes: outcomes('yes', 'no') }), decide('g'), end(), end('b')],
        'start > t > g; g > end {t_outcome = "yes"}; g > b {t_outcome = "no"}',
      ),
      draw([start(), decide('g'), end(), end('b')], 'start > g; g > end {x = 1}; g > b {not(x = 1)}', {
        variables: { x: 1 },
      }),
      draw(
        [start(), task('t', { form: 'f' }), decide('g'), end(), end('b')],
        'start > t > g; g > end {fit = "in" or fit = "near"}; g > b {fit = "out"}',
        {
          forms: [
            form(
              'f',
              field('fit', { type: 'choice', required: true, options: outcomes('in', 'near', 'out') }),
            ),
          ],
        },
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), decide('g'), end(), end('b')], 'start > g; g > end {x = 1}; g > b {x = 2}', {
          variables: { x: 1 },
        }),
        element: 'g',
        saying: 'it may be that no condition holds',
      },
      {
        drawing: draw(
          [start(), task('t', { outcomes: outcomes('yes', 'no', 'later') }), decide('g'), end(), end('b')],
          'start > t > g; g > end {t_outcome = "yes"}; g > b {t_outcome = "no"}',
        ),
        element: 'g',
        saying: 'no condition holds',
      },
      {
        drawing: draw([start(), decide('g'), end(), end('b')], 'start > g; g > end *; g > b *'),
        element: 'g',
        saying: 'more than one default',
      },
      {
        drawing: draw([start(), split('g'), end(), end('b')], 'start > g; g > end {x = 1}; g > b', {
          variables: { x: 1 },
        }),
        element: 'g-end-x-1-',
        saying: 'all its flows are taken',
      },
      {
        drawing: draw([start(), task('t'), end(), end('b')], 'start > t; t > end {x = 1}; t > b {x = 2}', {
          variables: { x: 1 },
        }),
        element: 't',
        saying: 'no condition holds',
      },
    ],
  },
  'outcome-without-flow': {
    right: [
      draw(
        [start(), task('t', { outcomes: outcomes('yes', 'no') }), end(), end('b')],
        'start > t; t > end [yes]; t > b [no]',
      ),
      draw([start(), task('t', { outcomes: outcomes('yes', 'no') }), end()], 'start > t > end'),
      draw(
        [start(), task('t', { outcomes: outcomes('yes', 'no') }), end(), end('b')],
        'start > t; t > end [yes]; t > b *',
      ),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), task('t', { outcomes: outcomes('yes', 'no') }), end()],
          'start > t; t > end [yes]',
        ),
        element: 't',
        saying: 'the outcome “Choice no” (no) leads nowhere',
      },
    ],
  },
  'unknown-outcome': {
    right: [
      draw(
        [start(), task('t', { outcomes: outcomes('adjust', 'stop') }), end()],
        'start > t; t > end [adjust]; t > end [stop]',
      ),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), task('t', { outcomes: outcomes('adjust', 'stop') }), end()],
          'start > t; t > end [ajdust]; t > end *',
        ),
        element: 't-end-ajdust-',
        saying: 'Did you mean ‘adjust’?',
      },
      {
        drawing: draw([start(), job('t'), end()], 'start > t; t > end [yes]'),
        element: 't-end-yes-',
        saying: 'It has none',
      },
    ],
  },
  'join-never-completes': {
    right: [
      draw(
        [start(), split('s'), task('a'), task('b'), split('j'), end()],
        'start > s > a > j > end; s > b > j',
      ),
      draw(
        [start(), some('s'), task('a'), task('b'), some('j'), end()],
        'start > s; s > a {x = 1}; s > b *; a > j > end; b > j',
        { variables: { x: 1 } },
      ),
      draw(
        [
          start(),
          split('s'),
          task('a', { outcomes: outcomes('yes', 'no') }),
          task('b'),
          task('c'),
          decide('m'),
          split('j'),
          end(),
        ],
        'start > s > a; a > m [yes]; a > c [no]; c > m > j; s > b > j > end',
      ),
    ],
    wrong: [
      // Two outcomes of one task each have their own flow into the join, which waits for both.
      {
        drawing: draw(
          [
            start(),
            split('s'),
            task('a', { outcomes: outcomes('yes', 'no') }),
            task('b'),
            task('c'),
            split('j'),
            end(),
          ],
          'start > s > a; a > j [yes]; a > c [no]; c > j; s > b > j > end',
        ),
        element: 'j',
        saying: 'waits for paths that never all come',
      },
      {
        drawing: draw(
          [
            start(),
            decide('x'),
            task('a'),
            task('b'),
            split('j', { name: { nl: 'Samen', en: 'Together' } }),
            end(),
          ],
          'start > x; x > a {v = 1}; x > b *; a > j > end; b > j',
          { variables: { v: 1 } },
        ),
        element: 'j',
        saying: '‘Together’ (j) waits for paths that never all come',
      },
      {
        drawing: draw(
          [
            start(),
            split('s'),
            task('a', { outcomes: outcomes('yes', 'no') }),
            task('b'),
            split('j'),
            end(),
            end('not'),
          ],
          'start > s > a; a > j [yes]; a > not [no]; s > b > j > end',
        ),
        element: 'j',
        saying: 'may wait for a path that no longer comes',
        severity: 'warning',
      },
    ],
  },
  'missing-join': {
    right: [
      draw(
        [start(), split('s'), task('a'), task('b'), split('j'), task('c'), end()],
        'start > s > a > j > c > end; s > b > j',
      ),
      draw([start(), split('s'), task('a'), task('b'), end()], 'start > s > a > end; s > b > end'),
      draw(
        [start(), decide('x'), task('a'), task('b'), task('c'), end()],
        'start > x; x > a {v = 1}; x > b *; a > c > end; b > c',
        { variables: { v: 1 } },
      ),
      // Whether both branches come to c depends on data, which may rule it out: nothing is certain.
      draw(
        [start(), split('s'), decide('x'), decide('y'), task('c'), end()],
        'start > s > x; s > y; x > c {v = 1}; x > end *; y > c {v = 2}; y > end *; c > end',
        { variables: { v: 1 } },
      ),
    ],
    wrong: [
      {
        drawing: draw(
          [
            start(),
            split('s'),
            task('a'),
            task('b'),
            task('c', { name: { nl: 'Vertellen', en: 'Tell' } }),
            end(),
          ],
          'start > s > a > c > end; s > b > c',
        ),
        element: 'c',
        saying: 'Paths that run side by side meet at ‘Tell’ (c)',
      },
      {
        drawing: draw(
          [start(), split('s'), task('a'), task('b'), decide('m'), task('c'), end()],
          'start > s > a > m > c > end; s > b > m',
        ),
        element: 'm',
        saying: 'Without a join',
      },
      {
        drawing: draw(
          [start(), task('a'), task('b'), task('c'), end()],
          'start > a > c > end; start > b > c',
        ),
        element: 'c',
        saying: 'happens more than once',
      },
      {
        drawing: draw(
          [start(), ask('a'), boundary('late', { attachedTo: 'a', interrupting: false }), task('b'), end()],
          'start > a > b > end; late > b',
        ),
        element: 'b',
        saying: 'happens more than once',
      },
    ],
  },
  'loop-without-wait': {
    right: [
      draw(
        [start(), wait('w'), send('m'), decide('g'), end()],
        'start > w > m > g; g > w {x = 1}; g > end *',
        { variables: { x: 1 } },
      ),
      draw(
        [start(), send('m'), decide('g', { loop: { counter: 'n', max: 3 } }), end()],
        'start > m > g; g > m {x = 1}; g > end *',
        { variables: { x: 1 } },
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), send('m'), decide('g'), end()], 'start > m > g; g > m {x = 1}; g > end *', {
          variables: { x: 1 },
        }),
        element: 'm',
        saying: 'goes round without ever waiting',
      },
    ],
  },
  'loop-maximum': {
    right: [
      draw(
        [start(), task('a'), decide('g', { block: 'loop', loop: { counter: 'n', max: 3 } }), end()],
        'start > a > g; g > a {true}; g > end *',
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), task('a', { again: { condition: 'x = 1' } }), end()], 'start > a > end', {
          variables: { x: 1 },
        }),
        element: 'a',
        saying: 'may be done again and again',
        severity: 'warning',
      },
      {
        drawing: draw(
          [start(), task('a'), decide('g', { block: 'loop' }), end()],
          'start > a > g; g > a {x = 1}; g > end *',
          { variables: { x: 1 } },
        ),
        element: 'g',
        saying: 'has no maximum',
      },
      {
        drawing: draw(
          [start(), task('a'), decide('g', { block: 'loop', loop: { counter: 'n', max: 3 } }), end()],
          'start > a > g; g > a {n < 2}; g > end {n > 1}',
        ),
        element: 'g',
        saying: 'no flow for when the maximum is reached',
      },
    ],
  },
};
