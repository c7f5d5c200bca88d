// Ids of elements and processes: what XML allows as a name (XML 1.0 §2.3, without colons), so that any BPMN file keeps its own.
import { z } from 'zod';

const START =
  'A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD';
const MORE = '0-9.\\u00B7\\u0300-\\u036F\\u203F\\u2040-';

export const ProcessId = z
  .string()
  .regex(
    new RegExp(`^[${START}][${START}${MORE}]*$`),
    'expected a letter, then letters, digits, dots, dashes',
  );

/** Plus signs stand in the ids of tasks that rungs make. */
export const ElementId = z
  .string()
  .regex(
    new RegExp(`^[${START}][${START}+${MORE}]*$`),
    'expected a letter, then letters, digits, dots, dashes',
  );
