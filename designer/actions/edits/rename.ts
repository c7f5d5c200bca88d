/** Gives what is spoken of by name another name: elements, questions, outcomes, forms, ladders; whatever speaks of it speaks of the new name. */
import { ElementId } from '../../../contract/element-id.ts';
import { type Element, Field, type Ladder } from '../../../contract/index.ts';
import { standardLadders } from '../../../core/chasing/standard-ladders.ts';
import { outcomeVariable } from '../../../core/outcome-variable.ts';
import { type Allowed, type Drawing, no, yes } from '../drawing.ts';
import { withElementId, withOutcomeCompared, withVariable } from '../references.ts';

/** Whether an element may have this id: one that can be written in a file, and that nothing else has. */
export function mayRename({ definition }: Drawing, from: string, to: string): Allowed {
  if (!ElementId.safeParse(to).success)
    return no(
      'Een kenmerk begint met een letter en heeft geen spaties.',
      'An identifier begins with a letter and has no spaces.',
    );
  const others = definition.elements.filter(({ id }) => id !== from);
  const taken =
    others.some(({ id, aliases = [] }) => id === to || aliases.includes(to)) ||
    definition.flows.some(({ id }) => id === to);
  return taken ? no('Iets anders heet al zo.', 'Something else is called that already.') : yes;
}

export function rename(drawing: Drawing, { element: from, to }: { element: string; to: string }): Drawing {
  const { definition, selection } = drawing;
  if (from === to || !definition.elements.some(({ id }) => id === from)) return drawing;
  if (!mayRename(drawing, from, to).ok) return drawing;
  const [old, now] = [outcomeVariable(from), outcomeVariable(to)];
  return {
    definition: withVariable(withElementId(definition, from, to), old, now),
    selection: { ...selection, elements: selection.elements.map((id) => (id === from ? to : id)) },
  };
}

/** Whether a question may have this name in conditions. The same name on another form is the same answer. */
export function mayRenameField(form: { fields: readonly Field[] }, from: string, to: string): Allowed {
  if (!Field.shape.key.safeParse(to).success)
    return no(
      'Alleen letters, cijfers en _, en een letter vooraan.',
      'Letters, digits and _ only, with a letter first.',
    );
  return from !== to && form.fields.some(({ key }) => key === to)
    ? no('Een andere vraag op dit formulier heet al zo.', 'Another question on this form is called that.')
    : yes;
}

/** Other forms that ask the same keep the old name, and then what speaks of it does so too. */
export function renameField(
  drawing: Drawing,
  { form: id, field: from, to }: { form: string; field: string; to: string },
): Drawing {
  const { definition, selection } = drawing;
  const form = definition.forms.find((one) => one.id === id);
  if (!form || from === to || !mayRenameField(form, from, to).ok) return drawing;
  const isAskedElsewhere = definition.forms.some(
    (one) => one.id !== id && one.fields.some(({ key }) => key === from),
  );
  if (!isAskedElsewhere) return { definition: withVariable(definition, from, to), selection };
  const forms = definition.forms.map((one) =>
    one.id === id
      ? { ...one, fields: one.fields.map((field) => (field.key === from ? { ...field, key: to } : field)) }
      : one,
  );
  return { definition: { ...definition, forms }, selection };
}

/** An outcome under another id: the arrows that leave by it, what needs it first, and conditions that compare with it. */
export function renameOutcome(
  { definition, selection }: Drawing,
  { element: id, outcome: from, to }: { element: string; outcome: string; to: string },
): Drawing {
  const task = definition.elements.find((one) => one.id === id);
  const outcomes = task?.type === 'userTask' ? (task.outcomes ?? []) : [];
  if (from === to || outcomes.some((one) => one.id === to) || !outcomes.some((one) => one.id === from))
    return { definition, selection };
  const renamed = {
    ...definition,
    elements: definition.elements.map((one) => {
      const needs = one.needs?.map((need) =>
        need.element === id && need.outcome === from ? { ...need, outcome: to } : need,
      );
      const kept = needs ? { ...one, needs } : one;
      return kept.id === id && kept.type === 'userTask'
        ? {
            ...kept,
            outcomes: outcomes.map((outcome) => (outcome.id === from ? { ...outcome, id: to } : outcome)),
          }
        : kept;
    }),
    flows: definition.flows.map((flow) =>
      flow.from === id && flow.outcome === from ? { ...flow, outcome: to } : flow,
    ),
  };
  return { definition: withOutcomeCompared(renamed, outcomeVariable(id), from, to), selection };
}

