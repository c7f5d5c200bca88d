// Where help begins: the first time somebody sits down with an initiator, agrees something, or another process takes them on.
import type { Element } from '../../contract/index.ts';

export const isHelp = (element: Element): boolean =>
  element.type === 'agreement' ||
  element.type === 'callActivity' ||
  (element.type === 'userTask' && element.meeting !== undefined);
