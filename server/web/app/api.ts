/** What the server refused, as RFC 9457 says it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** An answer of the server: a body, a refusal, or no connection at all. */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly status: number; readonly body: T }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'offline' };

/** Asks the server; never throws. Writes carry the header that a cookie-authenticated write needs. */
export async function ask<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (method !== 'GET') headers['X-Ruhu'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    response = await fetch(path, { method, headers, credentials: 'same-origin', ...content });
  } catch {
    return { kind: 'offline' };
  }
  const text = await response.text();
  if (response.ok) return { kind: 'ok', status: response.status, body: (text === '' ? undefined : parsed(text)) as T };
  return { kind: 'refused', problem: problemOf(response, parsed(text)) };
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
  return { type: 'about:blank', title: response.statusText, detail: '', ...said, status: response.status };
}
