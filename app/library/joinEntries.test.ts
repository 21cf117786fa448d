import { expect, it } from 'vitest';
import type { MapId } from '../../model/map/ids.ts';
import type { MapInfo } from '../../model/protocol/api.ts';
import type { LocalMap } from '../session/deviceDatabase.ts';
import { joinEntries } from './useLibrary.ts';

const id = (name: string) => `map_${name}` as MapId;

const local = (name: string, fields: Partial<LocalMap> = {}): LocalMap => ({
  id: id(name),
  title: name,
  kind: 'journey',
  language: 'en',
  createdAt: 0,
  changedAt: 10,
  onServer: false,
  role: 'owner',
  ...fields,
});

const remote = (name: string, fields: Partial<MapInfo> = {}): MapInfo => ({
  id: id(name),
  title: name,
  language: 'en',
  role: 'editor',
  workspaceId: 'workspace_a',
  epoch: 1,
  sequence: 1,
  createdAt: 0,
  changedAt: 20,
  deletedAt: null,
  ...fields,
});

it('[U6] joins the maps of device and server, newest change first', () => {
  const entries = joinEntries(
    [local('a', { changedAt: 5 }), local('b', { changedAt: 30 })],
    [remote('a'), remote('c', { changedAt: 40 })],
    new Set(),
  );
  expect(entries.map((entry) => entry.title)).toEqual(['c', 'b', 'a']);
  expect(entries[2]).toMatchObject({ onDevice: true, onServer: true, role: 'editor', changedAt: 20 });
  expect(entries[0]).toMatchObject({ onDevice: false, onServer: true, summary: undefined });
  expect(entries[1]).toMatchObject({ onDevice: true, onServer: false, unsynced: false });
});

it('[U6] edits wait only for a map that has a server to go to', () => {
  const waiting = new Set([id('a'), id('b')]);
  const [a, b] = joinEntries([local('a', { onServer: true }), local('b')], [], waiting);
  expect([a?.unsynced, b?.unsynced]).toEqual([true, false]);
});

it('[U6] what lies in the trash of this device is not shown, also when the server has it', () => {
  expect(joinEntries([local('a', { deletedAt: 7 })], [remote('a')], new Set())).toEqual([]);
});
