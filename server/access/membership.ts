import type { MapId } from '../../model/map/ids.ts';
import type { MemberInfo, WorkspaceInfo } from '../../model/protocol/api.ts';
import { type Role, strongerRole } from '../../model/protocol/roles.ts';
import { type Database, row } from '../storage/database.ts';
import { newServerId } from './secrets.ts';

/** Who belongs to which map and workspace. A member of a workspace has its role on every map there. */
export interface Membership {
  isPerson(personId: string): Promise<boolean>;
  roleOnMap(personId: string, mapId: MapId): Promise<Role | undefined>;
  roleInWorkspace(personId: string, workspaceId: string): Promise<Role | undefined>;
  setMapMember(mapId: MapId, personId: string, role: Role): Promise<void>;
  removeMapMember(mapId: MapId, personId: string): Promise<boolean>;
  mapMembers(mapId: MapId): Promise<MemberInfo[]>;
  createWorkspace(name: string, ownerId: string | undefined): Promise<string>;
  renameWorkspace(workspaceId: string, name: string): Promise<void>;
  setWorkspaceMember(workspaceId: string, personId: string, role: Role): Promise<void>;
  removeWorkspaceMember(workspaceId: string, personId: string): Promise<boolean>;
  workspaceMembers(workspaceId: string): Promise<MemberInfo[]>;
  workspacesOf(personId: string): Promise<WorkspaceInfo[]>;
  /** Whoever has no role in the workspace of the first start gets this one. */
  welcomeHome(personId: string, role: Role): Promise<void>;
  /** The workspace of the first start becomes this person's, too. */
  takeHome(personId: string): Promise<void>;
}

export function membership(database: Database, now: () => number): Membership {
  const members = (table: 'map_members' | 'workspace_members', target: 'map' | 'workspace') => ({
    role: async (targetId: string, personId: string) =>
      (
        await row<{ role: Role }>(
          database,
          `SELECT role FROM ${table} WHERE ${target} = $1 AND person = $2`,
          [targetId, personId],
        )
      )?.role,
    set: async (targetId: string, personId: string, role: Role) => {
      await database.run(
        `INSERT INTO ${table} (${target}, person, role, since) VALUES ($1, $2, $3, $4)
         ON CONFLICT (${target}, person) DO UPDATE SET role = excluded.role`,
        [targetId, personId, role, now()],
      );
    },
    remove: async (targetId: string, personId: string) =>
      (await database.run(`DELETE FROM ${table} WHERE ${target} = $1 AND person = $2`, [
        targetId,
        personId,
      ])) > 0,
    list: (targetId: string) =>
      database.rows<MemberInfo>(
        `SELECT m.person AS "personId", persons.name, m.role, m.since FROM ${table} m
         JOIN persons ON persons.id = m.person WHERE m.${target} = $1 ORDER BY m.since, m.person`,
        [targetId],
      ),
  });
  const ofMaps = members('map_members', 'map');
  const ofWorkspaces = members('workspace_members', 'workspace');
  const findHome = () =>
    row<{ id: string }>(database, 'SELECT id FROM workspaces ORDER BY created_at, id LIMIT 1');

  return {
    isPerson: async (personId) =>
      (await row(database, 'SELECT id FROM persons WHERE id = $1', [personId])) !== undefined,
    roleOnMap: async (personId, mapId) => {
      const found = await database.rows<{ role: Role }>(
        `SELECT role FROM map_members WHERE map = $1 AND person = $2
         UNION ALL
         SELECT w.role FROM workspace_members w JOIN maps ON maps.workspace = w.workspace
         WHERE maps.id = $1 AND w.person = $2
         UNION ALL
         SELECT 'participant' AS role FROM participants WHERE map = $1 AND person = $2`,
        [mapId, personId],
      );
      return found.map((each) => each.role).reduce<Role | undefined>(strongerRole, undefined);
    },
    roleInWorkspace: (personId, workspaceId) => ofWorkspaces.role(workspaceId, personId),
    setMapMember: ofMaps.set,
    removeMapMember: ofMaps.remove,
    mapMembers: ofMaps.list,
    createWorkspace: async (name, ownerId) => {
      const id = newServerId('workspace');
      await database.run('INSERT INTO workspaces (id, name, created_at) VALUES ($1, $2, $3)', [
        id,
        name,
        now(),
      ]);
      if (ownerId !== undefined) await ofWorkspaces.set(id, ownerId, 'owner');
      return id;
    },
    renameWorkspace: async (workspaceId, name) => {
      await database.run('UPDATE workspaces SET name = $1 WHERE id = $2', [name, workspaceId]);
    },
    setWorkspaceMember: ofWorkspaces.set,
    removeWorkspaceMember: ofWorkspaces.remove,
    workspaceMembers: ofWorkspaces.list,
    workspacesOf: (personId) =>
      database.rows<WorkspaceInfo>(
        `SELECT w.id, w.name, m.role,
           CAST((SELECT count(*) FROM workspace_members x WHERE x.workspace = w.id) AS INTEGER) AS members,
           CAST((SELECT count(*) FROM maps WHERE maps.workspace = w.id AND maps.deleted_at IS NULL) AS INTEGER) AS maps
         FROM workspaces w JOIN workspace_members m ON m.workspace = w.id
         WHERE m.person = $1 ORDER BY w.created_at, w.id`,
        [personId],
      ),
    welcomeHome: async (personId, role) => {
      const home = await findHome();
      if (home !== undefined && (await ofWorkspaces.role(home.id, personId)) === undefined)
        await ofWorkspaces.set(home.id, personId, role);
    },
    takeHome: async (personId) => {
      const home = await findHome();
      if (home !== undefined) await ofWorkspaces.set(home.id, personId, 'owner');
    },
  };
}
