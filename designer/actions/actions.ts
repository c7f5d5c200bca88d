/** Every action on a drawing, as data: its words, icon, keys, when it can be done and what it does. Buttons, menus, keys and tests all come from here. */
import type { Bilingual } from '../../core/calendar/index.ts';
import { BLOCK_IDS } from './blocks.ts';
import { type Drawing, elementOf, outgoing, type Selection, single, singleFlow } from './drawing.ts';
import { add, append, insert } from './edits/add.ts';
import { align, distribute, movableOf } from './edits/align.ts';
import { bend, placeLabel } from './edits/bend.ts';
import { putBetween, putOnBorder } from './edits/between.ts';
import {
  attach,
  changeElement,
  changeFlow,
  changeForm,
  changeProcess,
  changeRole,
  removeRole,
} from './edits/change.ts';
import { copied, duplicate, paste } from './edits/clipboard.ts';
import { connect, reconnect } from './edits/connect.ts';
import {
  addField,
  changeField,
  copyField,
  copyForm,
  moveField,
  removeField,
  removeForm,
} from './edits/forms.ts';
import { give, mayGive } from './edits/give.ts';
import { contain, move, place, reattach } from './edits/move.ts';
import { pin } from './edits/pin.ts';
import { remove } from './edits/remove.ts';
import { rename, renameField, renameForm, renameLadder, renameOutcome, renameRung } from './edits/rename.ts';
import { mayBecome, replace } from './edits/replace.ts';
import { makeRoom, roomBefore } from './edits/room.ts';
import { earlier, later, mayGoEarlier } from './edits/swap.ts';
import { addTable, changeTable, removeTable } from './edits/tables.ts';
import { mayAttach, mayGoLater, mayLeave, mayRemove } from './may.ts';

/** Icons by name, so that actions know nothing of pictures. */
export type IconName =
  | 'add'
  | 'append'
  | 'insert'
  | 'connect'
  | 'reconnect'
  | 'move'
  | 'remove'
  | 'copy'
  | 'paste'
  | 'duplicate'
  | 'change'
  | 'attach'
  | 'inside'
  | 'earlier'
  | 'later'
  | 'select'
  | 'replace'
  | 'align'
  | 'room'
  | 'pin'
  | 'give'
  | 'cut';

export interface Action<Input> {
  label: Bilingual;
  icon: IconName;
  /** As `Mod+D`: Mod is Ctrl, on a Mac Command. */
  keys?: readonly string[];
  enabled(drawing: Drawing): boolean;
  perform(drawing: Drawing, input: Input): Drawing;
}

type InputOf<F> = F extends (drawing: Drawing, input: infer I) => Drawing ? I : never;
const always = () => true;
const something = ({ selection }: Drawing) => selection.elements.length > 0;
const act = <Input>(action: Action<Input>): Action<Input> => action;

