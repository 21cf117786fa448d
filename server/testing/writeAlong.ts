import type { Client } from './client.ts';

/** Everybody writes, some bursts at once, some alone; what others see and what is acknowledged is remembered. */
export function writeAlong(
  clients: readonly Client[],
  promised: Set<string>,
  round: string,
  everyMs = 3,
): () => void {
  let count = 0;
  for (const [index, client] of clients.entries())
    client.cards().observe((event) => {
      if (event.transaction.local) return;
      for (const key of event.keysChanged) if (!key.includes(`by ${index} `)) promised.add(key);
    });
  const timer = setInterval(() => {
    const index = count % clients.length;
    const client = clients[index]!;
    const burst = count % 7 === 0 ? 5 : 1;
    const keys = Array.from({ length: burst }, (_, i) => `${round} by ${index} ${count} ${i}`);
    for (const key of keys) client.cards().set(key, 'x');
    count += 1;
    if (count % 3 === 0)
      client.saved().then(
        () => keys.forEach((key) => promised.add(key)),
        // The server was killed before it answered: nothing was promised.
        () => undefined,
      );
  }, everyMs);
  return () => clearInterval(timer);
}
