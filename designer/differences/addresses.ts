/** Addresses of what changed and of versions, so that one can be sent to a colleague. */

/** A version, or the draft. */
export type Which = number | 'draft';

const process = (id: string): string => `/processes/${encodeURIComponent(id)}`;

export const addressOfVersion = (id: string, version: number): string => `${process(id)}/versions/${version}`;
export const addressOfDifference = (id: string, from: Which, to: Which): string =>
  `${process(id)}/compare?from=${from}&to=${to}`;

/** Nothing for what names neither. */
export function whichIn(text: string | null): Which | undefined {
  if (text === 'draft') return 'draft';
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
