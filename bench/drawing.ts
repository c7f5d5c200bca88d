/** A drawing of any size that is sound: the same each time, with something of everything. */
import { Definition } from '../contract/index.ts';

/** Rounds of a question, a decision on it, a task or a job, and two things at once of which one has a term. */
export function drawingOf(size: number): Definition {
  const elements: Record<string, unknown>[] = [{ id: 'start', type: 'startEvent' }];
  const flows: Record<string, unknown>[] = [];
  const forms: Record<string, unknown>[] = [];
  const flow = (from: string, to: string, more: Record<string, unknown> = {}) =>
    flows.push({ id: `f${flows.length}`, from, to, ...more });
  let last = 'start';
  for (let n = 1; elements.length < size - 1; n += 1) {
    const p = (part: string) => `${part}${n}`;
    const task = (part: string, more: Record<string, unknown> = {}) => ({
      id: p(part),
      type: 'userTask',
      name: { nl: `Taak ${p(part)}`, en: `Task ${p(part)}` },
      roles: ['supporter'],
      ...more,
    });
    const days = (amount: number) => ({ timer: { term: { amount, unit: 'workingDays' } } });
    forms.push({
      id: p('form'),
      name: { nl: `Formulier ${n}`, en: `Form ${n}` },
      fields: [
        { key: p('x'), type: 'number', label: { nl: `Hoeveel ${n}`, en: `How many ${n}` }, required: true },
      ],
    });
    elements.push(
      task('ask', { form: p('form') }),
      { id: p('which'), type: 'exclusiveGateway' },
      task('talk', {
        outcomes: [
          { id: 'go', label: 'Go' },
          { id: 'again', label: 'Again' },
        ],
      }),
      { id: p('book'), type: 'serviceTask', job: 'book', input: { amount: p('x') }, result: p('booked') },
      { id: p('merge'), type: 'exclusiveGateway' },
      { id: p('split'), type: 'parallelGateway' },
      task('do'),
      { id: p('late'), type: 'boundaryEvent', attachedTo: p('do'), triggers: days(10) },
      { id: p('meet'), type: 'exclusiveGateway' },
      { id: p('wait'), type: 'intermediateCatchEvent', triggers: days(5) },
      { id: p('join'), type: 'parallelGateway' },
    );
    flow(last, p('ask'));
    flow(p('ask'), p('which'));
    flow(p('which'), p('talk'), { condition: `${p('x')} > 3` });
    flow(p('which'), p('book'), { default: true });
    flow(p('talk'), p('merge'), { outcome: 'go' });
    flow(p('talk'), p('ask'), { outcome: 'again' });
    flow(p('book'), p('merge'));
    flow(p('merge'), p('split'));
    flow(p('split'), p('do'));
    flow(p('split'), p('wait'));
    flow(p('do'), p('meet'));
    flow(p('late'), p('meet'));
    flow(p('meet'), p('join'));
    flow(p('wait'), p('join'));
    last = p('join');
  }
  elements.push({ id: 'end', type: 'endEvent' });
  flow(last, 'end');
  return Definition.parse({
    v: 1,
    id: 'large',
    name: { nl: 'Groot', en: 'Large' },
    roles: [
      { id: 'supporter', name: { nl: 'Ondersteuner', en: 'Supporter' }, side: 'us' },
      { id: 'manager', name: { nl: 'Leidinggevende', en: 'Manager' }, side: 'us' },
    ],
    elements,
    flows,
    forms,
  });
}
