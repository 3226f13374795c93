import { signal } from '@preact/signals';

/** What the server refused, as RFC 9457 says it; `extra` members (`next`, `existing`, `quarantine` ...) stay on it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly next?: number;
  readonly quarantine?: string;
  /** From the header Retry-After. */
  readonly retrySeconds?: number;
}

/** An answer of the server: a body, a refusal, or no connection at all. */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly status: number; readonly body: T }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'offline' };

/** A body that is already made: sent byte for byte. */
export interface Content {
  readonly type: string;
  readonly bytes: string | Blob;
}

/** Counts the answers "401": somebody's session is over. */
export const turnedAway = signal(0);

const PATIENCE_MILLIS = 30_000;
const PATIENCE_WITH_PHOTOS_MILLIS = 300_000;

/** Asks the server; never throws. */
export function ask<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
  return send(method, path, body === undefined ? undefined : { type: 'application/json', bytes: JSON.stringify(body) });
}

/**
 * Sends a body as it is; never throws. Writes carry the header that a cookie-authenticated write needs.
 * A success that is not JSON is nobody we know (the sign-in page of some wireless network): as good as no connection.
 */
export async function send<T>(method: string, path: string, content?: Content): Promise<Reply<T>> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (method !== 'GET') headers['X-Ruhu'] = '1';
  if (content) headers['Content-Type'] = content.type;
  const patience = content?.bytes instanceof Blob ? PATIENCE_WITH_PHOTOS_MILLIS : PATIENCE_MILLIS;
  let response: Response;
  let text: string;
  try {
    const body = content ? { body: content.bytes } : {};
    response = await fetch(path, { method, headers, credentials: 'same-origin', cache: 'no-cache', signal: AbortSignal.timeout(patience), ...body });
    text = await response.text();
  } catch {
    return { kind: 'offline' };
  }
  const json = text === '' ? {} : parsed(text);
  if (response.ok) return json === undefined ? { kind: 'offline' } : { kind: 'ok', status: response.status, body: json as T };
  if (response.status === 401 && path !== '/api/session') turnedAway.value += 1;
  return { kind: 'refused', problem: problemOf(response, json) };
}

/** `wrong-credentials` of `/problems/wrong-credentials`. */
export function kindOf(problem: Problem): string {
  return problem.type.slice(problem.type.lastIndexOf('/') + 1);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(response: Response, body: unknown): Problem {
  const said = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  const retry = Number(response.headers.get('Retry-After') ?? 'none');
  return {
    type: 'about:blank',
    title: response.statusText,
    detail: '',
    ...said,
    ...(Number.isFinite(retry) ? { retrySeconds: retry } : {}),
    status: response.status,
  };
}
