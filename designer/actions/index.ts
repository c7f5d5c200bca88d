/** Actions on a drawing: pure, so that buttons, keys, menus and tests are the same thing. */
export {
  type Action,
  type ActionId,
  type ActionInput,
  actions,
  type IconName,
  perform,
  pressed,
} from './actions.ts';
export {
  BLOCK_IDS,
  type BlockId,
  type BlockKind,
  blockOf,
  blocks,
  freshVariable,
  newForm,
} from './blocks.ts';
export { closedView, fromClosedView, insideOf, partsAround } from './closed.ts';
export {
  type Allowed,
  type Drawing,
  elementOf,
  flowOf,
  incoming,
  nothingSelected,
  onlyElement,
  onlyFlow,
  outgoing,
  type Point,
  type Selection,
  single,
  singleFlow,
} from './drawing.ts';
export { ALIGNMENTS, type AlignTo, movableOf } from './edits/align.ts';
export { middleStretch, stretchMoved } from './edits/bend.ts';
export { mayPutBetween, mayPutOnBorder } from './edits/between.ts';
export { mayRemoveRole } from './edits/change.ts';
export { type Clip, copied, readClip } from './edits/clipboard.ts';
export { boundsOf, hasChoices, type Place, type Use, usesByForm, usesOf, withType } from './edits/forms.ts';
export { doneBy, mayGive } from './edits/give.ts';
export {
  mayRename,
  mayRenameField,
  mayRenameForm,
  mayRenameLadder,
  mayRenameRung,
} from './edits/rename.ts';
export { mayBecome } from './edits/replace.ts';
export { type Axis, roomAt } from './edits/room.ts';
export {
  type Column as TableColumn,
  isUsed as isTableUsed,
  withCell,
  withColumn,
  withColumnMoved,
  withoutColumn,
  withoutRow,
  withRow,
  withRowFor,
  withRowMoved,
} from './edits/tables.ts';
export {
  absoluteBox,
  type Box,
  boxOf,
  CARD,
  exitAt,
  exitsOf,
  GRID,
  isEvent,
  isGateway,
  middleOf,
  OUTCOME_ROW,
  originOf,
  sizeOf,
} from './geometry.ts';
export { type Guide, guidesFor, type Standing } from './guides.ts';
export { begun, done, type History, redone, settled, undone } from './history.ts';
export { freshElementId, freshFlowId, freshName, freshProcessId } from './ids.ts';
export {
  mayAttach,
  mayConnect,
  mayContain,
  mayEnter,
  mayGoLater,
  mayInsert,
  mayLeave,
  mayRemove,
  openOutcomes,
} from './may.ts';
export { tidied } from './tidy.ts';
export { type Direction, firstElement, neighbour } from './walk.ts';
export { longest, nameSize } from './words-beside.ts';
