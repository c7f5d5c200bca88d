// Which fields a form shows for what was filled in so far: the same condition that decides whether they are asked.
import type { Field, Form } from '../../contract/index.ts';
import { holds, type Now } from '../feel/index.ts';
import type { Variables } from '../state.ts';

/** A field whose condition cannot be worked out is shown: validating says what is wrong with it. */
export function visibleFields(
  form: Form,
  data: Variables,
  variables: Variables,
  now: Now,
  outcome?: string,
): Field[] {
  const scope: Variables = { ...variables, outcome: outcome ?? null };
  for (const { key } of form.fields) scope[key] = null;
  return form.fields.filter((field) => {
    const answer = field.visibleIf === undefined ? undefined : holds(field.visibleIf, scope, now);
    const isShown = answer === undefined || !answer.ok || answer.holds;
    // What is not asked does not count in the conditions of what follows.
    if (isShown) scope[field.key] = data[field.key] ?? null;
    return isShown;
  });
}
