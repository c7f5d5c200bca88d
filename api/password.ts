/** Passwords: argon2id, compared in the same time whether or not there is an account. */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

/** Argon2id, 19 MiB, two passes: OWASP's first choice. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

let nobodys: Promise<string> | undefined;

/** Without a hash the same work is done, and the answer is no. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(32).toString('base64url'));
  const right = await verify(passwordHash ?? (await nobodys), password.normalize('NFC'));
  return right && passwordHash !== undefined;
}

// Without letters and digits that are mistaken for each other.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** One that can be read out and typed: five groups of four, 99 bits. */
export function freshPassword(): string {
  const letters: string[] = [];
  while (letters.length < 20)
    for (const byte of randomBytes(32))
      if (byte < LETTERS.length * 8 && letters.length < 20)
        letters.push(LETTERS[byte % LETTERS.length] as string);
  return [0, 4, 8, 12, 16].map((from) => letters.slice(from, from + 4).join('')).join('-');
}
