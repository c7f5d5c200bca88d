/** What checking and exploring a drawing costs as it grows, beside what reading and compiling the same drawing costs. */
import { Definition } from '../contract/index.ts';
import { check, modelOf } from '../core/check/index.ts';
import { explore } from '../core/explore/index.ts';
import { compile, contentHash } from '../core/index.ts';
import { cpuFor } from './process-cost.ts';
import { median } from './statistics.ts';

export const SIZES = [50, 100, 200, 400];

export interface Checked {
  elements: number;
  /** Milliseconds of processor time: medians over the rounds. */
  base: number;
  check: number;
  explore: number;
  states: number;
}

/** All sizes by turns in each round, so that other work on the machine falls on all alike. */
export async function checkSpeed({
  rounds,
  sizes = SIZES,
}: {
  rounds: number;
  sizes?: number[];
}): Promise<Checked[]> {
  const drawings = sizes.map((size) => drawingOf(size));
  const times = drawings.map(() => ({
    base: [] as number[],
    check: [] as number[],
    explore: [] as number[],
  }));
  let states: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    states = [];
    for (const [i, drawing] of drawings.entries()) {
      const json = JSON.stringify(drawing);
      const took = {
        base: await cpuFor(() => {
          const definition = Definition.parse(JSON.parse(json));
          compile(definition, contentHash(definition));
        }),
        check: await cpuFor(() => check(drawing)),
        explore: await cpuFor(() => {
          const { findings, states: seen, complete } = explore(modelOf(drawing));
          if (!complete || findings.length > 0)
            throw new Error(`Expected a sound drawing: ${JSON.stringify(findings)}`);
          states.push(seen);
        }),
      };
      if (round === 0) continue; // warming up
      for (const part of ['base', 'check', 'explore'] as const) times[i]?.[part].push(took[part]);
    }
  }
  return drawings.map(({ elements }, i) => ({
    elements: elements.length,
    base: median(times[i]?.base ?? []),
    check: median(times[i]?.check ?? []),
    explore: median(times[i]?.explore ?? []),
    states: states[i] ?? 0,
  }));
}

/** Rounds of a question, a decision on it, a task or a job, and two things at once of which one has a term. */
function drawingOf(size: number): Definition {
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
