// What a drawing asks of people before it helps them: small drawings, the ready-made processes, and what always holds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition, Element } from '../../../contract/index.ts';
import { burdenOf, rangeWords, spanWords } from '../../../core/burden/index.ts';
import { definitions } from '../../bpmn/random-definition.ts';
import { readTemplate } from '../../templates/read-template.ts';
import {
  agree,
  ask,
  boundary,
  decide,
  draw,
  end,
  field,
  form,
  send,
  split,
  start,
  task,
  wait,
} from '../check/drawing.ts';
import { blocks, definitionOf } from '../engine/random-process.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 150);
const days = (amount: number) => ({ term: { amount, unit: 'workingDays' } });
const meeting = (id: string, amount: number) =>
  task(id, { roles: ['supporter', 'initiator'], meeting: { minutes: 60 }, ...days(amount) });
const forms = { forms: [form('f', field('a', { required: true }), field('b')), form('g', field('c'))] };

describe('days until the first help', () => {
  it('are a range where one way is shorter than another', () => {
    const drawing = draw(
      [start(), decide('size'), task('long', days(4)), meeting('talk', 3), end()],
      'start > size > long > talk > end; size > talk',
    );

    const { untilHelp } = burdenOf(drawing);

    expect(untilHelp?.shortest).toMatchObject({ span: { workingDays: 3 }, elements: ['talk'] });
    expect(untilHelp?.longest).toMatchObject({ span: { workingDays: 7 }, elements: ['long', 'talk'] });
  });

  it('count work side by side once, and what is counted from the start from there', () => {
    const talk = task('talk', {
      roles: ['supporter'],
      meeting: { minutes: 60 },
      term: { amount: 7, unit: 'workingDays', from: 'start' },
    });
    const drawing = draw(
      [start(), split('all'), task('one', days(2)), task('two', days(5)), split('join'), talk, end()],
      'start > all > one > join > talk > end; all > two > join',
    );

    const { untilHelp } = burdenOf(drawing);

    expect(untilHelp?.shortest.span.workingDays).toBe(7);
    expect(untilHelp?.longest.span.workingDays).toBe(7);
  });

  it('keep calendar days beside working days, and say where data decides', () => {
    const drawing = draw(
      [
        start(),
        wait('pause', { triggers: { timer: { term: { amount: 2, unit: 'weeks' } } } }),
        task('dated', { term: { amount: 3, unit: 'workingDays', from: { variable: 'day' } } }),
        agree('deal', { ...days(2), confirmTerm: { amount: 5, unit: 'workingDays' } }),
        end(),
      ],
      'start > pause > dated > deal > end',
    );

    const { untilHelp } = burdenOf(drawing);

    expect(untilHelp?.longest.span).toEqual({ workingDays: 7, days: 14, months: 0, hours: 0 });
    expect(untilHelp?.open).toEqual(['dated']);
  });

  it('are missing where no way leads to help', () => {
    expect(burdenOf(draw([start(), task('t'), end()], 'start > t > end')).untilHelp).toBeUndefined();
  });
});

describe('in words', () => {
  const span = (more: Record<string, number>) => ({ workingDays: 0, days: 0, months: 0, hours: 0, ...more });

  it('a range names its unit once where there is one, and both where there are more', () => {
    expect(rangeWords(span({ workingDays: 7 }), span({ workingDays: 34 }), 'nl')).toBe('7 tot 34 werkdagen');
    expect(rangeWords(span({}), span({ workingDays: 1 }), 'en')).toBe('0 to 1 working day');
    expect(rangeWords(span({ workingDays: 2 }), span({ workingDays: 2, months: 3 }), 'en')).toBe(
      '2 working days to 3 months and 2 working days',
    );
    expect(rangeWords(span({ hours: 2 }), span({ hours: 2 }), 'nl')).toBe('2 uur');
    expect(spanWords(span({}), 'nl')).toBe('dezelfde dag');
  });
});

