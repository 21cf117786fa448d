import { isOpen } from '../access/admission.ts';
import type { StoredLink } from '../access/links.ts';
import { isPassword } from '../access/secrets.ts';
import { TokenBucket } from '../sync/tokenBucket.ts';
import { Refusal } from './refusal.ts';
import type { Services } from './services.ts';

/** Opens a link by its secret and, where it has one, its password; passwords can be tried ten times a minute a link. */
export function openLink({
  links,
  now,
}: Pick<Services, 'links' | 'now'>): (secret: string, password: string | undefined) => Promise<StoredLink> {
  const tries = new Map<string, TokenBucket>();

  return async (secret, password) => {
    const link = await links.bySecret(secret);
    if (link === undefined || link.isRevoked)
      throw new Refusal(
        'throughline:link-unknown',
        'This link is not known here, or it was withdrawn. Check that the whole address was copied, or ask for a new one.',
      );
    if (!isOpen(link, now()))
      throw new Refusal('throughline:link-expired', 'This link has expired. Ask the owner for a new one.');
    if (link.passwordHash !== undefined) await checkPassword(link, link.passwordHash, password);
    await links.used(link.id);
    return link;
  };

  async function checkPassword(link: StoredLink, hash: string, password: string | undefined) {
    if (password === undefined)
      throw new Refusal(
        'throughline:password-needed',
        'This link has a password. Ask whoever sent it to you.',
      );
    const bucket = tries.get(link.id) ?? new TokenBucket(10, 10 / 60, now());
    tries.set(link.id, bucket);
    if (!bucket.take(1, now()))
      throw new Refusal(
        'throughline:too-many-requests',
        'Too many passwords were tried for this link. Wait a minute and try again.',
        { seconds: 60 },
      );
    if (!(await isPassword(password, hash)))
      throw new Refusal('throughline:password-wrong', 'That is not the password of this link. Try again.');
  }
}
