// What people see in their work list and on their page has a name, not an id.
import type { Element } from '../../../contract/index.ts';
import { mistake, type Rule } from '../rule.ts';

export const labelMissing: Rule = {
  id: 'label-missing',
  severity: 'hint',
  *find({ definition }) {
    for (const element of definition.elements) {
      if (!SHOWN.has(element.type) || element.name !== undefined) continue;
      yield mistake(
        element.id,
        `‘${element.id}’ heeft geen naam. Wie het ziet, weet dan niet wat het is.`,
        `‘${element.id}’ has no name. Whoever sees it does not know what it is.`,
      );
    }
  },
};

const SHOWN = new Set<Element['type']>([
  'userTask',
  'agreement',
  'sendTask',
  'manualTask',
  'subProcess',
  'callActivity',
]);
