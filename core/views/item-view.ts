/** Folds what tasks and commitments have in common: owner, offer, chase, contacts, help asked. */
import type { CommitmentView, Fact, TaskView } from '../../contract/index.ts';
import { foldChase } from './chase-view.ts';

type Item = TaskView | CommitmentView;

/** The item after a fact that names it; other facts leave it alone. */
export function foldItem<T extends Item>(item: T, fact: Fact): T {
  switch (fact.type) {
    case 'item.handedOver':
      return { ...item, owner: fact.to, offered: undefined };
    case 'item.offered':
      return { ...item, offered: { to: fact.to, from: fact.from, due: fact.due } };
    case 'item.declined':
      return { ...item, offered: undefined };
    case 'help.asked':
      return { ...item, helpAskedAt: fact.at };
    case 'contact.logged': {
      const which = fact.outcome === 'reached' ? 'reached' : 'notReached';
      const contacts = { ...item.contacts, [which]: item.contacts[which] + 1, lastAt: fact.at };
      return { ...item, contacts };
    }
    case 'chase.started':
    case 'chase.fired':
    case 'chase.skipped':
    case 'chase.ended':
    case 'chase.rested':
    case 'chase.resumed':
      return { ...item, chase: foldChase(item.chase, fact) };
    default:
      return item;
  }
}
