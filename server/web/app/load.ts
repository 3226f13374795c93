import { effect } from '@preact/signals';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ask, type Problem } from './api';
import { session } from './session';

/** A page's data on its way: what was last seen stays while it is asked again or cannot be. */
export interface Loaded<T> {
  readonly body: T | undefined;
  /** When the body was received. */
  readonly at: number | undefined;
  readonly loading: boolean;
  readonly failure: { readonly kind: 'offline' } | { readonly kind: 'refused'; readonly problem: Problem } | undefined;
  readonly reload: () => void;
}

interface Seen {
  readonly body: unknown;
  readonly at: number;
}

const MOST_KEPT = 60;
const seen = new Map<string, Seen>();
let seenBy: string | undefined;

/** What one person saw is not kept for the next. */
effect(() => {
  const who = session.value;
  const account = typeof who === 'object' ? who.account : undefined;
  if (account !== seenBy) seen.clear();
  seenBy = account;
});

/**
 * Loads a path, at once from memory when it was seen before, and again from the server; `once`: not again, for what
 * hardly ever changes. Undefined: nothing to load.
 */
export function useLoad<T>(path: string | undefined, how: 'again' | 'once' = 'again'): Loaded<T> {
  const [, redraw] = useState(0);
  const state = useRef<{ path?: string | undefined; loading: boolean; failure?: Loaded<T>['failure'] }>({ loading: false });
  const enough = path === undefined || (how === 'once' && seen.has(path));
  if (state.current.path !== path) state.current = { path, loading: !enough };

  const load = useCallback(async () => {
    if (path === undefined) return;
    state.current = { path, loading: true };
    redraw((n) => n + 1);
    const reply = await ask<T>('GET', path);
    if (reply.kind === 'ok') keep(path, reply.body);
    if (state.current.path !== path) return;
    state.current = { path, loading: false, failure: reply.kind === 'ok' ? undefined : reply };
    redraw((n) => n + 1);
  }, [path]);

  useEffect(() => {
    if (!enough) void load();
    const again = () => void load();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [load]);

  const kept = path === undefined ? undefined : seen.get(path);
  return {
    body: kept?.body as T | undefined,
    at: kept?.at,
    loading: state.current.loading,
    failure: state.current.failure,
    reload: () => void load(),
  };
}

function keep(path: string, body: unknown): void {
  seen.delete(path);
  seen.set(path, { body, at: Date.now() });
  if (seen.size > MOST_KEPT) seen.delete(seen.keys().next().value!);
}
