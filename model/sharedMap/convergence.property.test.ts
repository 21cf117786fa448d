import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { arbitraryMap, nastyText } from '../map/arbitraries.ts';
import { checkInvariants } from '../map/invariants.ts';
import { readMap } from './mapReader.ts';
import { type Choice, commandMakers } from './testing/commandMakers.ts';
import { LossyNetwork } from './testing/lossyNetwork.ts';
import { withService } from './testing/richMap.ts';
import { isWellFormed } from './testing/wellFormed.ts';

const names = [...commandMakers.keys()];

/** What one person does, or what the network does to them. */
type Act = Choice & { readonly who: number; readonly what: number; readonly kind: number };

const act: fc.Arbitrary<Act> = fc.record({
  who: fc.nat(3),
  what: fc.nat(names.length - 1),
  kind: fc.nat(99),
  a: fc.nat(999),
  b: fc.nat(999),
  c: fc.nat(999),
  text: nastyText,
});

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 60);

describe('several people over a bad network', () => {
  it(
    '[S23] end with the same map, sound and without a cut character, whatever they did and however often they were cut off',
    { timeout: 240_000 },
    () => {
      const done = new Map<string, number>(names.map((name) => [name, 0]));
      const total = {
        dropped: 0,
        doubled: 0,
        reordered: 0,
        offline: 0,
        crashes: 0,
        lostInCrash: 0,
        typed: 0,
        undone: 0,
        redone: 0,
        refused: 0,
      };
      fc.assert(
        fc.property(
          arbitraryMap({ stages: 3, steps: 4, lanes: 4, cards: 10 }).map(withService),
          fc.integer({ min: 2, max: 4 }),
          fc.integer({ min: 1, max: 1_000_000 }),
          fc.array(act, { minLength: 20, maxLength: 120, size: 'max' }),
          (map, people, seed, acts) => {
            const network = new LossyNetwork(map, people, seed);
            for (const { who: one, what, kind, ...choice } of acts) {
              const who = one % people;
              const { shared } = network.replicas[who]!;
              // Somebody opens the map again, months earlier or later.
              if (choice.c % 40 === 0) shared.tidy(choice.a);
              if (kind < 62) {
                const name = names[what]!;
                const command = commandMakers.get(name)!(shared.map(), choice);
                const result = command && shared.run(command);
                if (result?.ok === true) done.set(name, done.get(name)! + 1);
                else if (result !== undefined) total.refused++;
              } else if (kind < 72) {
                const card = shared.map().cards[choice.a % Math.max(1, shared.map().cards.length)];
                const text = card && shared.text('cards', card.id, choice.b % 4 === 0 ? 'quote' : 'text');
                if (text !== undefined) {
                  total.typed++;
                  const at = choice.c % (text.text().length + 1);
                  text.change(
                    text.text().slice(0, at) + choice.text + text.text().slice(at + (choice.b % 3)),
                    at + choice.text.length,
                  );
                }
              } else if (kind < 77) {
                if (shared.undo().changed) total.undone++;
              } else if (kind < 80) {
                if (shared.redo().changed) total.redone++;
              } else if (kind < 90) network.deliver();
              else if (kind < 94) network.flush(who);
              else if (kind < 97) network.toggle(who);
              else network.crash(who);
              const { doc, shared: after } = network.replicas[who]!;
              const broken = checkInvariants(after.map());
              // Of a message that came too early Yjs applies what it deletes and waits with what it inserts.
              if (doc.store.pendingStructs === null) expect(broken).toEqual([]);
            }
            network.settle();
            const [first, ...others] = network.replicas;
            const end = first!.shared.map();
            for (const other of others) expect(other.shared.map()).toEqual(end);
            expect(checkInvariants(end)).toEqual([]);
            expect(isWellFormed(JSON.stringify(end))).toBe(true);
            // What was read step by step is what a fresh reader finds, also after a way through storage.
            const reloaded = new Y.Doc();
            Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(first!.doc));
            expect(readMap(reloaded)).toEqual(end);
            for (const [name, count] of Object.entries(network.events)) total[name as 'dropped'] += count;
          },
        ),
        { numRuns },
      );
      // Not vacuous: every command was carried out, and everything that can go wrong on the way went wrong.
      const never = [...done].filter(([, count]) => count === 0).map(([name]) => name);
      expect(never).toEqual([]);
      for (const [name, count] of Object.entries(total)) expect(count, name).toBeGreaterThan(0);
    },
  );
});
