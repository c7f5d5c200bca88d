// Examples for the rules about single elements: events, parts, many of one, undoing, calls.
import type { Form } from '../../../../contract/index.ts';
import {
  agree,
  ask,
  boundary,
  call,
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
  split,
  start,
  sub,
  table,
  task,
  throws,
  undoing,
  wait,
} from '../drawing.ts';
import type { Example } from './example.ts';

const line = draw([start(), task('a'), end()], 'start > a > end');
const inside = (parent: string, ...elements: { id: string }[]) => elements.map((one) => ({ ...one, parent }));
/** A task between start and end. */
const one = (element: Parameters<typeof draw>[0][number], more: Record<string, unknown> = {}) =>
  draw([start(), element, end()], `start > ${element.id} > end`, more);
const timer = (term: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  triggers: { timer: { term, ...more } },
});
const anotherProcess = draw([start('s', { triggers: { message: { name: 'news' } } }), end('e')], 's > e', {
  id: 'other',
});

const sizes = draw([start(), end()], 'start > end', {
  forms: [form('f', field('n', { type: 'choice', options: outcomes('small', 'large') }))],
}).forms[0] as Form;

export const elements: Record<string, Example> = {
  'link-event': {
    right: [
      draw(
        [
          start(),
          throws('to', { link: 'A' }),
          throws('too', { link: 'A' }),
          decide('g'),
          catches('from', { link: 'A' }),
          end(),
        ],
        'start > g; g > to {x = 1}; g > too *; from > end',
        { variables: { x: 1 } },
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), throws('to', { link: 'A' })], 'start > to'),
        element: 'to',
        saying: 'goes on at the link ‘A’, but this part has none',
      },
      {
        drawing: draw([start(), catches('from', { link: 'A' }), end()], 'start > end; from > end'),
        element: 'from',
        saying: 'Nothing goes on at ‘from’',
      },
      {
        drawing: draw(
          [
            start(),
            throws('to', { link: 'A' }),
            catches('from', { link: 'A' }),
            catches('two', { link: 'A' }),
            end(),
          ],
          'start > to; from > end; two > end',
        ),
        element: 'two',
        saying: 'a link ‘A’ to go on at already',
      },
      {
        drawing: draw(
          [start(), throws('to', { link: 'A' }), catches('from', { link: 'A' }), end()],
          'start > to > end; from > end',
        ),
        element: 'to-end',
        saying: 'no flow can leave it',
      },
      {
        drawing: draw(
          [start(), split('s'), throws('to', { link: 'A' }), catches('from', { link: 'A' }), end()],
          'start > s > to; s > from > end',
        ),
        element: 's-from',
        saying: 'no flow can lead to it',
      },
    ],
  },
  'event-gateway': {
    right: [draw([start(), race('g'), wait('w'), receive('r'), end()], 'start > g > w > end; g > r > end')],
    wrong: [
      {
        drawing: draw(
          [start(), race('g'), wait('w'), script('s'), end()],
          'start > g > w > end; g > s > end',
        ),
        element: 's',
        saying: 'does not wait: it always wins',
      },
      {
        drawing: draw([start(), race('g'), wait('w'), end()], 'start > g > w > end'),
        element: 'g',
        saying: 'Only one thing follows',
        severity: 'warning',
      },
      {
        drawing: draw([start(), race('g'), wait('w'), task('t'), end()], 'start > g > w > end; g > t > end'),
        element: 't',
        saying: 'Other programs know only a wait there',
        severity: 'warning',
      },
      {
        drawing: draw(
          [start(), decide('d'), race('g'), wait('w'), receive('r'), end()],
          'start > d; d > g {x = 1}; d > r *; g > w > end; g > r > end',
          { variables: { x: 1 } },
        ),
        element: 'r',
        saying: 'by another way',
        severity: 'warning',
      },
    ],
  },
  'compensation-handler': {
    right: [
      draw(
        [start(), task('a'), ...undoing('a'), throws('off', { compensation: {} }), end()],
        'start > a > off > end',
      ),
      draw(
        [start(), task('a'), ...undoing('a'), end('end', { end: 'compensation', code: 'a' })],
        'start > a > end',
      ),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), task('a'), boundary('b', { attachedTo: 'a', triggers: { compensation: true } }), end()],
          'start > a > end',
        ),
        element: 'b',
        saying: 'does not say how it is undone',
      },
      {
        drawing: draw(
          [
            start(),
            task('a'),
            boundary('b', { attachedTo: 'a', triggers: { compensation: true }, handler: 'gone' }),
            end(),
          ],
          'start > a > end',
        ),
        element: 'b',
        saying: 'has ‘gone’ undo it',
      },
      {
        drawing: draw(
          [
            start(),
            task('a'),
            boundary('b', { attachedTo: 'a', triggers: { compensation: true }, handler: 'c' }),
            task('c'),
            end(),
          ],
          'start > a > c > end',
        ),
        element: 'c',
        saying: 'not marked as such',
      },
      {
        drawing: draw([start(), task('a'), ...undoing('a'), end()], 'start > a > end; undo-a > end'),
        element: 'undo-a-end',
        saying: 'No flows can lead to it or from it',
      },
      {
        drawing: draw([start(), task('a'), ...undoing('a'), end()], 'start > a > end; aUndo > end'),
        element: 'aUndo-end',
        saying: 'No flow can leave',
      },
      {
        drawing: draw([start(), task('a'), task('u', { forCompensation: true }), end()], 'start > a > end'),
        element: 'u',
        saying: 'nothing says what',
      },
      {
        drawing: draw(
          [start(), task('a'), end('end', { end: 'compensation', code: 'b' })],
          'start > a > end',
        ),
        element: 'end',
        saying: 'undoes ‘b’, but there is no such element',
      },
      {
        drawing: draw(
          [start(), task('a'), end('end', { end: 'compensation', code: 'a' })],
          'start > a > end',
        ),
        element: 'end',
        saying: 'nothing says how that is done',
        severity: 'warning',
      },
    ],
  },
  transaction: {
    right: [
      draw(
        [
          start(),
          sub('deal', { transaction: true }),
          ...inside(
            'deal',
            start('go'),
            task('sign', { outcomes: outcomes('yes', 'no') }),
            ...undoing('sign'),
            end('signed'),
            end('refused', { end: 'cancel' }),
          ),
          boundary('off', { attachedTo: 'deal', triggers: { cancel: true } }),
          end(),
        ],
        'start > deal > end; off > end; go > sign; sign > signed [yes]; sign > refused [no]',
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), end('off', { end: 'cancel' })], 'start > off'),
        element: 'off',
        saying: 'but is not in one',
      },
      {
        drawing: draw(
          [start(), task('a'), boundary('off', { attachedTo: 'a', triggers: { cancel: true } }), end()],
          'start > a > end; off > end',
        ),
        element: 'off',
        saying: 'not attached to one',
      },
      {
        drawing: draw(
          [
            start(),
            sub('deal', { transaction: true }),
            ...inside('deal', start('go'), task('a'), end('ok')),
            end(),
          ],
          'start > deal > end; go > a > ok',
        ),
        element: 'deal',
        saying: 'ordinary sub-process',
        severity: 'hint',
      },
      {
        drawing: draw(
          [
            start(),
            sub('deal', { transaction: true }),
            ...inside(
              'deal',
              start('go'),
              task('a', { outcomes: outcomes('y', 'n') }),
              end('ok'),
              end('off', { end: 'cancel' }),
            ),
            end(),
          ],
          'start > deal > end; go > a; a > ok [y]; a > off [n]',
        ),
        element: 'deal',
        saying: 'nothing goes on after it',
        severity: 'warning',
      },
      {
        drawing: draw(
          [
            start(),
            sub('deal', { transaction: true }),
            ...inside(
              'deal',
              start('go'),
              task('a', { outcomes: outcomes('y', 'n') }),
              end('ok'),
              end('off', { end: 'cancel' }),
            ),
            boundary('out', { attachedTo: 'deal', triggers: { cancel: true } }),
            end(),
          ],
          'start > deal > end; out > end; go > a; a > ok [y]; a > off [n]',
        ),
        element: 'deal',
        saying: 'nothing to undo',
        severity: 'hint',
      },
    ],
  },
  'uncaught-throw': {
    right: [
      draw(
        [
          start(),
          sub('s'),
          ...inside('s', start('go'), end('bad', { end: 'error', code: 'sold-out' })),
          boundary('b', { attachedTo: 's', triggers: { error: 'sold-out' } }),
          end(),
        ],
        'start > s > end; b > end; go > bad',
      ),
      draw(
        [
          start(),
          throws('t', { escalation: 'late' }),
          end(),
          sub('e', { event: true }),
          ...inside('e', start('heard', { interrupting: false, triggers: { escalation: '' } }), end('x')),
        ],
        'start > t > end; heard > x',
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), end('bad', { end: 'error', code: 'sold-out' })], 'start > bad'),
        element: 'bad',
        saying: 'Unless another process calls this one',
        severity: 'warning',
      },
      {
        drawing: draw([start(), end('bad', { end: 'error', code: 'sold-out' })], 'start > bad'),
        known: { definitions: [anotherProcess] },
        element: 'bad',
        saying: 'Then the process gets stuck there',
      },
      {
        drawing: draw([start(), throws('t', { escalation: 'late' }), end()], 'start > t > end'),
        element: 't',
        saying: 'nothing catches it',
        severity: 'hint',
      },
    ],
  },
  'catches-nothing': {
    right: [
      draw(
        [start(), job('j'), boundary('b', { attachedTo: 'j', triggers: { error: '' } }), end()],
        'start > j > end; b > end',
      ),
      draw(
        [start(), ask('a'), boundary('b', { attachedTo: 'a', triggers: { escalation: 'rest' } }), end()],
        'start > a > end; b > end',
      ),
    ],
    wrong: [
      {
        drawing: draw(
          [start(), task('a'), boundary('b', { attachedTo: 'a', triggers: { error: 'sold-out' } }), end()],
          'start > a > end; b > end',
        ),
        element: 'b',
        saying: 'the error ‘sold-out’, but nothing inside can throw it',
      },
      {
        drawing: draw(
          [
            start(),
            task('a'),
            end(),
            sub('e', { event: true }),
            ...inside('e', start('heard', { triggers: { escalation: 'late' } }), end('x')),
          ],
          'start > a > end; heard > x',
        ),
        element: 'heard',
        saying: 'the escalation ‘late’',
      },
    ],
  },
  'ad-hoc': {
    right: [
      draw(
        [
          start(),
          sub('p', { adHoc: { completion: 'ready = true' } }),
          ...inside('p', task('a', { when: 'ready = false' })),
          end(),
        ],
        'start > p > end',
        { variables: { ready: false } },
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), sub('p', { adHoc: {} }), end()], 'start > p > end'),
        element: 'p',
        saying: 'Nothing can begin in ‘p’',
      },
      {
        drawing: draw(
          [start(), sub('p', { adHoc: {} }), ...inside('p', start('go'), task('a')), end()],
          'start > p > end; go > a',
        ),
        element: 'go',
        saying: 'it has no start and no end',
        severity: 'warning',
      },
      {
        drawing: draw(
          [start(), sub('p', { adHoc: { completion: 'false' } }), ...inside('p', task('a')), end()],
          'start > p > end',
        ),
        element: 'p',
        saying: 'is never done',
      },
      {
        drawing: one(task('a', { when: 'x = 1' }), { variables: { x: 1 } }),
        element: 'a',
        saying: 'is not in an ad-hoc part',
      },
      {
        drawing: draw(
          [start(), sub('p', { adHoc: {} }), ...inside('p', task('a'), task('b', { when: 'x = 1' })), end()],
          'start > p > end; a > b',
          { variables: { x: 1 } },
        ),
        element: 'b',
        saying: 'Nothing looks at its condition',
      },
      {
        drawing: draw(
          [start(), sub('p', { adHoc: { cancelRemaining: false } }), ...inside('p', task('a')), end()],
          'start > p > end',
        ),
        element: 'p',
        saying: 'no rest to end',
        severity: 'hint',
      },
    ],
  },
  'many-instances': {
    right: [
      one(task('a', { many: { items: 'streets', item: 'street' } }), { variables: { streets: [] } }),
      one(task('a', { many: { count: 3, completion: 'nrOfCompletedInstances >= 2' } })),
    ],
    wrong: [
      { drawing: one(task('a', { many: { count: -1 } })), element: 'a', saying: 'no whole number from 0' },
      { drawing: one(task('a', { many: { count: 5000 } })), element: 'a', saying: 'done 5000 times' },
      { drawing: one(task('a', { many: { items: '"no list"' } })), element: 'a', saying: 'is no list' },
      {
        drawing: one(task('a', { many: { count: 0 } })),
        element: 'a',
        saying: 'is never done',
        severity: 'warning',
      },
      {
        drawing: one(task('a', { many: { count: 2 }, again: { condition: 'x = 1', max: 2 } }), {
          variables: { x: 1 },
        }),
        element: 'a',
        saying: 'Only the list counts',
      },
      {
        drawing: one(task('a', { many: { count: 2, item: 'x' } })),
        element: 'a',
        saying: '‘x’ gets no value',
        severity: 'warning',
      },
      {
        drawing: one(task('a', { perPerson: true, many: { count: 2 } })),
        element: 'a',
        saying: 'for each person and for each of a list',
        severity: 'warning',
      },
      {
        drawing: one(task('a', { many: { count: 3, completion: 'true' } })),
        element: 'a',
        saying: 'done after the first',
        severity: 'warning',
      },
      {
        drawing: one(task('a', { many: { count: 3, growing: true } })),
        element: 'a',
        saying: 'cannot grow',
        severity: 'hint',
      },
    ],
  },
  'standard-loop': {
    right: [one(task('a', { again: { condition: 'good != true', max: 3 } }), { variables: { good: false } })],
    wrong: [
      { drawing: one(task('a', { again: { condition: 'true' } })), element: 'a', saying: 'goes on for ever' },
      {
        drawing: one(task('a', { again: { condition: 'false', before: true } })),
        element: 'a',
        saying: 'is never done',
        severity: 'warning',
      },
      {
        drawing: one(task('a', { again: { condition: '1 > 2' } })),
        element: 'a',
        saying: 'done only once',
        severity: 'warning',
      },
    ],
  },
  'call-binding': {
    right: [one(call('c')), one(call('c', { binding: 'tag', tag: 'stable' }))],
    wrong: [
      { drawing: one(call('c', { binding: 'tag' })), element: 'c', saying: 'does not say which tag' },
      { drawing: one(call('c', { process: '' })), element: 'c', saying: 'does not say which process' },
      {
        drawing: one(call('c', { tag: 'stable' })),
        element: 'c',
        saying: 'does not choose the version by it',
        severity: 'warning',
      },
      {
        drawing: one(call('c', { process: 'p' })),
        element: 'c',
        saying: 'starts this very process again',
        severity: 'warning',
      },
    ],
  },
  'nobody-listens': {
    right: [
      one(throws('t', { message: { name: 'news' } })),
      {
        drawing: one(throws('t', { message: { name: 'news' } })),
        known: { definitions: [anotherProcess] },
      },
    ],
    wrong: [
      {
        drawing: one(throws('t', { signal: 'news' })),
        known: { definitions: [anotherProcess] },
        element: 't',
        saying: 'sends the signal ‘news’, but no process waits for it',
      },
    ],
  },
  retries: {
    right: [one(job('j'))],
    wrong: [
      { drawing: one(job('j', { retries: 0 })), element: 'j', saying: 'is not tried again' },
      { drawing: one(job('j', { retries: 90 })), element: 'j', saying: 'tried again 90 times' },
    ],
  },
  'timer-moment': {
    right: [
      one(wait('w', timer({ duration: 'PT1H' }))),
      one(wait('w', timer({ amount: 0, unit: 'days', time: '18:00' }))),
      one(wait('w', timer({ amount: -5, unit: 'workingDays', from: { variable: 'last' } })), {
        variables: { last: null },
      }),
      { drawing: one(wait('w', timer({ moment: '2031-01-01' }))), known: { at: '2030-01-01T00:00:00.000Z' } },
    ],
    wrong: [
      {
        drawing: one(wait('w', timer({ duration: 'PT0S' }))),
        element: 'w',
        saying: 'lasts nothing',
        severity: 'warning',
      },
      {
        drawing: one(wait('w', timer({ amount: -2, unit: 'days' }))),
        element: 'w',
        saying: 'before its own beginning',
        severity: 'warning',
      },
      {
        drawing: draw(
          [
            start(),
            task('a'),
            boundary('b', {
              attachedTo: 'a',
              interrupting: false,
              ...timer({ duration: 'PT0S' }, { times: 'unlimited' }),
            }),
            end(),
          ],
          'start > a > end; b > end',
        ),
        element: 'b',
        saying: 'lasts nothing',
      },
      {
        drawing: draw(
          [
            start(),
            task('a'),
            boundary('b', {
              attachedTo: 'a',
              interrupting: false,
              ...timer({ duration: 'P1D' }, { times: 0 }),
            }),
            end(),
          ],
          'start > a > end; b > end',
        ),
        element: 'b',
        saying: 'so it never happens',
      },
      {
        drawing: draw(
          [
            start(),
            task('a'),
            boundary('b', {
              attachedTo: 'a',
              interrupting: false,
              ...timer({ moment: '2030-01-01' }, { times: 3 }),
            }),
            end(),
          ],
          'start > a > end; b > end',
        ),
        element: 'b',
        saying: 'at one fixed moment',
        severity: 'warning',
      },
      {
        drawing: one(wait('w', timer({ moment: '2020-01-01' }))),
        known: { at: '2030-01-01T00:00:00.000Z' },
        element: 'w',
        saying: 'which is past',
        severity: 'warning',
      },
    ],
  },
  'nobody-can': {
    right: [
      one(
        task('a', {
          outcomes: [
            { id: 'go', label: 'Go', by: ['supporter'] },
            { id: 'stop', label: 'Stop' },
          ],
        }),
      ),
      one(task('a', { outcomes: [{ id: 'go', label: 'Go', by: ['all'] }] }), {
        roles: [
          { id: 'supporter', name: 'S', side: 'us' },
          { id: 'all', name: 'All', side: 'us', anyone: true },
        ],
      }),
    ],
    wrong: [
      {
        drawing: one(task('a', { outcomes: [{ id: 'go', label: 'Go', by: ['manager'] }] })),
        element: 'a',
        saying: 'every outcome is for somebody else',
      },
      {
        drawing: one(
          task('a', {
            outcomes: [
              { id: 'go', label: 'Go', by: ['manager'] },
              { id: 'stop', label: 'Stop' },
            ],
          }),
        ),
        element: 'a',
        saying: '“Go” (go) is only for manager, who does not have the task',
        severity: 'warning',
      },
    ],
  },
  'label-missing': {
    right: [one(task('a', { name: { nl: 'Bellen', en: 'Call' } }))],
    wrong: [
      { drawing: one(manual('a')), element: 'a', saying: '‘a’ has no name' },
      { drawing: one(send('m')), element: 'm', saying: '‘m’ has no name' },
    ],
  },
  'superfluous-gateway': {
    right: [
      draw(
        [start(), split('s'), task('a'), task('b'), split('j'), end()],
        'start > s > a > j > end; s > b > j',
      ),
    ],
    wrong: [
      { drawing: one(split('g')), element: 'g', saying: 'splits nothing and joins nothing' },
      {
        drawing: draw(
          [start(), split('s'), task('a'), task('b'), split('j'), task('c'), task('d'), split('k'), end()],
          'start > s > a > j; s > b > j; j > c > k; j > d > k > end',
        ),
        element: 'j',
        saying: 'joins and splits at once',
      },
    ],
  },
  'constant-condition': {
    right: [
      draw([start(), decide('g'), end(), end('b')], 'start > g; g > end {x = 1}; g > b *', {
        variables: { x: 1 },
      }),
      draw(
        [start(), task('a'), decide('l', { loop: { counter: 'n', max: 2 } }), end()],
        'start > a > l; l > a {true}; l > end *',
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), decide('g'), end(), end('b')], 'start > g; g > end {true}; g > b *'),
        element: 'g-end-true-',
        saying: 'always holds',
      },
      {
        drawing: draw([start(), decide('g'), end(), end('b')], 'start > g; g > end {1 = 2}; g > b *'),
        element: 'g-end-1-2-',
        saying: 'never holds',
      },
    ],
  },
  'implicit-split': {
    right: [
      draw([start(), split('s'), task('a'), task('b'), end()], 'start > s > a > end; s > b > end'),
      draw(
        [start(), task('a', { outcomes: outcomes('y', 'n') }), end(), end('b')],
        'start > a; a > end [y]; a > b [n]',
      ),
    ],
    wrong: [
      {
        drawing: draw([start(), task('a'), task('b'), task('c'), end()], 'start > a > b > end; a > c > end'),
        element: 'a',
        saying: 'goes on along several ways at once',
      },
      {
        drawing: { ...line, flows: [...line.flows, { id: 'again', from: 'a', to: 'end' }] },
        element: 'again',
        saying: 'happens twice',
        severity: 'warning',
      },
    ],
  },
  needs: {
    right: [
      draw(
        [
          start(),
          task('ok', { outcomes: outcomes('yes', 'no') }),
          script('pay', { needs: [{ element: 'ok', outcome: 'yes' }] }),
          end(),
        ],
        'start > ok; ok > pay [yes]; ok > end [no]; pay > end',
      ),
      draw(
        [
          start(),
          split('s'),
          task('ok'),
          task('b'),
          split('j'),
          script('pay', { needs: [{ element: 'ok' }] }),
          end(),
        ],
        'start > s > ok > j; s > b > j > pay > end',
      ),
      draw(
        [start(), agree('deal'), script('pay', { needs: [{ element: 'deal' }] }), end()],
        'start > deal > pay > end',
      ),
    ],
    wrong: [
      {
        drawing: one(task('pay', { needs: [{ element: 'gone' }] })),
        element: 'pay',
        saying: 'only after ‘gone’, but there is no such element',
      },
      {
        drawing: draw(
          [
            start(),
            task('ok', { outcomes: outcomes('yes') }),
            task('pay', { needs: [{ element: 'ok', outcome: 'no' }] }),
            end(),
          ],
          'start > ok; ok > pay [yes]; pay > end',
        ),
        element: 'pay',
        saying: 'which has no such outcome',
      },
      {
        drawing: draw(
          [start(), task('pay', { needs: [{ element: 'ok' }] }), task('ok'), end()],
          'start > pay > ok > end',
        ),
        element: 'pay',
        saying: 'no way leads there from it',
      },
      {
        drawing: draw(
          [start(), decide('g'), task('ok'), script('pay', { needs: [{ element: 'ok' }] }), end()],
          'start > g; g > ok {x = 1}; g > pay *; ok > pay > end',
          { variables: { x: 1 } },
        ),
        element: 'pay',
        saying: 'a way to ‘pay’ around ‘ok’',
        severity: 'warning',
      },
      {
        drawing: draw(
          [
            start(),
            task('ok', { outcomes: outcomes('yes', 'no') }),
            script('pay', { needs: [{ element: 'ok', outcome: 'yes' }] }),
            end(),
          ],
          'start > ok; ok > pay [yes]; ok > pay [no]; pay > end',
        ),
        element: 'pay',
        saying: 'did not last end with ‘yes’',
        severity: 'warning',
      },
    ],
  },
  'maybe-unset': {
    right: [
      draw(
        [start(), task('a', { form: 'f' }), script('s', { set: [{ variable: 'y', value: 'x + 1' }] }), end()],
        'start > a > s > end',
        { forms: [form('f', field('x', { type: 'number', required: true }))] },
      ),
      draw(
        [
          start(),
          task('a', { form: 'f' }),
          decide('g'),
          script('s', { set: [{ variable: 'y', value: 'x + 1' }] }),
          end(),
        ],
        'start > a > g; g > s {x != null}; g > end *; s > end',
        { forms: [form('f', field('x', { type: 'number' }))] },
      ),
      draw(
        [
          start(),
          task('a', { form: 'f' }),
          script('s', { set: [{ variable: 'y', value: 'if x = null then 0 else x' }] }),
          end(),
        ],
        'start > a > s > end',
        { forms: [form('f', field('x', { type: 'number' }))] },
      ),
    ],
    wrong: [
      {
        drawing: draw(
          [
            start(),
            decide('g'),
            task('a', { form: 'f', name: { nl: 'Vragen', en: 'Ask' } }),
            task('b', { name: { nl: 'Overslaan', en: 'Pass over' } }),
            script('s', { set: [{ variable: 'y', value: 'x + 1' }] }),
            end(),
          ],
          'start > g; g > a {z = 1}; g > b *; a > s; b > s > end',
          { variables: { z: 1 }, forms: [form('f', field('x', { type: 'number', required: true }))] },
        ),
        element: 's',
        saying: '‘x’, which may be empty here, for instance by way of ‘start’ → ‘Pass over’ (b)',
      },
      {
        drawing: draw(
          [
            start(),
            wait('w', timer({ amount: 3, unit: 'days', from: { variable: 'day' } })),
            task('a', { form: 'f' }),
            end(),
          ],
          'start > w > a > end',
          { forms: [form('f', field('day', { type: 'date', required: true }))] },
        ),
        element: 'w',
        saying: '‘day’, which only gets a value later',
      },
      {
        drawing: draw(
          [start(), task('a', { form: 'f' }), decide('g'), end(), end('b')],
          'start > a > g; g > end {x > 3}; g > b *',
          { forms: [form('f', field('x', { type: 'number' }))] },
        ),
        element: 'g-end-x-3-',
        saying: 'may be empty here',
        severity: 'hint',
      },
    ],
  },
  'set-ignored': {
    right: [one(script('s', { set: [{ variable: 'x', value: '1' }] }))],
    wrong: [
      {
        drawing: draw(
          [
            start(),
            task('a'),
            boundary('b', { attachedTo: 'a', set: [{ variable: 'late', value: 'true' }] }),
            end(),
          ],
          'start > a > end; b > end',
        ),
        element: 'b',
        saying: '‘late’ gets no value there',
      },
    ],
  },
  'decision-table': {
    right: [
      one(table('t'), {
        variables: { size: 'small' },
        decisions: [
          {
            id: 'offer',
            inputs: [{ value: 'size' }],
            outputs: [{ name: 'help' }],
            rules: [{ when: ['"small"'], gives: ['1'] }],
          },
        ],
      }),
      one(table('t')),
      { drawing: one(table('t')), known: { decisions: ['offer'] } },
    ],
    wrong: [
      {
        drawing: one(table('t')),
        known: { decisions: ['prices'] },
        element: 't',
        saying: 'uses the decision table ‘offer’, but there is none',
      },
      {
        drawing: one(table('t'), {
          decisions: [
            {
              id: 'offer',
              inputs: [],
              outputs: [{ name: 'help' }],
              rules: [{ when: ['1'], gives: ['1', '2'] }],
            },
          ],
        }),
        element: 'decision:offer',
        saying: 'Row 1 of ‘offer’ has 1 tests and 2 answers',
      },
      {
        drawing: one(table('t'), {
          decisions: [
            { id: 'offer', needs: ['gone'], inputs: [], outputs: [{ name: 'x' }], rules: [], value: '1' },
          ],
        }),
        element: 'decision:offer',
        saying: 'rests on ‘gone’',
      },
      {
        drawing: one(table('t'), {
          decisions: [
            { id: 'offer', needs: ['b'], inputs: [], outputs: [{ name: 'x' }], rules: [], value: 'b' },
            { id: 'b', needs: ['offer'], inputs: [], outputs: [{ name: 'y' }], rules: [], value: 'offer' },
          ],
        }),
        element: 'decision:offer',
        saying: 'rests on itself',
      },
      {
        drawing: one(table('t'), {
          decisions: [
            {
              id: 'offer',
              hitPolicy: 'collect',
              aggregation: 'sum',
              inputs: [],
              outputs: [{ name: 'x' }, { name: 'y' }],
              rules: [{ when: [], gives: ['1', '2'] }],
            },
          ],
        }),
        element: 'decision:offer',
        saying: 'no sum can be taken',
      },
      {
        drawing: one(table('t'), {
          decisions: [
            {
              id: 'offer',
              hitPolicy: 'priority',
              inputs: [],
              outputs: [{ name: 'x', values: ['a'] }],
              rules: [{ when: [], gives: ['"b"'] }],
            },
          ],
        }),
        element: 'decision:offer',
        saying: 'gives "b" as x, which is not among its values',
        severity: 'warning',
      },
      {
        drawing: one(table('t'), {
          decisions: [{ id: 'offer', inputs: [], outputs: [{ name: 'x' }], rules: [] }],
        }),
        element: 'decision:offer',
        saying: 'has no rows',
        severity: 'warning',
      },
    ],
  },
  'decision-rows': {
    right: [
      decisionOn([['< 3'], ['[3..12]'], ['> 12']]),
      decisionOn([['-'], ['"a"']], { hitPolicy: 'collect' }),
      decisionOn([['< 5'], ['-']], { hitPolicy: 'first' }),
    ],
    wrong: [
      {
        drawing: decisionOn([['> 1'], ['> 2']]),
        element: 'decision:offer',
        saying: 'Rows 1 and 2 of ‘offer’ both fit, for instance when n = 3',
        severity: 'error',
      },
      {
        drawing: {
          ...decisionOn([['"small"'], ['"huge"']]),
          forms: [sizes],
        },
        element: 'decision:offer',
        saying: 'Row 2 of ‘offer’ never fits',
      },
      {
        drawing: decisionOn([['< 5'], ['>= 5'], ['"x"', '7']], { hitPolicy: 'first' }, 2),
        element: 'decision:offer',
        saying: 'Row 3 of ‘offer’ never counts',
      },
      {
        drawing: decisionOn([['"a","b"'], ['not("a")']], { hitPolicy: 'any' }),
        element: 'decision:offer',
        saying: 'both fit, for instance when n = "b"',
        severity: 'error',
      },
    ],
  },
  'decision-gap': {
    right: [
      decisionOn([['< 3'], ['>= 3']]),
      decisionOn([['true'], ['false']]),
      decisionOn([['< 3']], { outputs: [{ name: 'help', default: '0' }] }),
      decisionOn([['< 3']], { hitPolicy: 'collect' }),
    ],
    wrong: [
      {
        drawing: decisionOn([['< 3'], ['> 5']]),
        element: 'decision:offer',
        saying: 'No row of ‘offer’ fits when n = 3',
      },
      {
        drawing: decisionOn([['"small"'], ['"large"']]),
        element: 'decision:offer',
        saying: 'fits when n = "something else"',
        severity: 'hint',
      },
      {
        drawing: decisionOn([['<= 2'], ['>= 3']]),
        element: 'decision:offer',
        saying: 'fits when n = 2.5',
        severity: 'hint',
      },
    ],
  },
};

/** A table on `n` (and `m`), one row per list of tests. */
function decisionOn(rows: string[][], more: Record<string, unknown> = {}, inputs = 1) {
  return one(table('t'), {
    variables: { n: 1, m: 1 },
    decisions: [
      {
        id: 'offer',
        inputs: [{ value: 'n' }, { value: 'm' }].slice(0, inputs),
        outputs: [{ name: 'help' }],
        rules: rows.map((when, i) => ({ when, gives: [String(i)] })),
        ...more,
      },
    ],
  });
}
