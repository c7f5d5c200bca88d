// Automatic work gets what it needs, under the names it knows; what else it is given it refuses.
import type { ElementOf } from '../../../contract/index.ts';
import { closestWord } from '../../closest-word.ts';
import type { KnownJob } from '../model.ts';
import { named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

export const jobInput: Rule = {
  id: 'job-input',
  severity: 'warning',
  *find({ definition, known: { jobs = [] } }) {
    for (const element of definition.elements) {
      if (element.type !== 'serviceTask') continue;
      const job = jobs.find(({ type }) => type === element.job);
      if (job) yield* ofTask(element, job);
    }
  },
};

function* ofTask(element: ElementOf<'serviceTask'>, { input }: KnownJob): Generator<Mistake> {
  const given = Object.keys(element.input ?? {});
  const { required, names, takesOthers } = askedBy(input);
  const { nl, en } = named(element);
  for (const name of required)
    if (!given.includes(name))
      yield mistake(
        element.id,
        `${nl} heeft ‘${name}’ nodig om te kunnen werken. Geef het een waarde bij de invoer.`,
        `${en} needs ‘${name}’ to do its work. Give it a value under the input.`,
      );
  for (const name of takesOthers ? [] : given)
    if (!names.includes(name)) {
      const meant = closestWord(name, names);
      yield mistake(
        element.id,
        `${nl} krijgt ‘${name}’, maar kan daar niets mee. ${meant ? `Bedoel je ‘${meant}’?` : 'Haal het weg.'}`,
        `${en} is given ‘${name}’, which it has no use for. ${meant ? `Did you mean ‘${meant}’?` : 'Remove it.'}`,
      );
    }
}

/** What a JSON schema of an object asks; nothing is read into one of another shape. */
function askedBy(schema: KnownJob['input']): { required: string[]; names: string[]; takesOthers: boolean } {
  const { required, properties, additionalProperties } = schema;
  return {
    required: Array.isArray(required) ? required.filter((one) => typeof one === 'string') : [],
    names: typeof properties === 'object' && properties !== null ? Object.keys(properties) : [],
    takesOthers: additionalProperties !== false,
  };
}
