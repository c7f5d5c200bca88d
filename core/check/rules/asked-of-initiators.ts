// Extra rules do not help: what a process asks of initiators on one way through it is counted (P26).
import { nextInStory } from '../graph.ts';
import { isTheirTurn, type Model } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

/** Most turns and most required questions of an initiator on one way from start to end, going round nowhere. */
export const MOST_TURNS = 15;
export const MOST_REQUIRED = 40;

export const askedOfInitiators: Rule = {
  id: 'asked-of-initiators',
  severity: 'warning',
  *find(model) {
    const { turns, questions } = mostAsked(model);
    if (turns > MOST_TURNS)
      yield mistake(
        'definition',
        `Op één weg door dit proces is de initiatiefnemer ${turns} keer aan de beurt. Houd het op hoogstens ${MOST_TURNS}.`,
        `On one way through this process it is the initiator's turn ${turns} times. Keep it to at most ${MOST_TURNS}.`,
      );
    if (questions > MOST_REQUIRED)
      yield mistake(
        'definition',
        `Op één weg door dit proces moet de initiatiefnemer ${questions} vragen beantwoorden. Houd het op hoogstens ${MOST_REQUIRED}.`,
        `On one way through this process the initiator must answer ${questions} questions. Keep it to at most ${MOST_REQUIRED}.`,
      );
    const asks = turns > 0 || questions > 0;
    if (asks && !model.definition.roles.some(({ side }) => side === 'us'))
      yield mistake(
        'definition',
        'Dit proces vraagt iets van initiatiefnemers, maar noemt niemand die zij kunnen bellen. Voeg een rol van jullie kant toe.',
        'This process asks something of initiators, but names nobody they can call. Add a role on your own side.',
      );
  },
};

interface Asked {
  turns: number;
  questions: number;
}

/** The most of either on any way; each is counted by itself. */
function mostAsked(model: Model): Asked {
  const known = new Map<string, Asked>();
  const open = new Set<string>();
  const from = (id: string): Asked => {
    const before = known.get(id);
    if (before) return before;
    if (open.has(id)) return { turns: 0, questions: 0 };
    open.add(id);
    const after = nextInStory(model, id).map(from);
    open.delete(id);
    const own = askedAt(model, id);
    const asked = {
      turns: own.turns + Math.max(0, ...after.map(({ turns }) => turns)),
      questions: own.questions + Math.max(0, ...after.map(({ questions }) => questions)),
    };
    known.set(id, asked);
    return asked;
  };
  const all = model
    .children('')
    .filter(({ type }) => type === 'startEvent')
    .map(({ id }) => from(id));
  return {
    turns: Math.max(0, ...all.map(({ turns }) => turns)),
    questions: Math.max(0, ...all.map(({ questions }) => questions)),
  };
}

function askedAt(model: Model, id: string): Asked {
  const element = model.elements.get(id);
  const theirs = (roles: string[]) => roles.some((role) => model.sideOf(role) === 'initiator');
  const required = (form: string | undefined) =>
    model.forms.get(form ?? '')?.fields.filter((field) => field.required).length ?? 0;
  if (element?.type === 'startEvent' && element.form && theirs(element.by ?? ['initiator']))
    return { turns: 1, questions: required(element.form) };
  if (element?.type === 'agreement' && theirs(element.confirmRoles))
    return { turns: 1, questions: required(element.confirmForm) };
  if (element?.type === 'userTask' && isTheirTurn(model, element))
    return { turns: 1, questions: required(element.form) };
  return { turns: 0, questions: 0 };
}
