/** The words of a drawing, from core: what is said on cards is said the same in running text. */
export {
  ladderOf,
  laddersOf,
  longTerm,
  nameOf,
  peopleOf,
  roleName,
  rolesOf,
  said,
  saidCondition,
  saidTriggers,
  shortTerm,
  sideOf,
  titleOf,
  unitWord,
  variableName,
} from '../../core/prose/say.ts';
