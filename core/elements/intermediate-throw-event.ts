// Intermediate throw event: raises to a manager, throws an escalation, or publishes a message or signal; then runs through.
import type { Text } from '../../contract/index.ts';
import { throwFrom } from '../engine/escalations.ts';
import { complete } from '../engine/flow.ts';
import { raiseItem } from '../engine/raised.ts';
import type { Behaviour } from './behaviour.ts';

const words = (text: Text | undefined) => (text === undefined || typeof text === 'string' ? text : text.nl);

export const intermediateThrowEvent: Behaviour<'intermediateThrowEvent'> = {
  waits: false,
  activate(w, inst, element) {
    const { raise, escalation, message, signal } = element.throws ?? {};
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
    }
    if (message)
      w.command({
        do: 'publish',
        kind: 'message',
        name: message.name,
        ...(message.key === undefined ? {} : { key: message.key }),
      });
    if (signal !== undefined) {
      w.fact({ type: 'signal.thrown', name: signal });
      w.command({ do: 'publish', kind: 'signal', name: signal });
    }
    complete(w, inst.key);
  },
};
