import type { Problem } from '../../model/protocol/problems.ts';

/** The HTTP side of somebody's browser: it keeps cookies and sends the origin, as browsers do. */
export class Browser {
  readonly address: string;
  readonly cookies = new Map<string, string>();

  constructor(address: string) {
    this.address = address;
  }

  /** The answer's body; a refusal is thrown as `Refused`. */
  async request<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const answer = await fetch(this.address + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookies.size > 0
          ? { Cookie: [...this.cookies].map((each) => each.join('=')).join('; ') }
          : {}),
        ...(method === 'GET' ? {} : { Origin: this.address }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      if (cookie.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const type = answer.headers.get('content-type') ?? '';
    const read: unknown = type.includes('json')
      ? await answer.json()
      : type.includes('octet-stream')
        ? new Uint8Array(await answer.arrayBuffer())
        : await answer.text();
    if (answer.status >= 400) throw new Refused(read as Problem);
    return read as T;
  }

  get = <T>(path: string) => this.request<T>('GET', path);
  post = <T>(path: string, body: unknown = {}) => this.request<T>('POST', path, body);
  patch = <T>(path: string, body: unknown) => this.request<T>('PATCH', path, body);
  put = <T>(path: string, body: unknown) => this.request<T>('PUT', path, body);
  delete = <T>(path: string) => this.request<T>('DELETE', path);

  /** The problem a request is refused with; fails when it is not refused. */
  async refusal(asked: Promise<unknown>): Promise<Problem> {
    try {
      await asked;
    } catch (error) {
      if (error instanceof Refused) return error.problem;
      throw error;
    }
    throw new Error('expected a refusal, and the request was granted');
  }
}

export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.type}: ${problem.detail}`);
    this.problem = problem;
  }
}
