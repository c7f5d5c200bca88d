// Intermediate throw event: raises to a manager, throws an escalation, publishes a message or signal, goes on at a link, or
// undoes what was done; all but the last run through.
import type { Text } from '../../contract/index.ts';
import { throwCompensation } from '../engine/compensation.ts';
import { throwFrom } from '../engine/escalations.ts';
import { complete, incident } from '../engine/flow.ts';
import { publish } from '../engine/publish.ts';
import { raiseItem } from '../engine/raised.ts';
import type { Behaviour } from './behaviour.ts';

const words = (text: Text | undefined) => (text === undefined || typeof text === 'string' ? text : text.nl);

export const intermediateThrowEvent: Behaviour<'intermediateThrowEvent'> = {
  waits: true,
  activate(w, inst, element) {
    const { raise, escalation, message, signal, compensation } = element.throws ?? {};
    if (raise) {
      const text = words(raise.text);
      raiseItem(w, {
        role: raise.to,
        element: element.id,
        ...(element.name === undefined ? {} : { name: element.name }),
        ...(text === undefined ? {} : { text }),
      });
    }
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
      return incident(w, inst, 'EXPRESSION_ERROR', `${published.message} ('${element.id}')`, {
        kind: 'activate',
        key: inst.key,
      });
    if (compensation) throwCompensation(w, inst, compensation.activity);
    else complete(w, inst.key);
  },
};