describe('questions before help', () => {
  it('are those of the heaviest way, and none that come after help', () => {
    const drawing = draw(
      [
        start('start', { form: 'g' }),
        decide('size'),
        ask('much', { form: 'f' }),
        ask('little', { form: 'g' }),
        meeting('talk', 3),
        ask('after', { form: 'f' }),
        end(),
      ],
      'start > size > much > talk > after > end; size > little > talk',
      forms,
    );

    const { questions, required } = burdenOf(drawing);

    expect(questions).toEqual({ total: 3, elements: ['start', 'much'] });
    expect(required).toEqual({ total: 1, elements: ['much'] });
  });

  it('of ways side by side are added up once', () => {
    const drawing = draw(
      [
        start(),
        split('all'),
        ask('one', { form: 'f' }),
        ask('two', { form: 'g' }),
        split('join'),
        ask('three', { form: 'f' }),
        end(),
      ],
      'start > all > one > join > three > end; all > two > join',
      forms,
    );

    expect(burdenOf(drawing).questions).toEqual({ total: 5, elements: ['one', 'two', 'three'] });
  });

  it('count once in a loop, and what only an interruption brings is left out', () => {
    const drawing = draw(
      [
        start(),
        ask('again', { form: 'f' }),
        decide('enough'),
        boundary('late', { attachedTo: 'again' }),
        ask('extra', { form: 'f' }),
        end(),
      ],
      'start > again > enough > end; enough > again; late > extra > end',
      forms,
    );

    expect(burdenOf(drawing).questions).toEqual({ total: 2, elements: ['again'] });
  });
});

describe('messages and turns', () => {
  it('to residents are few when everybody is on time, and the rungs of ladders more when nobody answers', () => {
    const drawing = draw(
      [start(), send('hello'), ask('tell', { ladder: 'INIT' }), task('ours', { ladder: 'ORG' }), end()],
      'start > hello > tell > ours > end',
    );

    const { messages, turns } = burdenOf(drawing);

    // Two reminders and one if asked for; our own being late is told once.
    expect(messages.onTime.total).toBe(2);
    expect(messages.atMost).toEqual({ total: 6, elements: ['hello', 'tell', 'ours'] });
    expect(turns.map(({ side, weighed }) => [side, weighed.total])).toEqual([
      ['initiator', 1],
      ['us', 1],
    ]);
  });
});

it('of the ready-made intake: seven working days till the conversation, and four questions to answer before it', () => {
  const { untilHelp, required } = burdenOf(readTemplate('T1'));

  expect(untilHelp?.shortest).toEqual({
    span: { workingDays: 7, days: 0, months: 0, hours: 0 },
    elements: ['n3', 'n4'],
  });
  expect(required).toEqual({ total: 4, elements: ['n1'] });
});

describe('always', () => {
  const asking = (definition: Definition, at: string): Definition => {
    const extra = { id: 'extra-questions', name: 'Extra', fields: [] };
    const elements = definition.elements.map((one) =>
      one.id === at && one.type === 'userTask' ? { ...one, roles: ['initiator'], form: extra.id } : one,
    ) as Element[];
    return { ...definition, elements, forms: [...definition.forms, extra] };
  };
  const withField = (definition: Definition): Definition => ({
    ...definition,
    forms: definition.forms.map((one) =>
      one.id === 'extra-questions'
        ? {
            ...one,
            fields: [
              ...one.fields,
              { key: `q${one.fields.length}`, type: 'text', label: 'Vraag', required: true },
            ],
          }
        : one,
    ),
  });

  it('another question never lowers a figure', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), (block, pick) => {
        const drawn = definitionOf(block);
        const tasks = drawn.elements.filter(({ type }) => type === 'userTask');
        const at = tasks[pick % Math.max(1, tasks.length)]?.id ?? '';
        let before = asking(drawn, at);
        for (let n = 0; n < 3; n++) {
          const after = withField(before);
          const [a, b] = [burdenOf(before), burdenOf(after)];
          expect(b.questions.total).toBeGreaterThanOrEqual(a.questions.total);
          expect(b.required.total).toBeGreaterThanOrEqual(a.required.total);
          expect(b.untilHelp).toEqual(a.untilHelp);
          expect(b.messages).toEqual(a.messages);
          before = after;
        }
      }),
      { numRuns: runs },
    );
  });

  it('any drawing has figures, and its elements are in it', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const { questions, messages, untilHelp } = burdenOf(definition);
        const ids = new Set(definition.elements.map(({ id }) => id));
        for (const id of [
          ...questions.elements,
          ...messages.atMost.elements,
          ...(untilHelp?.longest.elements ?? []),
        ])
          expect(ids).toContain(id);
        expect(messages.atMost.total).toBeGreaterThanOrEqual(messages.onTime.total);
      }),
      { numRuns: runs },
    );
  });

  it('a long row of steps is read without going deep', () => {
    const ids = Array.from({ length: 6000 }, (_, n) => `t${n}`);
    const drawing = draw(
      [start(), ...ids.map((id) => ask(id, { form: 'f' })), end()],
      ['start', ...ids, 'end'].join(' > '),
      forms,
    );

    expect(burdenOf(drawing).questions.total).toBe(12_000);
  });
});