export const actions = {
  add: act<InputOf<typeof add>>({
    label: { nl: 'Toevoegen', en: 'Add' },
    icon: 'add',
    enabled: always,
    perform: add,
  }),
  append: act<InputOf<typeof append>>({
    label: { nl: 'Volgende toevoegen', en: 'Add what comes next' },
    icon: 'append',
    keys: ['a'],
    enabled: (drawing) => {
      const one = single(drawing);
      return one !== undefined && mayLeave(one).ok;
    },
    perform: append,
  }),
  insert: act<InputOf<typeof insert>>({
    label: { nl: 'Ertussen zetten', en: 'Put in between' },
    icon: 'insert',
    keys: ['a'],
    enabled: (drawing) => singleFlow(drawing) !== undefined,
    perform: insert,
  }),
  connect: act<InputOf<typeof connect>>({
    label: { nl: 'Verbinden met…', en: 'Connect to…' },
    icon: 'connect',
    keys: ['c'],
    enabled: (drawing) => {
      const one = single(drawing);
      return one !== undefined && mayLeave(one).ok;
    },
    perform: connect,
  }),
  reconnect: act<InputOf<typeof reconnect>>({
    label: { nl: 'Ergens anders heen', en: 'Lead elsewhere' },
    icon: 'reconnect',
    keys: ['c'],
    enabled: (drawing) => singleFlow(drawing) !== undefined,
    perform: reconnect,
  }),
  move: act<InputOf<typeof move>>({
    label: { nl: 'Verplaatsen', en: 'Move' },
    icon: 'move',
    enabled: something,
    perform: move,
  }),
  place: act<InputOf<typeof place>>({
    label: { nl: 'Verplaatsen', en: 'Move' },
    icon: 'move',
    enabled: always,
    perform: place,
  }),
  earlier: act<InputOf<typeof earlier>>({
    label: { nl: 'Eerder', en: 'Earlier' },
    icon: 'earlier',
    enabled: (drawing) => {
      const one = single(drawing);
      return one !== undefined && mayGoEarlier(drawing.definition, one.id);
    },
    perform: earlier,
  }),
  later: act<InputOf<typeof later>>({
    label: { nl: 'Later', en: 'Later' },
    icon: 'later',
    enabled: (drawing) => {
      const one = single(drawing);
      return one !== undefined && mayGoLater(drawing.definition, one.id).ok;
    },
    perform: later,
  }),
  contain: act<InputOf<typeof contain>>({
    label: { nl: 'In of uit een deel', en: 'Into or out of a part' },
    icon: 'inside',
    enabled: something,
    perform: contain,
  }),
  reattach: act<InputOf<typeof reattach>>({
    label: { nl: 'Op een andere rand', en: 'On another border' },
    icon: 'attach',
    enabled: (drawing) => single(drawing)?.type === 'boundaryEvent',
    perform: reattach,
  }),
  attach: act<InputOf<typeof attach>>({
    label: { nl: 'Moment op de rand', en: 'Moment on the border' },
    icon: 'attach',
    enabled: (drawing) => mayAttach(single(drawing)).ok,
    perform: attach,
  }),
  putBetween: act<InputOf<typeof putBetween>>({
    label: { nl: 'Ertussen zetten', en: 'Put in between' },
    icon: 'insert',
    enabled: always,
    perform: putBetween,
  }),
  putOnBorder: act<InputOf<typeof putOnBorder>>({
    label: { nl: 'Op de rand zetten', en: 'Put on the border' },
    icon: 'attach',
    enabled: always,
    perform: putOnBorder,
  }),
  replace: act<InputOf<typeof replace>>({
    label: { nl: 'Iets anders maken', en: 'Make it something else' },
    icon: 'replace',
    keys: ['t'],
    enabled: ({ definition, selection }) => {
      const one = single({ definition, selection });
      return one !== undefined && BLOCK_IDS.some((block) => mayBecome(definition, one, block).ok);
    },
    perform: replace,
  }),
  align: act<InputOf<typeof align>>({
    label: { nl: 'In lijn zetten of verdelen', en: 'Line up or spread' },
    icon: 'align',
    keys: ['l'],
    enabled: (drawing) => movableOf(drawing).length > 1,
    perform: align,
  }),
  distribute: act<InputOf<typeof distribute>>({
    label: { nl: 'Gelijk verdelen', en: 'Spread evenly' },
    icon: 'align',
    enabled: (drawing) => movableOf(drawing).length > 2,
    perform: distribute,
  }),
  makeRoom: act<InputOf<typeof makeRoom>>({
    label: { nl: 'Ruimte maken', en: 'Make room' },
    icon: 'room',
    keys: ['r'],
    enabled: always,
    perform: makeRoom,
  }),
  roomBefore: act<InputOf<typeof roomBefore>>({
    label: { nl: 'Ruimte ervoor maken', en: 'Make room before it' },
    icon: 'room',
    enabled: something,
    perform: roomBefore,
  }),
  placeLabel: act<InputOf<typeof placeLabel>>({
    label: { nl: 'Woorden van een pijl verplaatsen', en: 'Move the words of an arrow' },
    icon: 'move',
    enabled: always,
    perform: placeLabel,
  }),
  bend: act<InputOf<typeof bend>>({
    label: { nl: 'Pijl zelf laten lopen', en: 'Let the arrow find its way' },
    icon: 'reconnect',
    keys: ['w'],
    enabled: always,
    perform: bend,
  }),
  pin: act<undefined>({
    label: { nl: 'Vastzetten of losmaken', en: 'Pin or unpin' },
    icon: 'pin',
    keys: ['p'],
    enabled: (drawing) => movableOf(drawing).length > 0,
    perform: pin,
  }),
  give: act<InputOf<typeof give>>({
    label: { nl: 'Aan een andere rol geven', en: 'Give to another role' },
    icon: 'give',
    keys: ['g'],
    enabled: (drawing) => {
      const one = single(drawing);
      return one !== undefined && mayGive(one, '').ok;
    },
    perform: give,
  }),
  remove: act<undefined>({
    label: { nl: 'Verwijderen', en: 'Delete' },
    icon: 'remove',
    keys: ['Delete', 'Backspace'],
    enabled: ({ definition, selection }) =>
      selection.elements.length + selection.flows.length > 0 && mayRemove(definition, selection.elements).ok,
    perform: remove,
  }),
  duplicate: act<undefined>({
    label: { nl: 'Verdubbelen', en: 'Duplicate' },
    icon: 'duplicate',
    keys: ['Mod+D'],
    enabled: (drawing) => copied(drawing) !== undefined,
    perform: duplicate,
  }),
  paste: act<InputOf<typeof paste>>({
    label: { nl: 'Plakken', en: 'Paste' },
    icon: 'paste',
    keys: ['Mod+V'],
    enabled: always,
    perform: paste,
  }),
  changeElement: act<InputOf<typeof changeElement>>({
    label: { nl: 'Aanpassen', en: 'Change' },
    icon: 'change',
    enabled: always,
    perform: changeElement,
  }),
  changeFlow: act<InputOf<typeof changeFlow>>({
    label: { nl: 'Pijl aanpassen', en: 'Change an arrow' },
    icon: 'change',
    enabled: always,
    perform: changeFlow,
  }),
  changeProcess: act<InputOf<typeof changeProcess>>({
    label: { nl: 'Proces aanpassen', en: 'Change the process' },
    icon: 'change',
    enabled: always,
    perform: changeProcess,
  }),
  changeRole: act<InputOf<typeof changeRole>>({
    label: { nl: 'Rol aanpassen', en: 'Change a role' },
    icon: 'change',
    enabled: always,
    perform: changeRole,
  }),
  removeRole: act<InputOf<typeof removeRole>>({
    label: { nl: 'Rol weghalen', en: 'Remove a role' },
    icon: 'remove',
    enabled: always,
    perform: removeRole,
  }),
  changeForm: act<InputOf<typeof changeForm>>({
    label: { nl: 'Formulier aanpassen', en: 'Change a form' },
    icon: 'change',
    enabled: always,
    perform: changeForm,
  }),
  addTable: act<InputOf<typeof addTable>>({
    label: { nl: 'Tabel toevoegen', en: 'Add a table' },
    icon: 'add',
    enabled: always,
    perform: addTable,
  }),
  changeTable: act<InputOf<typeof changeTable>>({
    label: { nl: 'Tabel aanpassen', en: 'Change a table' },
    icon: 'change',
    enabled: always,
    perform: changeTable,
  }),
  removeTable: act<InputOf<typeof removeTable>>({
    label: { nl: 'Tabel weghalen', en: 'Remove a table' },
    icon: 'remove',
    enabled: always,
    perform: removeTable,
  }),
  addField: act<InputOf<typeof addField>>({
    label: { nl: 'Vraag toevoegen', en: 'Add a question' },
    icon: 'add',
    enabled: always,
    perform: addField,
  }),
  changeField: act<InputOf<typeof changeField>>({
    label: { nl: 'Vraag aanpassen', en: 'Change a question' },
    icon: 'change',
    enabled: always,
    perform: changeField,
  }),
  moveField: act<InputOf<typeof moveField>>({
    label: { nl: 'Vraag verplaatsen', en: 'Move a question' },
    icon: 'move',
    enabled: always,
    perform: moveField,
  }),
  copyField: act<InputOf<typeof copyField>>({
    label: { nl: 'Vraag kopiëren', en: 'Copy a question' },
    icon: 'duplicate',
    enabled: always,
    perform: copyField,
  }),
  removeField: act<InputOf<typeof removeField>>({
    label: { nl: 'Vraag weghalen', en: 'Remove a question' },
    icon: 'remove',
    enabled: always,
    perform: removeField,
  }),
  copyForm: act<InputOf<typeof copyForm>>({
    label: { nl: 'Formulier kopiëren', en: 'Copy a form' },
    icon: 'duplicate',
    enabled: always,
    perform: copyForm,
  }),
  rename: act<InputOf<typeof rename>>({
    label: { nl: 'Kenmerk aanpassen', en: 'Change the identifier' },
    icon: 'change',
    enabled: always,
    perform: rename,
  }),
  renameField: act<InputOf<typeof renameField>>({
    label: { nl: 'Naam in voorwaarden aanpassen', en: 'Change the name in conditions' },
    icon: 'change',
    enabled: always,
    perform: renameField,
  }),
  renameOutcome: act<InputOf<typeof renameOutcome>>({
    label: { nl: 'Kenmerk van een uitkomst aanpassen', en: 'Change the identifier of an outcome' },
    icon: 'change',
    enabled: always,
    perform: renameOutcome,
  }),
  renameForm: act<InputOf<typeof renameForm>>({
    label: { nl: 'Kenmerk van een formulier aanpassen', en: 'Change the identifier of a form' },
    icon: 'change',
    enabled: always,
    perform: renameForm,
  }),
  renameLadder: act<InputOf<typeof renameLadder>>({
    label: { nl: 'Kenmerk van een ladder aanpassen', en: 'Change the identifier of a ladder' },
    icon: 'change',
    enabled: always,
    perform: renameLadder,
  }),
  renameRung: act<InputOf<typeof renameRung>>({
    label: {
      nl: 'Kenmerk van een punt op een ladder aanpassen',
      en: 'Change the identifier of a point of a ladder',
    },
    icon: 'change',
    enabled: always,
    perform: renameRung,
  }),
  removeForm: act<InputOf<typeof removeForm>>({
    label: { nl: 'Formulier weghalen', en: 'Remove a form' },
    icon: 'remove',
    enabled: always,
    perform: removeForm,
  }),
  select: act<Selection>({
    label: { nl: 'Kiezen', en: 'Select' },
    icon: 'select',
    enabled: always,
    perform: ({ definition }, { elements, flows }) => ({
      definition,
      selection: {
        elements: elements.filter((id) => elementOf(definition, id)),
        flows: flows.filter((id) => definition.flows.some((flow) => flow.id === id)),
      },
    }),
  }),
  selectAll: act<undefined>({
    label: { nl: 'Alles kiezen', en: 'Select all' },
    icon: 'select',
    keys: ['Mod+A'],
    enabled: always,
    perform: ({ definition }) => ({
      definition,
      selection: {
        elements: definition.elements.filter(({ parent }) => parent === undefined).map(({ id }) => id),
        flows: [],
      },
    }),
  }),
};

export type ActionId = keyof typeof actions;
export type ActionInput<Id extends ActionId> = (typeof actions)[Id] extends Action<infer I> ? I : never;

/** Whether keys that were pressed are those of an action. */
export function pressed(
  id: ActionId,
  { key, ctrlKey, metaKey }: { key: string; ctrlKey: boolean; metaKey: boolean },
): boolean {
  const mod = ctrlKey || metaKey;
  return (actions[id].keys ?? []).some((keys) =>
    keys.startsWith('Mod+')
      ? mod && keys.slice(4).toLowerCase() === key.toLowerCase()
      : !mod && keys.toLowerCase() === key.toLowerCase(),
  );
}

/** Performs an action by name. What cannot be done leaves the drawing as it is. */
export function perform<Id extends ActionId>(drawing: Drawing, id: Id, input: ActionInput<Id>): Drawing {
  const action = actions[id] as Action<ActionInput<Id>>;
  return action.enabled(drawing) ? action.perform(drawing, input) : drawing;
}

/** The exits of an element in the order they are drawn, with where they lead. */
export function exits({ definition }: Drawing, id: string) {
  return outgoing(definition, id).map((flow) => ({ flow, to: elementOf(definition, flow.to) }));
}
