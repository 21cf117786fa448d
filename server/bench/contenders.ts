import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as encoding from 'lib0/encoding';
import { socketProtocols } from '../../model/protocol/tickets.ts';
import { bundledServer, startProcess } from '../testing/serverProcess.ts';
import { claimed, newLink, newMap, ticketFor } from '../testing/testServer.ts';
import { Browser } from '../testing/browser.ts';

/** The three relays that are measured in the same run: ours, y-websocket's own and Hocuspocus, each on its disk store. */
export interface Contender {
  readonly name: string;
  readonly pid: number;
  /** A fresh document and how one opens it. */
  newDocument(): Promise<Door>;
  /** Stops the process, keeps the data, and starts again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface Door {
  readonly url: string;
  readonly protocols: readonly string[];
  /** What stands before each frame. */
  readonly prefix: Uint8Array;
  /** What has to be sent first. */
  readonly greeting: readonly Uint8Array[];
}

export const contenderNames = ['throughline', 'hocuspocus', 'y-websocket-server'] as const;

export async function startContender(name: (typeof contenderNames)[number]): Promise<Contender> {
  const data = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const remove = () => rm(data, { recursive: true, force: true });
  return name === 'throughline' ? ours(data, remove) : other(name, data, remove);
}

async function ours(data: string, remove: () => Promise<void>): Promise<Contender> {
  const bundle = await bundledServer();
  const flags = ['--data', data, ...(process.env['BENCH_FLAGS'] ?? '').split(' ').filter(Boolean)];
  let server = await startProcess(bundle.path, flags);
  let owner = await claimed(server);
  return {
    name: 'throughline',
    get pid() {
      return server.process.pid!;
    },
    newDocument: async () => {
      const mapId = await newMap(owner);
      const secret = await newLink(owner, mapId, { role: 'editor' });
      return {
        get url() {
          return `${server.address.replace('http', 'ws')}/sync/${mapId}`;
        },
        protocols: socketProtocols((await ticketFor(new Browser(server.address), { secret })).ticket),
        prefix: new Uint8Array(),
        greeting: [],
      };
    },
    restart: async () => {
      await server.end('SIGTERM');
      server = await startProcess(bundle.path, flags);
      const { cookies } = owner;
      // The same person at the new port.
      owner = new Browser(server.address);
      for (const [name, value] of cookies) owner.cookies.set(name, value);
    },
    stop: async () => {
      await server.end('SIGTERM');
      await bundle.remove();
      await remove();
    },
  };
}

async function other(name: string, data: string, remove: () => Promise<void>): Promise<Contender> {
  const isHocuspocus = name === 'hocuspocus';
  const port = await freePort();
  const start = () =>
    isHocuspocus
      ? started([join(import.meta.dirname, 'hocuspocus.js'), String(port), join(data, 'data.sqlite')], {})
      : started([resolve(import.meta.dirname, '../../node_modules/@y/websocket-server/src/server.js')], {
          HOST: '127.0.0.1',
          PORT: String(port),
          YPERSISTENCE: join(data, 'level'),
        });
  let child = await start();
  let documents = 0;
  const end = async () => {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
  };
  return {
    name,
    get pid() {
      return child.pid!;
    },
    newDocument: async () => {
      const document = `document-${documents++}`;
      const named = encoding.createEncoder();
      encoding.writeVarString(named, document);
      const prefix = isHocuspocus ? encoding.toUint8Array(named) : new Uint8Array();
      const token = encoding.createEncoder();
      encoding.writeVarUint(token, 2);
      encoding.writeVarUint(token, 0);
      encoding.writeVarString(token, 'token');
      return {
        url: `ws://127.0.0.1:${port}/${document}`,
        protocols: [],
        prefix,
        greeting: isHocuspocus ? [encoding.toUint8Array(token)] : [],
      };
    },
    restart: async () => {
      await end();
      child = await start();
    },
    stop: async () => {
      await end();
      await remove();
    },
  };
}

function started(args: readonly string[], environment: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((ready, failed) => {
    let told = '';
    const hear = (text: Buffer) => {
      told += text.toString();
      if (/listening|running at/.test(told)) ready(child);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => failed(new Error(told)));
  });
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}

/** Seconds of processor time and megabytes of memory of a process so far. */
export function usageOf(pid: number): { cpuSeconds: number; residentMb: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / 100,
    residentMb: Number(resident) / 1024,
  };
}
