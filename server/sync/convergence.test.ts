import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { arbitraryMap, nastyText } from '../../model/map/arbitraries.ts';
import { checkInvariants } from '../../model/map/invariants.ts';
import { collectionNames, type JourneyMap } from '../../model/map/journeyMap.ts';
import type { MapInfo } from '../../model/protocol/api.ts';
import { type Choice, commandMakers } from '../../model/sharedMap/testing/commandMakers.ts';
import { withService } from '../../model/sharedMap/testing/richMap.ts';
import { seededRandom } from '../../model/sharedMap/testing/seededRandom.ts';
import { isWellFormed } from '../../model/sharedMap/testing/wellFormed.ts';
import { writeMap } from '../../model/sharedMap/writeMap.ts';
import type { Browser } from '../testing/browser.ts';
import { until } from '../testing/client.ts';
import { type MapReplica, type RustReplica, rustReplica, yjsReplica } from '../testing/mapReplicas.ts';
import { Gate } from '../testing/gate.ts';
import { claimed, newLink, startTestServer, type TestServer, ticketFor } from '../testing/testServer.ts';

let server: TestServer;
let owner: Browser;
beforeAll(async () => {
  server = await startTestServer();
  owner = await claimed(server);
});
afterAll(() => server.stop());

interface People {
  readonly replicas: readonly MapReplica[];
  readonly rust: RustReplica;
  readonly lines: readonly Gate[];
  leave(): void;
}

/** Several devices at one fresh map, each over a line of its own; the first has the Rust implementation. */
async function meet(map: JourneyMap, people: number, seed: number): Promise<People> {
  const doc = new Y.Doc();
  writeMap(doc, map, seededRandom(seed));
  const state = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
  const { id } = await owner.post<MapInfo>('/api/maps', { title: map.title.slice(0, 50), state });
  const secret = await newLink(owner, id, { role: 'editor' });
  const places = await Promise.all(
    Array.from({ length: people }, async (_, i) => ({
      line: await Gate.before(new URL(server.address)),
      document: id,
      ticket: (await ticketFor(server.browser(), { secret })).ticket,
      random: seededRandom(seed * 31 + i + 1),
    })),
  );
  const rust = rustReplica(places[0]!);
  const replicas: readonly MapReplica[] = [rust, ...places.slice(1).map(yjsReplica)];
  const lines = places.map((place) => place.line);
  await agree(replicas, map.cards.length);
  return {
    replicas,
    rust,
    lines,
    leave: () => {
      for (const replica of replicas) replica.leave();
      for (const line of lines) line.shut();
    },
  };
}

/** Waits until all show the same map, and have heard everything they wait for. */
async function agree(
  replicas: readonly MapReplica[],
  leastCards = 0,
  withinMs = 10_000,
): Promise<JourneyMap> {
  const shown = (replica: MapReplica) => JSON.stringify(replica.shared().map());
  await until(
    () => {
      const first = shown(replicas[0]!);
      return (
        replicas[0]!.shared().map().cards.length >= leastCards &&
        replicas.every((one) => one.doc().store.pendingStructs === null && shown(one) === first)
      );
    },
    'all show the same map',
    withinMs,
  );
  return replicas[0]!.shared().map();
}

const names = [...commandMakers.keys()];

interface Act extends Choice {
  readonly who: number;
  readonly kind: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  who: fc.nat(3),
  kind: fc.nat(99),
  a: fc.nat(999),
  b: fc.nat(999),
  c: fc.nat(999),
  text: nastyText,
});

const total = {
  offline: 0,
  cut: 0,
  held: 0,
  crashes: 0,
  lostInCrash: 0,
  typed: 0,
  typedInRust: 0,
  undone: 0,
};
const done = new Map<string, number>(names.map((name) => [name, 0]));

/** One thing a person does with the next command in turn, or one mishap. */
function carryOut({ replicas, rust, lines }: People, one: Act, turn: number): void {
  const who = one.who % replicas.length;
  const replica = replicas[who]!;
  const { kind, ...choice } = one;
  const shared = replica.shared();
  const card = shared.map().cards[choice.a % Math.max(1, shared.map().cards.length)];
  if (kind < 60) {
    const name = names[turn % names.length]!;
    const command = commandMakers.get(name)!(shared.map(), choice);
    if (command !== undefined && shared.run(command).ok) done.set(name, done.get(name)! + 1);
  } else if (kind < 68) {
    const text = card && shared.text('cards', card.id, 'text');
    if (text !== undefined) total.typed++;
    text?.change(choice.text + text.text().slice(choice.b % 3), choice.text.length);
  } else if (kind < 73) {
    const cards = rust.shared().map().cards;
    const id = cards[choice.a % Math.max(1, cards.length)]?.id;
    if (id !== undefined && rust.typeInRust(id, '👨‍👩‍👧 한 ')) total.typedInRust++;
  } else if (kind < 77) {
    if (shared.undo().changed) total.undone++;
  } else if (kind < 83) replica.store();
  else if (kind < 87) {
    total.crashes++;
    total.lostInCrash += replica.crash();
  } else if (kind < 91) {
    total.cut++;
    lines[who]!.cut();
  } else if (kind < 93) {
    total.offline++;
    replica.goOffline();
  } else if (kind < 95) replica.goOnline();
  else if (kind < 97) {
    total.held++;
    lines[who]!.hold();
  } else lines[who]!.release();
}

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 24);
const smallMap = arbitraryMap({ stages: 3, steps: 4, lanes: 4, cards: 10 }).map(withService);

describe('several people at one server, one of them with the Rust implementation of Yjs', () => {
  it(
    '[W18] end with the same map over lines that stall and break, offline, and after crashes',
    { timeout: 600_000 },
    async () => {
      let turn = 0;
      await fc.assert(
        fc.asyncProperty(
          smallMap,
          fc.integer({ min: 2, max: 4 }),
          fc.array(act, { minLength: 60, maxLength: 120, size: 'max' }),
          async (map, count, acts) => {
            const people = await meet(map, count, acts.length);
            try {
              for (const one of acts) {
                carryOut(people, one, turn++);
                // The network gets its turn.
                if (one.c % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
              }
              for (const line of people.lines) line.release();
              for (const replica of people.replicas) replica.goOnline();
              const end = await agree(people.replicas);
              expect(checkInvariants(end)).toEqual([]);
              expect(isWellFormed(JSON.stringify(end))).toBe(true);
              for (const name of ['map', ...collectionNames])
                expect(people.rust.rootInRust(name)).toEqual(people.rust.doc().getMap(name).toJSON());
            } finally {
              people.leave();
            }
          },
        ),
        { numRuns, endOnFailure: true },
      );
      // Not vacuous: every command was carried out, and everything that can go wrong went wrong.
      expect([...done].filter(([, times]) => times === 0).map(([name]) => name)).toEqual([]);
      for (const [name, times] of Object.entries(total)) expect(times, name).toBeGreaterThan(0);
    },
  );

  it('[W18] are found to differ when one of them misses a single message', async () => {
    const [map] = fc.sample(smallMap, { numRuns: 1, seed: 7 });
    const people = await meet(map!, 2, 7);
    const other = people.replicas[1]!.shared();
    people.rust.loseNext();
    other.run({ type: 'insertStages', stages: [{ title: 'Missed' }] });
    await until(
      () => Object.values(people.rust.rootInRust('stages') as object).length > map!.stages.length,
      'Rust has heard of the stage',
    );
    other.run({ type: 'insertStages', stages: [{ title: 'Heard' }] });
    await expect(agree(people.replicas, 0, 1_000)).rejects.toThrow('all show the same map');
    people.leave();
  });
});
