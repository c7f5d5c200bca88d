// A ladder that an element or a rung names must be one of the four standard ones or the definition's own.
import { closestWord } from '../../closest-word.ts';
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const unknownLadder: Rule = {
  id: 'unknown-ladder',
  severity: 'error',
  *find({ definition, ladders }) {
    const known = [...ladders.keys(), 'none'];
    const hint = (ladder: string) => closestWord(ladder, known);
    for (const element of definition.elements) {
      if (element.type !== 'userTask' && element.type !== 'agreement') continue;
      const used = [element.ladder, element.type === 'agreement' ? element.confirmLadder : undefined];
      for (const ladder of used) {
        if (ladder === undefined || known.includes(ladder)) continue;
        const { nl, en } = named(element);
        yield mistake(
          element.id,
          `${nl} gebruikt de ladder ‘${ladder}’, maar die is er niet. ${hint(ladder) ? `Bedoel je ${hint(ladder)}?` : `Kies uit ${known.join(', ')}.`}`,
          `${en} uses the ladder ‘${ladder}’, but there is none. ${hint(ladder) ? `Did you mean ${hint(ladder)}?` : `Choose one of ${known.join(', ')}.`}`,
        );
      }
    }
    for (const { id, rungs } of definition.ladders)
      for (const act of rungs.flatMap(({ acts }) => acts))
        if (act.act === 'task' && act.ladder !== undefined && !known.includes(act.ladder))
          yield mistake(
            'definition',
            `Ladder ‘${id}’ maakt een taak met de ladder ‘${act.ladder}’, maar die is er niet.`,
            `Ladder ‘${id}’ makes a task with the ladder ‘${act.ladder}’, but there is none.`,
          );
  },
};
