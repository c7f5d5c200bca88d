// What holds an expression in FEEL, told apart from other texts by this one schema: who renames a variable looks for it.
import { z } from 'zod';

/** Used as it is, and not refined: a refinement is another schema, and would not be found. */
export const Feel = z.string();
