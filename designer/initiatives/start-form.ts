/** The form a process begins with, and whether an initiative can be registered by it. Pure. */
import type { Definition, Form } from '../../contract/index.ts';

/** The form of the start event that people begin with. */
export function startFormOf({ elements, forms }: Definition): Form {
  const start = elements.find((one) => one.type === 'startEvent' && one.form !== undefined && !one.parent);
  const id = start?.type === 'startEvent' ? start.form : undefined;
  return forms.find((form) => form.id === id) ?? { id: 'none', name: '', fields: [] };
}

/** It asks who somebody is and how to reach them: only then there is somebody to support. */
export function canRegister(definition: Definition): boolean {
  const keys = startFormOf(definition).fields.map(({ key }) => key);
  return keys.includes('yourName') && keys.includes('contact');
}
