import type { Database } from '../storage/database.ts';

/** Who changed access to what, and when. Secrets never stand in it. */
export interface Audit {
  record(personId: string, action: AuditAction, target: string, detail?: string): Promise<void>;
}

export type AuditAction =
  | 'map.created'
  | 'map.moved'
  | 'map.trashed'
  | 'map.untrashed'
  | 'map.deleted'
  | 'map.ownershipTaken'
  | 'map.contentReplaced'
  | 'link.created'
  | 'link.changed'
  | 'link.revoked'
  | 'member.set'
  | 'member.removed'
  | 'workspace.created'
  | 'workspace.joined'
  | 'session.leaseTaken'
  | 'session.codesMade';

export function audit(database: Database, now: () => number): Audit {
  return {
    record: async (personId, action, target, detail = '') => {
      await database.run(
        'INSERT INTO audit (at, person, action, target, detail) VALUES ($1, $2, $3, $4, $5)',
        [now(), personId, action, target, detail],
      );
    },
  };
}
