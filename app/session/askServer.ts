import type { z } from 'zod';
import { isProblem, type ProblemType } from '../../model/protocol/problems.ts';
import { err, ok, type Result } from '../../model/result.ts';

/** Why the server gave no answer that can be used. `unreachable`: no connection, or the app is served without a server. */
export interface ServerRefusal {
  readonly type: ProblemType | 'unreachable';
  readonly values: Readonly<Record<string, string | number>>;
}

export interface ServerQuestion {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** An object goes as JSON, a Blob as it is. */
  readonly body?: object;
  readonly signal?: AbortSignal;
  /** For documents that change by commands: the ticket that opens them. */
  readonly ticket?: string;
}

/** Asks the HTTP interface of our own server (model/protocol/api.ts) and checks the shape of what it answers. */
export async function askServer<Answer extends z.ZodType>(
  path: `/api/${string}`,
  answer: Answer,
  { method = 'GET', body, signal, ticket }: ServerQuestion = {},
): Promise<Result<z.infer<Answer>, ServerRefusal>> {
  try {
    const response = await fetch(path, {
      method,
      signal: signal ?? null,
      credentials: 'same-origin',
      headers: {
        ...(body === undefined || body instanceof Blob ? {} : { 'content-type': 'application/json' }),
        ...(ticket === undefined ? {} : { authorization: `Bearer ${ticket}` }),
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
    const content: unknown = response.status === 204 ? undefined : await response.json();
    if (isProblem(content)) return err({ type: content.type, values: content.values ?? {} });
    if (!response.ok) return unreachable;
    const read = answer.safeParse(content);
    return read.success ? ok(read.data) : unreachable;
  } catch {
    // No network, or something that is not our server: its pages are not JSON.
    return unreachable;
  }
}

const unreachable = err<ServerRefusal>({ type: 'unreachable', values: {} });

/** Fetches what is no JSON: the bytes of a picture. */
export async function fetchBytes(
  path: `/api/${string}`,
  ticket: string,
): Promise<Result<Uint8Array<ArrayBuffer>, ServerRefusal>> {
  try {
    const response = await fetch(path, { headers: { authorization: `Bearer ${ticket}` } });
    if (response.ok) return ok(new Uint8Array(await response.arrayBuffer()));
    const content: unknown = await response.json();
    return isProblem(content) ? err({ type: content.type, values: content.values ?? {} }) : unreachable;
  } catch {
    return unreachable;
  }
}
