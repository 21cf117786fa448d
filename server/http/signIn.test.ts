import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MapList, ServerInfo, WorkspaceList } from '../../model/protocol/api.ts';
import { claimed, newMap, startTestServer, type TestServer } from '../testing/testServer.ts';

/** A real provider, with its own sign-in pages for development: any name is an account. */
let provider: Server;
let server: TestServer;
beforeAll(async () => {
  // The server's address has to be known to the provider, and the other way round: ports first.
  const listening = await import('node:http').then(({ createServer }) => createServer());
  await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready));
  provider = listening;
  const issuer = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const options = {
    '--oidc-issuer': issuer,
    '--oidc-client-id': 'throughline',
    '--oidc-client-secret': 'a secret of some length',
    '--oidc-role': 'editor',
  };
  server = await startTestServer(Object.entries(options).flat());
  const accounts = new Provider(issuer, {
    clients: [
      {
        client_id: 'throughline',
        client_secret: 'a secret of some length',
        redirect_uris: [`${server.address}/api/sign-in/callback`],
      },
    ],
    cookies: { keys: ['test'] },
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `Account ${id}` }),
    }),
  });
  listening.on('request', accounts.callback());
});
afterAll(async () => {
  await server.stop();
  provider.closeAllConnections();
  provider.close();
});

/** A browser that follows redirects and fills in the provider's forms. */
class Signing {
  readonly jars = new Map<string, Map<string, string>>();

  async go(
    url: string,
    form?: Record<string, string>,
  ): Promise<{ url: string; status: number; body: string }> {
    const { origin } = new URL(url);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    const answer = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        Cookie: [...jar].map((each) => each.join('=')).join('; '),
        ...(form === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
      },
      ...(form === undefined ? {} : { body: new URLSearchParams(form).toString() }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = answer.headers.get('location');
    const isHome = location === '/';
    if (location !== null && !isHome) return this.go(new URL(location, url).href);
    return { url, status: answer.status, body: await answer.text() };
  }

  async signIn(account: string): Promise<void> {
    let page = await this.go(`${server.address}/api/sign-in`);
    for (let step = 0; step < 4 && page.status === 200; step++) {
      const action = /action="([^"]+)"/.exec(page.body)![1]!;
      const prompt = /name="prompt" value="([^"]+)"/.exec(page.body)![1]!;
      page = await this.go(new URL(action, page.url).href, { prompt, login: account, password: 'any' });
    }
    expect(page.status).toBe(302);
  }

  async api<T>(path: string): Promise<T> {
    return JSON.parse((await this.go(server.address + path)).body) as T;
  }

  /** Takes over what another browser of the same person has. */
  useCookiesOf(cookies: ReadonlyMap<string, string>): void {
    this.jars.set(server.address, new Map(cookies));
  }
}

it('[R20] an account signs in, is known again, and is a member of the first workspace', async () => {
  const first = new Signing();
  await first.signIn('mei');
  const info = await first.api<ServerInfo>('/api/server');
  expect(info).toMatchObject({ signIn: 'oidc', you: { name: 'Account mei', mayCreate: true } });
  const again = new Signing();
  await again.signIn('mei');
  expect((await again.api<ServerInfo>('/api/server')).you!.id).toBe(info.you!.id);
  const other = new Signing();
  await other.signIn('bo');
  expect((await other.api<ServerInfo>('/api/server')).you!.id).not.toBe(info.you!.id);
  expect(await other.api<WorkspaceList>('/api/workspaces')).toMatchObject({
    workspaces: [{ role: 'editor' }],
  });
});

it('[R21] what the browser owned without an account moves to the account', async () => {
  const owner = await claimed(server);
  const mapId = await newMap(owner, 'Made before');
  const signing = new Signing();
  signing.useCookiesOf(owner.cookies);
  await signing.signIn('ada');
  const { maps } = await signing.api<MapList>('/api/maps');
  expect(maps.find((map) => map.id === mapId)).toMatchObject({ role: 'owner' });
  expect((await signing.api<ServerInfo>('/api/server')).you).toMatchObject({
    name: 'Account ada',
    administrator: true,
  });
});

it('[R22] a callback that this browser did not ask for is refused', async () => {
  const stranger = new Signing();
  const page = await stranger.go(`${server.address}/api/sign-in/callback?code=abc&state=x`);
  expect(page.status).toBe(401);
  expect(JSON.parse(page.body)).toMatchObject({ type: 'throughline:sign-in-needed' });
  expect((await stranger.api<ServerInfo>('/api/server')).you).toBeNull();
});
