/** Forms: reading what people filled in, with the same rules everywhere. */
export { formOfTask } from './form-of-task.ts';
export type { Problem } from './problem.ts';
export { type FormResult, validateForm } from './validate-form.ts';
export { visibleFields } from './visible-fields.ts';
