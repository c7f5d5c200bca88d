/** Addresses of what changed and of versions, so that one can be sent to a colleague. */

/** A version, the draft, or what somebody asked to put into use. */
export type Which = number | 'draft' | `request-${number}`;

const process = (id: string): string => `/processes/${encodeURIComponent(id)}`;

export const addressOfVersion = (id: string, version: number): string => `${process(id)}/versions/${version}`;
export const addressOfDifference = (id: string, from: Which, to: Which): string =>
  `${process(id)}/compare?from=${from}&to=${to}`;

/** Number of a request. */
export const requestIn = (which: Which | undefined): number | undefined =>
  typeof which === 'string' && which !== 'draft' ? Number(which.slice('request-'.length)) : undefined;

/** Nothing for what names none of them. */
export function whichIn(text: string | null): Which | undefined {
  if (text === 'draft') return 'draft';
  if (text !== null && /^request-[1-9]\d{0,8}$/.test(text)) return text as `request-${number}`;
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
