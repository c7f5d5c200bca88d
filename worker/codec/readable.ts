/** Which payloads need no encryption: empty ones, references by content, and the line that Temporal's screens show. */
import type { Payload } from '@temporalio/common';

export const METADATA = 'encoding';
export const BY_CONTENT = 'binary/by-content';

export function text(bytes: Uint8Array | null | undefined): string {
  return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString() : '';
}

export function encodingOf(payload: Payload): string {
  return text(payload.metadata?.[METADATA]);
}

/** The answer to the query with which Temporal's screens ask for `setCurrentDetails`; it starts like this and is not kept in history. */
const SCREEN_METADATA = Buffer.from('{"definition":{"type":"');

export function isReadable(payload: Payload): boolean {
  const encoding = encodingOf(payload);
  if (encoding === 'binary/null' || encoding === BY_CONTENT) return true;
  const data = payload.data;
  return !!data && SCREEN_METADATA.equals(data.subarray(0, SCREEN_METADATA.length));
}
