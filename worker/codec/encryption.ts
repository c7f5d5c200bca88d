/** Encrypts every payload with the key of its initiative: AES-256-GCM, the key's id beside it. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { EncryptionKey, Keys } from './ports.ts';
import { dataOf, encodingOf, isReadable, METADATA, text } from './readable.ts';

const ENCODING = 'binary/encrypted';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Workflows whose key id is remembered; months of workflows must not fill the memory. */
const REMEMBERED = 5_000;

const PayloadProto = proto.temporal.api.common.v1.Payload;

export function encryption({ keyOf, keyById }: Keys): PayloadCodec {
  const keyIds = new Map<string | undefined, string>();

  async function keyFor(workflowId: string | undefined): Promise<EncryptionKey> {
    const keyId = keyIds.get(workflowId);
    if (keyId !== undefined) return keyById(keyId);
    const key = await keyOf(workflowId);
    keyIds.set(workflowId, key.keyId);
    if (keyIds.size > REMEMBERED) keyIds.delete(keyIds.keys().next().value);
    return key;
  }

  return {
    async encode(payloads, context) {
      if (payloads.every(isReadable)) return payloads;
      const key = await keyFor(context?.workflowId);
      return payloads.map((payload) => (isReadable(payload) ? payload : encrypt(payload, key)));
    },
    decode: (payloads) =>
      Promise.all(
        payloads.map(async (payload) =>
          encodingOf(payload) === ENCODING
            ? decrypt(payload, await keyById(text(payload.metadata?.['key-id'])))
            : payload,
        ),
      ),
  };
}

function encrypt(payload: Payload, { keyId, key }: EncryptionKey): Payload {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const plain = PayloadProto.encode(payload).finish();
  const data = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { metadata: { [METADATA]: Buffer.from(ENCODING), 'key-id': Buffer.from(keyId) }, data };
}

function decrypt(payload: Payload, { key }: EncryptionKey): Payload {
  const data = dataOf(payload);
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, IV_BYTES));
  decipher.setAuthTag(data.subarray(data.length - TAG_BYTES));
  const plain = Buffer.concat([
    decipher.update(data.subarray(IV_BYTES, data.length - TAG_BYTES)),
    decipher.final(),
  ]);
  return PayloadProto.decode(plain);
}