const ID = /^[A-Za-z][\w-]*$/;
const noId = no(
  'Alleen letters, cijfers, - en _, en een letter vooraan.',
  'Letters, digits, - and _ only, with a letter first.',
);
const taken = no('Iets anders heet al zo.', 'Something else is called that already.');

export function mayRenameForm({ definition }: Drawing, from: string, to: string): Allowed {
  if (!ID.test(to)) return noId;
  return from !== to && definition.forms.some(({ id }) => id === to) ? taken : yes;
}

/** A form under another id: on the steps that ask it, that confirm with it, and that show it. */
export function renameForm(drawing: Drawing, { form: from, to }: { form: string; to: string }): Drawing {
  const { definition, selection } = drawing;
  if (from === to || !definition.forms.some(({ id }) => id === from)) return drawing;
  if (!mayRenameForm(drawing, from, to).ok) return drawing;
  const now = (id: string) => (id === from ? to : id);
  const elements = definition.elements.map((one): Element => {
    const next = { ...one };
    if ('form' in next && next.form === from) next.form = to;
    if (next.type === 'agreement' && next.confirmForm === from) next.confirmForm = to;
    if (next.type === 'agreement' && next.shows?.includes(from)) next.shows = next.shows.map(now);
    return next;
  });
  const forms = definition.forms.map((one) => ({ ...one, id: now(one.id) }));
  return { definition: { ...definition, elements, forms }, selection };
}

const isStandard = (id: string): boolean => id === 'none' || standardLadders.some((one) => one.id === id);

/** One that stands in for a ladder of the house is what steps get without naming it: that would no longer hold. */
export function mayRenameLadder({ definition }: Drawing, from: string, to: string): Allowed {
  if (!ID.test(to)) return noId;
  if (isStandard(from))
    return no('Deze ladder vervangt die van het huis.', 'This ladder stands in for that of the house.');
  const isTaken = isStandard(to) || definition.ladders.some(({ id }) => id === to);
  return from !== to && isTaken ? taken : yes;
}

/** A ladder under another id: on the steps it chases, and on tasks that a ladder gives. */
export function renameLadder(
  drawing: Drawing,
  { ladder: from, to }: { ladder: string; to: string },
): Drawing {
  const { definition, selection } = drawing;
  if (from === to || !definition.ladders.some(({ id }) => id === from)) return drawing;
  if (!mayRenameLadder(drawing, from, to).ok) return drawing;
  const elements = definition.elements.map((one): Element => {
    const next = { ...one };
    if ('ladder' in next && next.ladder === from) next.ladder = to;
    if (next.type === 'agreement' && next.confirmLadder === from) next.confirmLadder = to;
    return next;
  });
  const ladders = definition.ladders.map(
    (one): Ladder => ({
      ...one,
      id: one.id === from ? to : one.id,
      rungs: one.rungs.map((rung) => ({
        ...rung,
        acts: rung.acts.map((act) =>
          act.act === 'task' && act.ladder === from ? { ...act, ladder: to } : act,
        ),
      })),
    }),
  );
  return { definition: { ...definition, elements, ladders }, selection };
}

/** Names of tasks and messages hold it, so it may be as short as a sign and a number. */
export function mayRenameRung({ rungs }: Ladder, from: string, to: string): Allowed {
  if (!/^[+-]?\w[\w.-]*$/.test(to))
    return no(
      'Letters en cijfers, met + of - vooraan als je dat wilt, zoals +3.',
      'Letters and digits, with + or - first if you like, such as +3.',
    );
  return from !== to && rungs.some(({ id }) => id === to) ? taken : yes;
}

/** A point of a ladder under another id; nothing in the process itself speaks of it. */
export function renameRung(
  { definition, selection }: Drawing,
  { ladder: of, rung: from, to }: { ladder: string; rung: string; to: string },
): Drawing {
  const ladder = definition.ladders.find(({ id }) => id === of);
  if (!ladder || from === to || !mayRenameRung(ladder, from, to).ok) return { definition, selection };
  const rungs = ladder.rungs.map((one) => (one.id === from ? { ...one, id: to } : one));
  const ladders = definition.ladders.map((one) => (one === ladder ? { ...one, rungs } : one));
  return { definition: { ...definition, ladders }, selection };
}
