// “Ruimte” means both a place to meet and latitude: the bare word is never used (glossary).
import { both } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

export const bareRuimte: Rule = {
  id: 'bare-ruimte',
  severity: 'hint',
  *find(model) {
    for (const { element, text } of textsOf(model)) {
      if (!/(?<!vrije )(?<![\p{L}-])ruimtes?(?![\p{L}-])/iu.test(both(text).nl)) continue;
      yield mistake(
        element,
        'Het losse woord “ruimte” kan van alles betekenen. Schrijf “ontmoetingsplek” of “vrije ruimte”.',
        'The bare Dutch word “ruimte” may mean several things. Write “ontmoetingsplek” or “vrije ruimte”.',
      );
    }
  },
};
