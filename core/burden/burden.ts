// What a drawn process asks of people before it helps them, and while it runs: read from the drawing alone.
import type { Definition, Side } from '../../contract/index.ts';
import { isHelp } from '../check/first-help.ts';
import { modelOf } from '../check/model.ts';
import { messagesAt, questionsAt, turnsAt } from './asked.ts';
import { courseOf } from './course.ts';
import { heaviest, type Weighed } from './heaviest.ts';
import { type UntilHelp, untilHelp } from './until-help.ts';

export interface Burden {
  /** Undefined where no way leads to help. */
  untilHelp: UntilHelp | undefined;
  /** Questions that residents are asked before help is given, and those they must answer. */
  questions: Weighed;
  required: Weighed;
  /** Messages to residents on one way from start to end. */
  messages: { onTime: Weighed; atMost: Weighed };
  /** How often it is somebody's turn on one way, for each side that has a turn. */
  turns: { side: Side; weighed: Weighed }[];
}

const SIDES: readonly Side[] = ['initiator', 'us', 'partner', 'volunteer'];

/**
 * Each figure is the most on any way that goes back nowhere: a loop counts once, and so does a task that several people
 * each get. Commitments that people agree on the way, and what only an interruption brings, are not in it.
 */
export function burdenOf(definition: Definition): Burden {
  const model = modelOf(definition);
  const whole = courseOf(model);
  const toHelp = courseOf(model, isHelp);
  /** What help itself asks is no longer before it. */
  const before = (id: string) => {
    const element = model.elements.get(id);
    return element && !isHelp(element) ? element : undefined;
  };
  const on = (id: string) => model.elements.get(id);
  const asked = (kind: 'all' | 'required') => (id: string) => {
    const element = before(id);
    return element ? questionsAt(model, element)[kind] : 0;
  };
  const sent = (kind: 'onTime' | 'atMost') => (id: string) => {
    const element = on(id);
    return element ? messagesAt(model, element)[kind] : 0;
  };
  return {
    untilHelp: untilHelp(model, toHelp),
    questions: heaviest(model, toHelp, asked('all')),
    required: heaviest(model, toHelp, asked('required')),
    messages: {
      onTime: heaviest(model, whole, sent('onTime')),
      atMost: heaviest(model, whole, sent('atMost')),
    },
    turns: SIDES.flatMap((side) => {
      const weighed = heaviest(model, whole, (id) => {
        const element = on(id);
        return element ? turnsAt(model, element, side) : 0;
      });
      return weighed.total > 0 ? [{ side, weighed }] : [];
    }),
  };
}
