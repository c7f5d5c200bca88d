/** What stays when an element becomes another kind of element. */
import { describe, expect, it } from 'vitest';
import type { Definition, Element } from '../../../contract/index.ts';
import { check } from '../../../core/check/index.ts';
import { BLOCK_IDS, elementOf, mayBecome, perform } from '../../../designer/actions/index.ts';
import { drawing, short, template } from './drawings.ts';

const withCall = (change: Partial<Element>): Definition => ({
  ...short,
  elements: short.elements.map((one) => (one.id === 'call' ? ({ ...one, ...change } as Element) : one)),
});
const become = (definition: Definition, element: string, block: (typeof BLOCK_IDS)[number]) =>
  perform(drawing(definition, element), 'replace', { element, block });

describe('replace', () => {
  it('keeps name, people, term, ladder and arrows where the new kind has them', () => {
    const before = withCall({ term: { amount: 2, unit: 'workingDays' }, ladder: 'FAST' } as Partial<Element>);

    const { definition, selection } = become(before, 'call', 'meeting');

    expect(elementOf(definition, 'call')).toMatchObject({
      type: 'userTask',
      block: 'meeting',
      name: 'Call',
      roles: ['coordinator'],
      term: { amount: 2, unit: 'workingDays' },
      ladder: 'FAST',
      meeting: { minutes: 60 },
    });
    expect(definition.flows.map(({ id }) => id)).toEqual(['start-call', 'call-end']);
    expect(selection.elements).toEqual(['call']);
  });

  it('gives up what made it the old kind', () => {
    const meeting = become(short, 'call', 'meeting').definition;

    expect(elementOf(become(meeting, 'call', 'task').definition, 'call')).not.toHaveProperty('meeting');
  });

  it('sends a message to those who did the task, and back', () => {
    const message = become(short, 'call', 'message').definition;
    expect(elementOf(message, 'call')).toMatchObject({ type: 'sendTask', to: ['coordinator'] });

    expect(elementOf(become(message, 'call', 'task').definition, 'call')).toMatchObject({
      type: 'userTask',
      roles: ['coordinator'],
    });
  });

  it('lets a choice lead on by its first outcome, and a task that was a choice without one', () => {
    const choice = become(short, 'call', 'choose').definition;
    expect(choice.flows.find(({ from }) => from === 'call')?.outcome).toBe('go-on');

    const decided = become(choice, 'call', 'decide').definition;
    expect(decided.flows.find(({ from }) => from === 'call')).not.toHaveProperty('outcome');
  });

  it('gives a name nobody chose the words of the new kind', () => {
    const added = perform(drawing(short, 'call'), 'append', { block: 'task', after: 'call' });

    const { definition } = become(added.definition, 'task', 'meeting');

    expect(elementOf(definition, 'task')?.name).toEqual({ nl: 'Gesprek', en: 'Conversation' });
  });

  it('stays on the line of its arrows, and what follows makes room', () => {
    const gate = perform({ definition: short, selection: { elements: [], flows: ['call-end'] } }, 'insert', {
      block: 'decide',
      flow: 'call-end',
    }).definition;

    const { definition } = become(gate, 'decide', 'task');

    const [small, large] = [elementOf(gate, 'decide'), elementOf(definition, 'decide')];
    expect((small?.y ?? 0) + 24).toBe((large?.y ?? 0) + 42);
    expect(elementOf(definition, 'end')?.x).toBeGreaterThanOrEqual((large?.x ?? 0) + 216 + 30);
  });

  it('takes what sat on the border along where the new kind has none', () => {
    const attached = perform(drawing(short, 'call'), 'attach', { host: 'call' }).definition;

    expect(elementOf(become(attached, 'call', 'meeting').definition, 'call.after')).toBeDefined();
    expect(elementOf(become(attached, 'call', 'decide').definition, 'call.after')).toBeUndefined();
  });

  it('brings a form for who fills in, and takes a form nobody asks for any more', () => {
    const form = become(short, 'call', 'form').definition;
    expect(form.forms).toHaveLength(1);

    expect(become(form, 'call', 'decide').definition.forms).toEqual([]);
  });

  it.each([
    ['start', 'end'],
    ['end', 'start'],
    ['call', 'end'],
  ] as const)('says why %s cannot become %s, and leaves the drawing alone', (id, block) => {
    expect(mayBecome(short, elementOf(short, id) as Element, block)).toEqual({
      ok: false,
      why: { nl: expect.any(String), en: expect.any(String) },
    });
    expect(become(short, id, block).definition).toBe(short);
  });

  it('leaves a part with something in it alone', () => {
    const t2 = template('T2');

    expect(become(t2, 'n4.round', 'task').definition).toBe(t2);
  });

  it.each(BLOCK_IDS)('makes a %s that no rule on single elements finds wrong', (block) => {
    const { definition } = become(short, 'call', block);
    if (definition === short) return;

    const structural = check(definition).filter(
      ({ severity, element }) => severity === 'error' && element === 'call',
    );

    // A choice still wants a way for its second answer; everything else is whole.
    expect(structural.map(({ rule }) => rule)).toEqual(block === 'choose' ? ['outcome-without-flow'] : []);
  });
});
