// Intermediate throw event: raises to a manager, gives work to somebody else, closes agreements, throws an escalation,
// publishes a message or signal, goes on at a link, or undoes what was done; all but the last run through.
import type { ElementOf, Text } from '../../contract/index.ts';
import { closeAgreements } from '../engine/commitments.ts';
import { throwCompensation } from '../engine/compensation.ts';
import { throwFrom } from '../engine/escalations.ts';
import { type Answer, value } from '../engine/expressions.ts';
import { complete, incident } from '../engine/flow.ts';
import { placedName } from '../engine/item-name.ts';
import { placeCommitments } from '../engine/place-commitments.ts';
import { publish } from '../engine/publish.ts';
import { raiseItem } from '../engine/raised.ts';
import type { Work } from '../engine/work.ts';
import type { ElementInstance } from '../state.ts';
import type { Behaviour } from './behaviour.ts';

const words = (text: Text | undefined) => (text === undefined || typeof text === 'string' ? text : text.nl);

export const intermediateThrowEvent: Behaviour<'intermediateThrowEvent'> = {
  waits: true,
  activate(w, inst, element) {
    const { escalation, message, signal, compensation } = element.throws ?? {};
    const done = handsOver(w, inst, element);
    if (!done.ok)
      return incident(w, inst, 'EXPRESSION_ERROR', `${done.message} ('${element.id}')`, {
        kind: 'activate',
        key: inst.key,
      });
    if (escalation !== undefined) {
      const caught = throwFrom(w, inst.scope, 'escalation', escalation);
      w.fact({
        type: 'escalation.thrown',
        code: escalation,
        element: element.id,
        ...(caught === undefined ? {} : { caught }),
      });
      // An interrupting catcher ended the scope this event is in.
      if (!w.active(inst.key)) return;
    }
    const published = publish(w, inst, { message, signal, data: element.data });
    if (!published.ok)
      return incident(w, inst, published.code, `${published.message} ('${element.id}')`, {
        kind: 'activate',
        key: inst.key,
      });
    if (compensation) throwCompensation(w, inst, compensation.activity);
    else complete(w, inst.key);
  },
};

type Throw = ElementOf<'intermediateThrowEvent'>;

/** What it does with what people agreed: closes it, gives it to others, or asks a manager for help with it. */
function handsOver(w: Work, inst: ElementInstance, element: Throw): Answer<undefined> {
  const { raise, handOver, closeAgreements: closing } = element.throws ?? {};
  if (closing) {
    const except = (closing.except ?? []).map((one) => placedName(w, one, inst.scope));
    closeAgreements(w, element.id, except);
  }
  if (handOver !== undefined) {
    const list = value(w, inst.key, handOver);
    const placed = list.ok ? placeCommitments(w, list.value) : list;
    if (!placed.ok) return placed;
  }
  return raise ? raises(w, inst, element, raise) : { ok: true, value: undefined };
}

function raises(
  w: Work,
  inst: ElementInstance,
  element: Throw,
  raise: NonNullable<NonNullable<Throw['throws']>['raise']>,
): Answer<undefined> {
  const text = words(raise.text);
  const common = {
    role: raise.to,
    element: element.id,
    ...(text === undefined ? {} : { text }),
  };
  if (raise.about === undefined) {
    raiseItem(w, { ...common, ...(element.name === undefined ? {} : { name: element.name }) });
    return { ok: true, value: undefined };
  }
  const about = value(w, inst.key, raise.about);
  if (!about.ok) return about;
  if (!Array.isArray(about.value))
    return { ok: false, message: `Expected '${raise.about}' to give a list of commitments` };
  for (const id of about.value) {
    const c = typeof id === 'string' ? w.state.commitments[id] : undefined;
    if (c) raiseItem(w, { ...common, item: c.id, owner: c.owner, name: c.text, seeks: true });
  }
  return { ok: true, value: undefined };
}
