import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Secrets are made here, shown once, and kept only as hashes. */

/** 128 bits, 22 letters that need no escaping in an address. */
export function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** Random secrets need no slow hash: nobody can try 2^128 of them. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** `person_4k2...`: 16 letters and digits. */
export function newServerId(prefix: string): string {
  const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
  let tail = '';
  // Bytes over 251 are skipped, so that every letter is equally likely.
  while (tail.length < 16)
    for (const byte of randomBytes(24)) if (byte < 252 && tail.length < 16) tail += letters.charAt(byte % 36);
  return `${prefix}_${tail}`;
}

/** Passwords are chosen by people, so they are hashed slowly (scrypt, 16 MiB). */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64url')}$${(await derive(password, salt)).toString('base64url')}`;
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64url');
  const found = await derive(password, Buffer.from(salt, 'base64url'));
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, 32, { N: 16_384, r: 8, p: 1 }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    ),
  );
}
