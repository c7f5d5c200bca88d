/** Files without a drawing get one: from left to right, nothing on top of anything, the same each time. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { layOut, writeBpmn } from '../../bpmn/index.ts';
import { exitAt, middleOf, sizeOf } from '../../bpmn/layout/sizes.ts';
import type { Artifact, Definition, Element } from '../../contract/index.ts';
import {
  exitAt as theirExit,
  middleOf as theirMiddle,
  sizeOf as theirSize,
} from '../../designer/actions/geometry.ts';
import { blocks, definitionOf } from '../core/engine/random-process.ts';
import { definitionIn, file, model, read } from './support.ts';

interface Box {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Everything in one scope, in the whole drawing. */
function boxes({ elements }: Definition, parent: string | undefined): Box[] {
  return elements
    .filter((one) => one.parent === parent && one.type !== 'boundaryEvent')
    .map((one) => ({ id: one.id, x: one.x as number, y: one.y as number, ...sizeOf(one) }));
}

const scopesOf = ({ elements }: Definition): (string | undefined)[] => [
  undefined,
  ...elements.flatMap(({ id, type }) => (type === 'subProcess' ? [id] : [])),
];

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function faults(definition: Definition): string[] {
  const found: string[] = [];
  for (const one of definition.elements)
    if (one.x === undefined || one.y === undefined) found.push(`${one.id} has no place`);
  for (const scope of scopesOf(definition)) {
    const inside = boxes(definition, scope);
    for (const [i, a] of inside.entries())
      for (const b of inside.slice(i + 1)) if (overlaps(a, b)) found.push(`${a.id} is on ${b.id}`);
    const part = definition.elements.find(({ id }) => id === scope);
    const { width, height } = part
      ? sizeOf(part)
      : { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
    for (const { id, x, y, ...size } of inside)
      if (x < 0 || y < 0 || x + size.width > width || y + size.height > height)
        found.push(`${id} sticks out of ${scope}`);
    found.push(...crossings(definition, scope, inside));
  }
  for (const one of definition.elements) {
    if (one.type !== 'boundaryEvent') continue;
    const host = definition.elements.find(({ id }) => id === one.attachedTo) as Element;
    const middle = (one.y as number) + sizeOf(one).height / 2;
    const [x, y] = [host.x as number, host.y as number];
    const { width, height } = sizeOf(host);
    if ((one.x as number) < x || (one.x as number) + sizeOf(one).width > x + width)
      found.push(`${one.id} is beside ${host.id}`);
    if (middle !== y && middle !== y + height) found.push(`${one.id} is not on the border of ${host.id}`);
  }
  return found;
}

/** Flows that run through a step. */
function crossings({ elements, flows }: Definition, scope: string | undefined, inside: Box[]): string[] {
  const byId = new Map(elements.map((one) => [one.id, one]));
  return flows.flatMap((flow) => {
    const [from, to] = [byId.get(flow.from) as Element, byId.get(flow.to) as Element];
    if (from.parent !== scope) return [];
    const host = from.type === 'boundaryEvent' ? from.attachedTo : from.id;
    const start =
      from.type === 'boundaryEvent'
        ? { x: (from.x as number) + 20, y: (from.y as number) + 40 }
        : { x: (from.x as number) + sizeOf(from).width, y: (from.y as number) + exitAt(from, flow.outcome) };
    const end = { x: to.x as number, y: (to.y as number) + middleOf(to) };
    const way = [start, ...(flow.points ?? []), end];
    return way.slice(1).flatMap((b, i) => {
      const a = way[i] as { x: number; y: number };
      return inside
        .filter(({ id }) => id !== host && id !== to.id)
        .filter(
          ({ x, y, width, height }) =>
            Math.max(a.x, b.x) > x + 1 &&
            Math.min(a.x, b.x) < x + width - 1 &&
            Math.max(a.y, b.y) > y + 1 &&
            Math.min(a.y, b.y) < y + height - 1,
        )
        .map(({ id }) => `flow ${flow.id} runs through ${id}`);
    });
  });
}

describe('a drawing that is made', () => {
  it('has nothing on top of anything, and no flow through a step: random processes', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        expect(faults(layOut(definitionOf(block), true))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 300_000);

  it('has nothing on top of anything: random drawings with circles', () => {
    const drawing = fc.tuple(
      fc.integer({ min: 1, max: 14 }),
      fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 24 }),
    );
    fc.assert(
      fc.property(drawing, ([count, links]) => {
        const tasks = Array.from({ length: count }, (_, i) => `<task id="t${i}"/>`).join('');
        const flows = links
          .map(
            ([a, b], i) => `<sequenceFlow id="f${i}" sourceRef="t${a % count}" targetRef="t${b % count}"/>`,
          )
          .join('');
        expect(faults(definitionIn(file(tasks + flows)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 300_000);

  it('goes from left to right, the longest way straight', () => {
    const { elements, flows } = definitionIn(model('exclusive-gateway.bpmn'));
    const middle = (id: string) => {
      const one = elements.find((each) => each.id === id) as Element;
      return (one.y as number) + middleOf(one);
    };
    const left = (id: string) => elements.find((each) => each.id === id)?.x as number;

    for (const { from, to } of flows) expect(left(to)).toBeGreaterThan(left(from));
    expect(new Set(['Start', 'Ask', 'Split', 'Large', 'Merge', 'End'].map(middle)).size).toBe(1);
  });

  it('is the same each time', () => {
    expect(definitionIn(model('event-sub-process.bpmn'))).toEqual(
      definitionIn(model('event-sub-process.bpmn')),
    );
  });

  it('shows lanes as bands with their steps in them, within their pool', () => {
    const [, shop] = read(model('two-pools.bpmn')).definitions;
    const artifacts = new Map(
      shop?.artifacts?.map((one) => [one.id, one as Exclude<Artifact, { type: 'line' }>]),
    );
    const box = (id: string) => artifacts.get(id) as unknown as Box;

    for (const lane of ['Lane_cook', 'Lane_driver']) {
      const one = artifacts.get(lane);
      expect(overlaps(box(lane), box('Participant_shop'))).toBe(true);
      for (const id of one?.type === 'lane' ? one.elements : []) {
        const element = shop?.elements.find((each) => each.id === id) as Element;
        expect(element.y as number).toBeGreaterThanOrEqual(box(lane).y);
        expect((element.y as number) + sizeOf(element).height).toBeLessThanOrEqual(
          box(lane).y + box(lane).height,
        );
      }
    }
    expect(overlaps(box('Lane_cook'), box('Lane_driver'))).toBe(false);
    const pools = ['Participant_client', 'Participant_shop', 'Participant_bank'].map(box);
    for (const [i, a] of pools.entries())
      for (const b of pools.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
  });

  it('of part of a file leaves what is drawn where it is', () => {
    const drawn = definitionIn(model('camunda-7.bpmn'));
    const xml = writeBpmn([drawn]).replace(/<bpmndi:BPMNShape id="Write_di"[\s\S]*?<\/bpmndi:BPMNShape>/, '');
    const again = definitionIn(xml);
    const { x, y } = again.elements.find(({ id }) => id === 'Write') as Element;

    expect(again.elements.filter(({ id }) => id !== 'Write')).toEqual(
      drawn.elements.filter(({ id }) => id !== 'Write'),
    );
    expect(y).toBeGreaterThan(370);
    expect(x).toBeDefined();
  });
});

describe('places', () => {
  it('within a part are counted from its corner', () => {
    const shape = (id: string, x: number, y: number, width: number, height: number, more = '') =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}" ${more}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`;
    const xml = file(
      '<subProcess id="s"><task id="a"/><task id="b"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/></subProcess>',
    ).replace(
      '</definitions>',
      `<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"><bpmndi:BPMNPlane bpmnElement="P">${shape('s', 100, 200, 500, 300, 'isExpanded="true"')}${shape('a', 130, 260, 100, 80)}${shape('b', 330, 360, 100, 80)}<bpmndi:BPMNEdge bpmnElement="f"><di:waypoint x="230" y="300"/><di:waypoint x="280" y="300"/><di:waypoint x="280" y="400"/><di:waypoint x="330" y="400"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`,
    );
    const { elements, flows } = definitionIn(xml);

    expect(elements.map(({ id, x, y }) => [id, x, y])).toEqual([
      ['s', 100, 200],
      ['a', 30, 60],
      ['b', 230, 160],
    ]);
    expect(flows[0]?.points).toEqual([
      { x: 180, y: 100 },
      { x: 180, y: 200 },
    ]);
  });

  it('of a part that is drawn closed are those of its own drawing', () => {
    const { elements } = definitionIn(model('camunda-8.bpmn'));

    expect(elements.find(({ id }) => id === 'Welcome')).toMatchObject({
      collapsed: true,
      x: 500,
      y: 80,
      width: 100,
    });
    expect(elements.find(({ id }) => id === 'Card')).toMatchObject({ parent: 'Welcome', x: 270, y: 138 });
  });
});

test('sizes are those of the designer', () => {
  const task = (outcomes: string[]): Element => ({
    type: 'userTask',
    id: 't',
    roles: ['r'],
    outcomes: outcomes.map((id) => ({ id, label: id })),
  });
  const samples: Element[] = [
    task([]),
    task(['a', 'b']),
    { type: 'startEvent', id: 's' },
    { type: 'parallelGateway', id: 'g' },
    { type: 'subProcess', id: 'p' },
    { type: 'manualTask', id: 'm' },
  ];

  for (const one of samples) {
    expect(sizeOf(one)).toEqual(theirSize(one));
    expect(middleOf(one)).toBe(theirMiddle(one));
    expect(exitAt(one, 'b')).toBe(theirExit(one, { outcome: 'b' }));
  }
});
