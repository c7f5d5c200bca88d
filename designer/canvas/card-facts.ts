/** What the canvas knows of a card beside its words: which block drew it, and which of its outcomes lead nowhere yet. */
import type { Definition, Element, Language } from '../../contract/index.ts';
import { type CardWords, cardWords } from '../../core/picture/card-words.ts';
import { type BlockId, blockOf, openOutcomes } from '../actions/index.ts';

export interface CardFacts extends Omit<CardWords, 'exits'> {
  block: BlockId;
  exits: (CardWords['exits'][number] & { open: boolean })[];
}

export function cardFacts(definition: Definition, element: Element, language: Language): CardFacts {
  const open = new Set(openOutcomes(definition, element));
  const words = cardWords(definition, element, language);
  return {
    ...words,
    block: blockOf(element),
    exits: words.exits.map((exit) => ({ ...exit, open: open.has(exit.id) })),
  };
}
