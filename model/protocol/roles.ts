import { z } from 'zod';

/** Who may do what (docs/spec/rights.md). The server enforces this table; the app asks it which controls to offer. */

export const roles = ['owner', 'editor', 'commenter', 'viewer', 'participant'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** What a role can be asked for. Talk is the comments, session a running workshop. */
export const rights = {
  readMap: ['owner', 'editor', 'commenter', 'viewer', 'participant'],
  writeMap: ['owner', 'editor'],
  /** A viewer reads comments only when the link says so: see `mayReadTalk`. */
  readTalk: ['owner', 'editor', 'commenter'],
  comment: ['owner', 'editor', 'commenter'],
  /** Resolve or delete a comment of somebody else. */
  moderateTalk: ['owner', 'editor'],
  readSession: ['owner', 'editor', 'commenter', 'viewer', 'participant'],
  /** Notes, votes, curves and reactions. */
  contributeToSession: ['owner', 'editor', 'commenter', 'participant'],
  /** May hold the facilitator lease. */
  runSession: ['owner', 'editor'],
  changeVersions: ['owner', 'editor'],
  /** Links, members, expiry, deletion, handing over ownership. */
  manageMap: ['owner'],
} as const satisfies Record<string, readonly Role[]>;
export type Right = keyof typeof rights;

export function may(role: Role, right: Right): boolean {
  const allowed: readonly Role[] = rights[right];
  return allowed.includes(role);
}

export function mayReadTalk(role: Role, withComments: boolean): boolean {
  return may(role, 'readTalk') || (role === 'viewer' && withComments);
}

/** The role that allows more: somebody who is a member and also holds a link gets the better of the two. */
export function strongerRole(a: Role | undefined, b: Role | undefined): Role | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return roles.indexOf(a) <= roles.indexOf(b) ? a : b;
}
