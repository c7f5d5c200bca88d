// Expressions that always give the same: they read no variable and no clock.
import { evaluate, parse } from '../feel/index.ts';
import type { Json } from '../state.ts';

/** What an expression always gives; undefined when that depends on something, or cannot be worked out. */
export function constantOf(text: string): { value: Json } | undefined {
  const parsed = parse(text);
  if (!parsed.ok || parsed.names.length > 0 || CLOCK.test(text)) return undefined;
  const r = evaluate(text, {}, NO_MATTER);
  return r.ok ? { value: r.value } : undefined;
}

/** Whether a condition always or never holds. */
export function alwaysOrNever(text: string): boolean | undefined {
  const constant = constantOf(text);
  return constant && constant.value === true ? true : constant ? false : undefined;
}

const CLOCK = /\b(now|today)\b/;
/** A moment for expressions that do not ask for it. */
export const NO_MATTER = { at: '2000-01-01T00:00:00.000Z', zone: 'UTC' };
