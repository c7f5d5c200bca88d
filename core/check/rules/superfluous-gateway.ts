// A gateway with one way in and one way out decides nothing; one that both joins and splits is hard to read.
import type { Element } from '../../../contract/index.ts';
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const superfluousGateway: Rule = {
  id: 'superfluous-gateway',
  severity: 'hint',
  *find(model) {
    for (const element of model.elements.values()) {
      if (!isGateway(element)) continue;
      const [ins, outs] = [model.incoming(element.id).length, model.outgoing(element.id).length];
      const { nl, en } = named(element);
      if (ins <= 1 && outs === 1)
        yield mistake(
          element.id,
          `${nl} splitst niets en brengt niets samen. Je kunt het weghalen.`,
          `${en} splits nothing and joins nothing. It can be removed.`,
        );
      if (ins > 1 && outs > 1 && element.type !== 'exclusiveGateway')
        yield mistake(
          element.id,
          `${nl} brengt samen en splitst meteen weer. Met twee blokken is dat beter te volgen.`,
          `${en} joins and splits at once. With two gateways that is easier to follow.`,
        );
    }
  },
};

/** A race and a loop have rules of their own. */
const isGateway = (element: Element): boolean =>
  element.type === 'parallelGateway' ||
  element.type === 'inclusiveGateway' ||
  (element.type === 'exclusiveGateway' && !element.loop);
