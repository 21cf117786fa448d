import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import { emptyMap } from '../../model/map/journeyMap.ts';
import type { CreateLinkAnswer, MapInfo, TicketAnswer } from '../../model/protocol/api.ts';
import type { CreateLinkRequest } from '../../model/protocol/api.ts';
import { writeMap } from '../../model/sharedMap/writeMap.ts';
import { type Config, readConfig } from '../config.ts';
import { type RunningServer, startServer, type Surroundings } from '../startServer.ts';
import { Browser } from './browser.ts';

/** A real server on a port of its own, with a database of its own that goes with it. */
export async function startTestServer(
  flags: readonly string[] = [],
  surroundings: Partial<Surroundings> = {},
): Promise<TestServer> {
  const data = await mkdtemp(join(tmpdir(), 'throughline-'));
  const server = await startServer(testConfig(['--data', data, ...flags]), {
    version: 'test',
    language: 'en',
    appDirectory: join(data, 'no-app'),
    now: () => Date.now(),
    requestsPerMinute: 100_000,
    ...surroundings,
  });
  const address = `http://127.0.0.1:${server.port}`;
  return {
    ...server,
    data,
    address,
    browser: () => new Browser(address),
    stop: async () => {
      await server.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

export interface TestServer extends RunningServer {
  readonly address: string;
  readonly data: string;
  /** Somebody new, without cookies. */
  browser(): Browser;
}

export function testConfig(flags: readonly string[]): Config {
  const config = readConfig(['--port', '0', '--log-level', 'silent', ...flags], {});
  if (!config.ok) throw new Error(`not a configuration: ${JSON.stringify(config.error)}`);
  return config.value;
}

/** The administrator's browser: it opened the printed owner link. */
export async function claimed(server: Pick<TestServer, 'address' | 'claimSecret'>): Promise<Browser> {
  const browser = new Browser(server.address);
  await browser.post('/api/claim', { secret: server.claimSecret, name: 'Ada' });
  return browser;
}

export async function newMap(owner: Browser, title = 'A map'): Promise<MapId> {
  return (await owner.post<MapInfo>('/api/maps', { title })).id;
}

/** The secret of a fresh link. */
export async function newLink(owner: Browser, mapId: MapId, request: CreateLinkRequest): Promise<string> {
  return (await owner.post<CreateLinkAnswer>(`/api/maps/${mapId}/links`, request)).secret;
}

export function ticketFor(
  browser: Browser,
  request: { document?: string; secret?: string; password?: string; name?: string },
): Promise<TicketAnswer> {
  return browser.post<TicketAnswer>('/api/tickets', request);
}

/** An empty map as uploads carry it: the state of its document in base64. */
export function stateOf(title: string): string {
  const doc = new Y.Doc();
  writeMap(doc, emptyMap('map_any' as MapId, 'en', title), () => 0.5);
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}
