/** What the payload codec needs from the store: keys of initiatives and blobs by content. */

/** An AES-256 key; its id travels with every payload it encrypted. */
export interface EncryptionKey {
  keyId: string;
  /** 32 bytes. */
  key: Uint8Array;
}

export interface Keys {
  /**
   * The key under which payloads of a workflow are encrypted: of the initiative of an instance, of the organisation for
   * anything else. Without a workflow (arguments of a schedule) the installation's own. Asked before the workflow starts,
   * and once per workflow and process.
   */
  keyOf(workflowId: string | undefined): Promise<EncryptionKey>;
  /** The key with this id. Throws when it was destroyed. Asked for every payload: answer from memory where possible. */
  keyById(keyId: string): Promise<EncryptionKey>;
}

export interface Blobs {
  /** The JSON value whose `contentHash` this is. */
  get(hash: string): Promise<unknown>;
  /** Keeps a value under its hash; a value that is there already is left alone. */
  put(hash: string, value: unknown): Promise<void>;
}

export interface CodecPorts {
  keys: Keys;
  blobs: Blobs;
}
