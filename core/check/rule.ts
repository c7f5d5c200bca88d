// What a rule is: one thing that can be wrong with a definition, found and said in plain words.
import type { Finding } from '../../contract/index.ts';
import type { Bilingual } from '../calendar/index.ts';
import type { Model } from './model.ts';

/** One place where a rule is broken. `element` is an element or flow id, `form:<id>.<key>`, `text:<key>`, or `definition`. */
export interface Mistake {
  element: string;
  message: Bilingual;
  /** Where it weighs otherwise than the rule usually does. */
  severity?: Finding['severity'];
}

/** `error` blocks publishing. The id is stable, and names the page `docs/rules/<id>.md`. */
export interface Rule {
  id: string;
  severity: Finding['severity'];
  find(model: Model): Iterable<Mistake>;
}

/** A mistake in two languages. */
export function mistake(element: string, nl: string, en: string, severity?: Finding['severity']): Mistake {
  return { element, message: { nl, en }, ...(severity ? { severity } : {}) };
}
