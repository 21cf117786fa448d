import { createServer, type Server, Socket } from 'node:net';

/**
 * A door to a service for those who come through it: they can be made to wait, cut off, kept out or led elsewhere, and
 * nobody else notices.
 */
export class Gate {
  readonly port: number;
  #server: Server;
  #target: URL;
  #isHeld = false;
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
  get address(): string {
    const address = new URL(this.#target);
    address.hostname = '127.0.0.1';
    address.port = String(this.port);
    return address.href.replace(/\/$/, '');
  }

  /** Where those go who come from now on, as a proxy sends them to another process. */
  leadTo(target: URL): void {
    this.#target = target;
  }

  /** Nothing arrives any more, in neither direction, until `release`. */
  hold(): void {
    this.#isHeld = true;
    for (const socket of this.#sockets) socket.pause();
  }

  release(): void {
    this.#isHeld = false;
    for (const socket of this.#sockets) socket.resume();
  }

  /** Ends every connection at once; what is on its way is lost. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Everybody is cut off, and nobody comes through until `open`. */
  shut(): void {
    this.#server.close();
    this.cut();
  }

  async open(): Promise<void> {
    this.#server = await listening(this.port);
    this.#answer();
  }

  #answer(): void {
    this.#server.on('connection', (inside) => {
      const outside = new Socket().connect(portOf(this.#target), this.#target.hostname);
      for (const [one, other] of [
        [inside, outside],
        [outside, inside],
      ] as const) {
        this.#sockets.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
      }
      if (this.#isHeld) this.hold();
    });
  }
}

/** Addresses of services may leave out the usual port. */
const portOf = ({ port, protocol }: URL): number =>
  Number(port) || ({ 'redis:': 6379, 'postgres:': 5432, 'postgresql:': 5432 }[protocol] ?? 80);

function listening(port: number): Promise<Server> {
  return new Promise((ready, failed) => {
    const server = createServer().listen(port, '127.0.0.1', () => ready(server));
    server.once('error', failed);
  });
}
