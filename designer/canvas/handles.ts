/**
 * Where flows leave and arrive, told to React Flow before it can measure: without that it draws every element of a drawing once,
 * however many are out of sight, only to measure them. What is drawn is measured all the same.
 */
import { type NodeHandle, Position } from '@xyflow/react';
import type { Element } from '../../contract/index.ts';
import { boxOf, exitsOf, isEvent, isGateway, OUTCOME_ROW } from '../actions/index.ts';
import { CARD_ROW_TOP } from './measures.ts';

/** Of a handle, as in the style sheet; it stands on the inner edge of the border. */
const SIZE = 10;

/** Widths of the borders in the style sheet: at the left, and elsewhere. */
function borderOf(element: Element): [left: number, other: number] {
  if (isGateway(element)) return [0, 0];
  if (element.type === 'endEvent') return [4, 4];
  if (isEvent(element) || element.type === 'subProcess') return [1, 1];
  return [5, 1];
}

export function handlesOf(element: Element): NodeHandle[] {
  const { width, height } = boxOf(element);
  const [left, other] = borderOf(element);
  const small = isEvent(element) || isGateway(element) || element.type === 'subProcess';
  const middle = small ? height / 2 : CARD_ROW_TOP / 2 + other;
  const entry: NodeHandle = at('target', 'in', Position.Left, left, middle);
  const exit = (id: string, y: number) => at('source', id, Position.Right, width - other, y);
  if (element.type === 'subProcess') return element.event ? [] : [entry, exit('out', middle)];
  if (element.type === 'boundaryEvent')
    return [at('source', 'out', Position.Bottom, width / 2, height - other)];
  if (element.type === 'startEvent') return [exit('out', middle)];
  if (element.type === 'endEvent') return [entry];
  const outcomes = exitsOf(element).map(({ id }, index) =>
    exit(`out:${id}`, CARD_ROW_TOP + index * OUTCOME_ROW + OUTCOME_ROW / 2 + other),
  );
  return [entry, exit('out', middle), ...outcomes];
}

const at = (type: 'source' | 'target', id: string, position: Position, x: number, y: number): NodeHandle => ({
  type,
  id,
  position,
  x: x - SIZE / 2,
  y: y - SIZE / 2,
  width: SIZE,
  height: SIZE,
});
