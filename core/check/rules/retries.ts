// Automatic work sometimes fails for a moment: without another try a person is called at once, with too many nobody is.
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

/** More tries than this keep a failure from people for too long. */
export const MOST_RETRIES = 20;

export const retries: Rule = {
  id: 'retries',
  severity: 'hint',
  *find({ definition }) {
    for (const element of definition.elements) {
      if (element.type !== 'serviceTask') continue;
      const { nl, en } = named(element);
      if (element.retries === 0)
        yield mistake(
          element.id,
          `${nl} wordt niet opnieuw geprobeerd: bij de eerste storing moet iemand ernaar kijken.`,
          `${en} is not tried again: at the first failure somebody has to look at it.`,
        );
      if (element.retries > MOST_RETRIES)
        yield mistake(
          element.id,
          `${nl} wordt ${element.retries} keer opnieuw geprobeerd voordat iemand het hoort. Hoogstens ${MOST_RETRIES} is genoeg.`,
          `${en} is tried again ${element.retries} times before anybody hears of it. At most ${MOST_RETRIES} is enough.`,
        );
    }
  },
};
