/** The words of arrows keep their place in a file: written as label bounds, and read from those of other programs. */
import { expect, test } from 'vitest';
import { writeBpmn } from '../../bpmn/index.ts';
import type { Definition } from '../../contract/index.ts';
import { definitionIn } from './support.ts';

const drawn: Definition = {
  v: 1,
  id: 'P',
  name: 'P',
  roles: [],
  elements: [
    { id: 'start', type: 'startEvent', x: 40, y: 40 },
    { id: 'which', type: 'exclusiveGateway', x: 160, y: 40 },
    { id: 'end', type: 'endEvent', end: 'none', x: 400, y: 40 },
  ],
  flows: [
    { id: 'a', from: 'start', to: 'which' },
    { id: 'b', from: 'which', to: 'end', label: 'veel geld', labelBy: { x: 24, y: -30 }, default: true },
  ],
  forms: [],
  ladders: [],
  texts: {},
  variables: {},
};
const flowIn = (xml: string, id: string) => definitionIn(xml).flows.find((flow) => flow.id === id);
const label = /<bpmndi:BPMNLabel>\s*<dc:Bounds ([^>]*)\/>/;

test('where somebody put them is written as label bounds, and read back', () => {
  const xml = writeBpmn([drawn]);

  const [, bounds = ''] = label.exec(xml) ?? [];
  expect(bounds).toContain('width="60"');
  expect(bounds).toContain('height="16"');
  expect(flowIn(xml, 'b')?.labelBy).toEqual({ x: 24, y: -30 });
  expect(flowIn(xml, 'a')?.labelBy).toBeUndefined();
});

test('label bounds of another program are read, and go when the words are put back', () => {
  const xml = writeBpmn([drawn]).replace(label, (whole, bounds: string) =>
    whole.replace(bounds, bounds.replace(/y="[^"]*"/, 'y="300"').replace(/height="[^"]*"/, 'height="28"')),
  );
  const read = definitionIn(xml);
  const flow = read.flows.find(({ id }) => id === 'b');

  expect(flow?.labelBy?.x).toBe(24);
  expect(flow?.labelBy?.y).toBeGreaterThan(200);
  const back = { ...read, flows: read.flows.map(({ labelBy: _, ...one }) => one) };
  expect(flowIn(writeBpmn([read]), 'b')?.labelBy).toEqual(flow?.labelBy);
  expect(label.test(writeBpmn([back]))).toBe(false);
});

test('they go along when the element they leave is moved', () => {
  const read = definitionIn(writeBpmn([drawn]));
  const moved = {
    ...read,
    elements: read.elements.map((one) => (one.id === 'which' ? { ...one, y: (one.y ?? 0) + 100 } : one)),
  };

  expect(flowIn(writeBpmn([moved]), 'b')?.labelBy).toEqual({ x: 24, y: -30 });
});
