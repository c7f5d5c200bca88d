// Automatic work that nobody here can do: whoever comes to it would find an incident.
import { closestWord } from '../../closest-word.ts';
import { isFromElsewhere, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const unknownJob: Rule = {
  id: 'unknown-job',
  severity: 'error',
  *find(model) {
    const {
      definition,
      known: { jobs, jobsFollow },
    } = model;
    if (!jobs) return;
    const types = jobs.map(({ type }) => type);
    for (const element of definition.elements) {
      if (element.type !== 'serviceTask' || types.includes(element.job)) continue;
      const { nl, en } = named(element);
      const meant = closestWord(element.job, types);
      yield mistake(
        element.id,
        `${nl} laat ‘${element.job}’ doen, maar dat werk kent het systeem niet. ${meant ? `Bedoel je ‘${meant}’?` : `Kies uit ${types.join(', ')}.`}`,
        `${en} asks for the work ‘${element.job}’, which is not known here. ${meant ? `Did you mean ‘${meant}’?` : `Choose from ${types.join(', ')}.`}`,
        jobsFollow && isFromElsewhere(model) ? 'warning' : undefined,
      );
    }
  },
};
