import { pino } from 'pino';
import type { Language } from '../model/map/language.ts';
import type { DocumentFormat } from '../model/sharedMap/migrateDocument.ts';
import { admission } from './access/admission.ts';
import { audit } from './access/audit.ts';
import { links } from './access/links.ts';
import { membership } from './access/membership.ts';
import { people, signingKey } from './access/people.ts';
import { ticketSigner } from './access/ticketSigner.ts';
import { localBus } from './bus/localBus.ts';
import { redisBus } from './bus/redisBus.ts';
import type { Config } from './config.ts';
import { httpServer } from './http/httpServer.ts';
import { origins } from './http/origins.ts';
import type { Services } from './http/services.ts';
import { visitors } from './http/visitor.ts';
import { seedHome } from './seedHome.ts';
import { mapSearch } from './search/mapSearch.ts';
import { mapDescriber } from './storage/describeMap.ts';
import { joinCodes } from './session/joinCodes.ts';
import { leases } from './session/leases.ts';
import type { Database } from './storage/database.ts';
import { documentStore } from './storage/documentStore.ts';
import { mapMigrator } from './storage/migrateMap.ts';
import { mapStore } from './storage/mapStore.ts';
import { migrate } from './storage/migrations.ts';
import { openDatabase } from './storage/openDatabase.ts';
import { pictureStore } from './storage/pictureStore.ts';
import { versionStore } from './storage/versionStore.ts';
import { metrics } from './metrics.ts';
import { Rooms } from './sync/rooms.ts';
import { openSocketDoor } from './sync/socketDoor.ts';

/** Puts the server together and lets it listen. */
export async function startServer(config: Config, surroundings: Surroundings): Promise<RunningServer> {
  const { now } = surroundings;
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const database = await openDatabase(config);
  await migrate(database);

  const bus =
    config.redisUrl === undefined
      ? localBus()
      : await redisBus(config.redisUrl, config.databaseSchema, (error) =>
          log.warn({ error }, 'Redis is away'),
        );
  const isSecure = config.publicUrls.length > 0 && config.publicUrls.every((url) => url.startsWith('https:'));
  const persons = people(database, now);
  const members = membership(database, now);
  const allLinks = links(database, now);
  const maps = mapStore(database, now);
  const versions = versionStore(database, now);
  const pictures = pictureStore(database, now, limits.pictureBytesPerMap);
  const search = mapSearch(database);
  const admits = admission(maps, allLinks, members, now);
  const signer = ticketSigner(await signingKey(database));
  const own = origins(config.publicUrls);
  const counts = metrics({
    openDocuments: () => rooms.openDocuments,
    connections: () => rooms.connectionCount,
  });
  const rooms: Rooms = new Rooms({
    documents: documentStore(database),
    bus,
    idleMs: surroundings.idleMs ?? 30_000,
    maxOpenDocuments: 2_000,
    maxDocumentBytes: surroundings.maxDocumentBytes ?? limits.documentBytes,
    now,
    onWriteFailed: (error) =>
      log.error({ error }, 'the database did not take a write; it is kept and tried again'),
    onFlushed: (updates, ms) => counts.flushed(updates, ms),
    migrate: mapMigrator(versions, surroundings.documentFormat),
    describe: mapDescriber(maps, search, versions, pictures, now),
  });
  const services: Services = {
    database,
    people: persons,
    visitors: visitors(persons, isSecure),
    membership: members,
    links: allLinks,
    maps,
    versions,
    pictures,
    search,
    leases: leases(database),
    codes: joinCodes(database),
    admission: admits,
    audit: audit(database, now),
    limits: { ...limits, workspaceBytes: config.workspaceMegabytes * 1_000_000 },
    signer,
    rooms,
    bus,
    log,
    now,
  };
  let isDraining = false;
  let port = 0;
  await seedHome(services, surroundings.language, Math.random);
  const http = await httpServer(services, {
    version: surroundings.version,
    appDirectory: surroundings.appDirectory,
    origins: own,
    signIn:
      config.oidc === undefined
        ? undefined
        : {
            config: config.oidc,
            isSecure,
            publicUrl: () => config.publicUrls[0] ?? `http://${config.host}:${port}`,
          },
    isSecure,
    trustProxy: config.trustProxy,
    requestsPerMinute: surroundings.requestsPerMinute ?? 600,
    isReady: async () => !isDraining && (await answers(database)),
    log,
  });
  const door = openSocketDoor(http.server, {
    rooms,
    admission: admits,
    signer,
    origins: own,
    bus,
    log,
    now,
    maxConnectionsPerDocument: 500,
    onClosed: (code) => counts.closed(code),
  });
  if (config.metricsPort !== undefined) await counts.listen(config.metricsPort);
  port = await listen(config, (port) => http.listen({ port, host: config.host }));
  const needsOwner = config.newOwnerLink || !(await persons.isClaimed());
  return {
    port,
    claimSecret: needsOwner ? await persons.newClaimSecret() : undefined,
    services,
    stop: async () => {
      isDraining = true;
      door.drain();
      await rooms.stop();
      door.close();
      await http.close();
      await counts.close();
      await bus.close();
      await database.close();
    },
  };
}

export interface RunningServer {
  readonly port: number;
  /** Of the printed owner link; undefined when the server has an owner. */
  readonly claimSecret: string | undefined;
  readonly services: Services;
  stop(): Promise<void>;
}

/** What a test or a command hands in beside the configuration. */
export interface Surroundings {
  readonly version: string;
  readonly appDirectory: string;
  /** Of the sample map. */
  readonly language: Language;
  readonly now: () => number;
  readonly idleMs?: number;
  /** Another than this release's: in tests only, which have no second format otherwise. */
  readonly documentFormat?: DocumentFormat;
  readonly maxDocumentBytes?: number;
  readonly requestsPerMinute?: number;
}

const limits = {
  documentBytes: 32 * 1024 * 1024,
  uploadBytes: 48 * 1024 * 1024,
  mapsPerWorkspace: 2_000,
  pictureBytesPerMap: 300_000_000,
} as const;

const usualPort = 4400;

async function answers(database: Database): Promise<boolean> {
  const answered = database.rows('SELECT 1 AS one').then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
  return Promise.race([answered, late]);
}

/** The port that was asked for, or the first free one from 4400 on. */
async function listen(config: Config, attempt: (port: number) => Promise<string>): Promise<number> {
  for (let port = config.port ?? usualPort; ; port++) {
    try {
      const address = await attempt(port);
      return Number(new URL(address).port || 80);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || config.port !== undefined || port >= usualPort + 100) throw error;
    }
  }
}
