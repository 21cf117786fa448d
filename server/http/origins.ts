/**
 * Which addresses this server is reached by. A request that changes something must come from one of our own pages,
 * and no name that somebody else's DNS points at us is answered.
 */
export interface Origins {
  isOwnHost(host: string | undefined): boolean;
  /** Exactly: scheme, name and port. */
  isOwnOrigin(origin: string, host: string | undefined): boolean;
}

/** `publicUrls` are the addresses given in the configuration; without any, this machine's own names are taken. */
export function origins(publicUrls: readonly string[]): Origins {
  const own = new Set(publicUrls.map((url) => new URL(url).origin));
  const hosts = new Set([...own].map((origin) => new URL(origin).host));
  return {
    isOwnHost: (host) => host !== undefined && (hosts.has(host.toLowerCase()) || isMachineName(host)),
    isOwnOrigin: (origin, host) =>
      own.has(origin) ||
      (host !== undefined && isMachineName(host) && origin === `http://${host.toLowerCase()}`),
  };
}

/** localhost, or an address in numbers: no foreign DNS can name those. */
function isMachineName(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return name === 'localhost' || /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || /^\[[0-9a-f:.]+\]$/.test(name);
}
