import type { z } from 'zod';
import { type Problem, problemStatus, type ProblemType } from '../../model/protocol/problems.ts';

/** A request that is answered with a problem. Thrown by routes, written by the error handler of httpServer.ts. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(type: ProblemType, detail: string, values?: Problem['values']) {
    super(detail);
    this.problem = { type, status: problemStatus[type], detail, ...(values === undefined ? {} : { values }) };
  }
}

/** The body, checked. What is wrong with it stands in the problem. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = schema.safeParse(value ?? {});
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  const path = issue.path.map(String).join('.');
  throw new Refusal(
    'throughline:bad-request',
    `The request's ${path === '' ? 'body' : `field "${path}"`} is not what was expected: ${issue.message}.`,
    { path },
  );
}

export const noSuchMap = (mapId: string) =>
  new Refusal(
    'throughline:no-such-map',
    `There is no map ${mapId} on this server, or it lies in the trash. Check the address, or publish your copy.`,
    { mapId },
  );

export const signInNeeded = () =>
  new Refusal(
    'throughline:sign-in-needed',
    'This server does not know this browser yet. Open a link that somebody shared with you, or sign in.',
  );

export const forbidden = (needed: string) =>
  new Refusal('throughline:forbidden', `This needs ${needed}. Ask the owner for it.`, { needed });
