/** A scenario that is data already, as the tree its reader takes: each step, with all in it, is on the line of its number. */
import type { Json } from '../state.ts';
import type { Source } from './source.ts';

export function jsonSource(value: Json, line: number): Source {
  if (Array.isArray(value)) return { line, kind: 'list', items: value.map((one) => jsonSource(one, line)) };
  if (value !== null && typeof value === 'object')
    return {
      line,
      kind: 'map',
      entries: Object.entries(value).map(([key, one]) => ({ key, line, value: jsonSource(one, line) })),
    };
  return { line, kind: 'scalar', value };
}

/** A whole scenario: what stands before its steps is on line 0, its first step on line 1. */
export function scenarioSource(scenario: { [key: string]: Json }): Source {
  return {
    line: 0,
    kind: 'map',
    entries: Object.entries(scenario).map(([key, value]) => ({
      key,
      line: 0,
      value:
        key === 'steps' && Array.isArray(value)
          ? { line: 0, kind: 'list', items: value.map((item, i) => jsonSource(item, i + 1)) }
          : jsonSource(value, 0),
    })),
  };
}
