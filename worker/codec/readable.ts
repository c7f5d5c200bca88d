/** Which payloads need no encryption: empty ones, references by content, and the line that Temporal's screens show. */
import type { Payload } from '@temporalio/common';

export const METADATA = 'encoding';
export const BY_CONTENT = 'binary/by-content';

export function text(bytes: Uint8Array | null | undefined): string {
  return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString() : '';
}

const NONE = new Uint8Array();

/** An absent value comes as nothing, or as an empty list. */
export function dataOf({ data }: Payload): Uint8Array {
  return data?.length ? data : NONE;
}

export function encodingOf(payload: Payload): string {
  return text(payload.metadata?.[METADATA]);
}

/** The answer to the query with which Temporal's screens ask for `setCurrentDetails`; it starts like this and is not kept in history. */
const SCREEN_METADATA = Buffer.from('{"definition":{"type":"');

export function isReadable(payload: Payload): boolean {
  const encoding = encodingOf(payload);
  if (encoding === 'binary/null' || encoding === BY_CONTENT) return true;
  return SCREEN_METADATA.equals(dataOf(payload).subarray(0, SCREEN_METADATA.length));
}
