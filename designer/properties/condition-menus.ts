/** What the menus of a condition offer. */
import type { Asked, Comparison } from '../../core/prose/condition.ts';

/** Comparisons that make sense for what is asked. */
export function comparisonsFor({ field, options }: Asked): Comparison[] {
  const type = field?.type;
  if (type === 'yesNo') return ['='];
  if (type === 'choices' || type === 'people') return ['contains', 'filled', 'empty'];
  if (type === 'number' || type === 'money' || type === 'scale')
    return ['=', '!=', '<', '<=', '>', '>=', 'filled', 'empty'];
  if (options) return ['=', '!=', 'filled', 'empty'];
  return ['=', '!=', '<', '<=', '>', '>=', 'filled', 'empty'];
}

/** What a value begins as when a field is chosen. */
export function firstValue({ field, options }: Asked): string {
  if (options?.[0]) return JSON.stringify(options[0].id);
  if (field?.type === 'yesNo') return 'true';
  // A hundred euros.
  if (field?.type === 'money') return '10000';
  if (field && ['number', 'scale'].includes(field.type)) return '1';
  return '""';
}
