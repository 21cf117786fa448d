import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus reads, on a port of its own that only this machine reaches. */
export interface Metrics {
  flushed(updates: number, ms: number): void;
  closed(code: number): void;
  listen(port: number): Promise<number>;
  close(): Promise<void>;
}

export function metrics(now: { openDocuments(): number; connections(): number }): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('throughline_open_documents', 'Documents in memory', () => now.openDocuments());
  gauge('throughline_connections', 'Sockets on documents', () => now.connections());
  const updates = new Counter({ name: 'throughline_updates_total', help: 'Edits committed', registers });
  const commitSeconds = new Histogram({
    name: 'throughline_commit_seconds',
    help: 'From handing a batch to the database to telling everybody',
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers,
  });
  const closes = new Counter({
    name: 'throughline_closes_total',
    help: 'Sockets closed, by close code',
    labelNames: ['code'],
    registers,
  });
  let server: Server | undefined;

  return {
    flushed: (count, ms) => {
      updates.inc(count);
      commitSeconds.observe(ms / 1_000);
    },
    closed: (code) => closes.inc({ code }),
    listen: (port) =>
      new Promise((listening, failed) => {
        server = createServer((request, response) => {
          if (request.url !== '/metrics') return void response.writeHead(404).end();
          registry.metrics().then(
            (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
            () => response.writeHead(500).end(),
          );
        });
        server.once('error', failed).listen(port, '127.0.0.1', () => {
          const address = server?.address();
          listening(typeof address === 'object' && address !== null ? address.port : port);
        });
      }),
    close: async () => void server?.close(),
  };
}
