/** The words of arrows: put somewhere, put back, and left behind when the arrow leads from elsewhere. */
import { expect, it } from 'vitest';
import { nothingSelected, perform } from '../../../designer/actions/index.ts';
import { template } from './drawings.ts';

const definition = template('T1');
const flow = definition.flows[0]?.id ?? '';
const byOf = (drawing: { definition: typeof definition }) =>
  drawing.definition.flows.find(({ id }) => id === flow)?.labelBy;

it('are put somewhere in whole steps of the paper, and back where they fit', () => {
  const put = perform({ definition, selection: nothingSelected }, 'placeLabel', {
    flow,
    by: { x: 10.4, y: -7.6 },
  });
  expect(byOf(put)).toEqual({ x: 10, y: -8 });
  expect(put.selection.flows).toEqual([flow]);
  const back = perform(put, 'placeLabel', { flow });
  expect(back.definition.flows.find(({ id }) => id === flow)).not.toHaveProperty('labelBy');
});

it('of an arrow that is not there change nothing', () => {
  const drawing = { definition, selection: nothingSelected };
  expect(perform(drawing, 'placeLabel', { flow: 'none', by: { x: 1, y: 1 } }).definition).toBe(definition);
});
