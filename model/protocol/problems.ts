/**
 * Every refusal of the HTTP interface, as `application/problem+json` (RFC 9457). `type` is stable and the app's key
 * for the sentence in the user's language; `detail` is that sentence in English for people with a terminal.
 */
export interface Problem {
  readonly type: ProblemType;
  readonly status: number;
  /** What was expected, what was found, what to do. */
  readonly detail: string;
  /** Which field, how long to wait ...: the values the sentence needs. */
  readonly values?: Readonly<Record<string, string | number>>;
}

export const problemStatus = {
  'throughline:bad-request': 400,
  'throughline:wrong-origin': 403,
  'throughline:sign-in-needed': 401,
  'throughline:link-unknown': 401,
  'throughline:link-expired': 401,
  'throughline:password-needed': 401,
  'throughline:password-wrong': 401,
  'throughline:claim-unknown': 401,
  'throughline:code-unknown': 401,
  'throughline:ticket-expired': 401,
  'throughline:signature-wrong': 401,
  'throughline:forbidden': 403,
  'throughline:no-such-map': 404,
  'throughline:not-found': 404,
  'throughline:already-exists': 409,
  'throughline:epoch-differs': 409,
  'throughline:term-is-over': 409,
  'throughline:lease-taken': 409,
  'throughline:not-now': 409,
  'throughline:too-large': 413,
  'throughline:quota-reached': 413,
  'throughline:too-many-requests': 429,
  'throughline:internal': 500,
  'throughline:draining': 503,
} as const;
export type ProblemType = keyof typeof problemStatus;

export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    value.type in problemStatus &&
    'detail' in value &&
    typeof value.detail === 'string'
  );
}
