import { createServer, type Server, Socket } from 'node:net';

/** A door to a service that can be shut, and can lead elsewhere: who came through it is cut off, other tests are not. */
export class Gate {
  readonly port: number;
  #server: Server;
  #target: URL;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server, target: URL) {
    this.#server = server;
    this.#target = target;
    this.port = (server.address() as { port: number }).port;
    this.#answer();
  }

  static async before(target: URL): Promise<Gate> {
    return new Gate(await listening(0), target);
  }

  /** The address of the service, by way of the gate. */
  insteadOf(target: URL): string {
    const address = new URL(target);
    address.hostname = '127.0.0.1';
    address.port = String(this.port);
    return address.href.replace(/\/$/, '');
  }

  /** Where those go who come from now on, as a proxy sends them to another process. */
  leadTo(target: URL): void {
    this.#target = target;
  }

  /** Everybody loses the connection, and nobody comes through until `open`. */
  shut(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  async open(): Promise<void> {
    this.#server = await listening(this.port);
    this.#answer();
  }

  #answer(): void {
    this.#server.on('connection', (inside) => {
      const outside = new Socket().connect(Number(this.#target.port || 6379), this.#target.hostname);
      for (const [one, other] of [
        [inside, outside],
        [outside, inside],
      ] as const) {
        this.#sockets.add(one);
        one.pipe(other);
        one.on('error', () => one.destroy());
        one.on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
      }
    });
  }
}

function listening(port: number): Promise<Server> {
  return new Promise((ready, failed) => {
    const server = createServer().listen(port, '127.0.0.1', () => ready(server));
    server.once('error', failed);
  });
}
