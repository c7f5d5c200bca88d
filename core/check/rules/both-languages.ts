// What people read is there in Dutch and in English.
import { mistake, type Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

export const bothLanguages: Rule = {
  id: 'both-languages',
  severity: 'warning',
  *find(model) {
    const told = new Set<string>();
    for (const { element, text, toInitiator } of textsOf(model)) {
      if (told.has(element)) continue;
      const words = typeof text === 'string' ? text : `${text.nl || text.en}`;
      const missing =
        typeof text === 'string'
          ? { nl: 'één van beide talen', en: 'one of the two languages' }
          : !text.nl.trim()
            ? { nl: 'het Nederlands', en: 'Dutch' }
            : !text.en.trim()
              ? { nl: 'het Engels', en: 'English' }
              : undefined;
      // A number, a code or a single sign is the same everywhere.
      if (!missing || (typeof text === 'string' && !/\p{L}{2}/u.test(text))) continue;
      told.add(element);
      yield mistake(
        element,
        `Bij “${shortened(words)}” ontbreekt ${missing.nl}.`,
        `“${shortened(words)}” lacks ${missing.en}.`,
        toInitiator ? 'warning' : 'hint',
      );
    }
  },
};

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
