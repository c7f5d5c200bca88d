/** What a form holds before anybody types: its defaults; and where something already told is only completed or changed, what was told. */
import type { Form } from '../contract/index.ts';
import { evaluate, type Now } from '../core/feel/index.ts';
import type { CompiledElement } from '../core/index.ts';
import type { Json, Variables } from '../core/state.ts';

/** Nobody tells a thing twice: an agreement that is written again, and a step that is passed over when all of it is known. */
export function goesOnFromBefore(element: CompiledElement): boolean {
  if (element.type !== 'userTask') return false;
  return element.agreement?.step === 'draft' || element.skipWhenSet !== undefined;
}

/** Answers of others, or of another round, are never put into somebody's mouth. */
export function presetsOf(element: CompiledElement, form: Form, variables: Variables, now: Now): Variables {
  const before = goesOnFromBefore(element) ? variables : {};
  const values = form.fields.flatMap(({ key, default: preset }): [string, Json][] => {
    const value = before[key] ?? (preset === undefined ? undefined : madeOf(preset, variables, now));
    return value === undefined || value === null ? [] : [[key, value]];
  });
  return Object.fromEntries(values);
}

function madeOf(preset: Json, variables: Variables, now: Now): Json {
  if (typeof preset !== 'string' || !preset.startsWith('=')) return preset;
  const made = evaluate(preset.slice(1), variables, now);
  return made.ok ? made.value : null;
}
