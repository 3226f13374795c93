import { useEffect, useState } from 'preact/hooks';
import { ask } from '../app/api';
import { type Loaded, useLoad } from '../app/load';

interface Page {
  readonly next?: string;
}

/** A list that comes in pages: the first is loaded, the others when asked for. */
export interface Pages<T> {
  readonly first: Loaded<T>;
  readonly pages: readonly T[];
  readonly more: boolean;
  readonly loading: boolean;
  readonly failed: boolean;
  readonly loadMore: () => void;
}

export function usePages<T extends Page>(path: string): Pages<T> {
  const first = useLoad<T>(path);
  const [later, setLater] = useState<readonly T[]>([]);
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => setLater([]), [path, first.at]);

  const pages = first.body === undefined ? [] : [first.body, ...later];
  const next = pages.at(-1)?.next;
  const loadMore = async () => {
    if (next === undefined || loading) return;
    setLoading(true);
    const reply = await ask<T>('GET', `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`);
    setLoading(false);
    setFailed(reply.kind !== 'ok');
    if (reply.kind === 'ok') setLater((before) => [...before, reply.body]);
  };
  return { first, pages, more: next !== undefined, loading, failed, loadMore: () => void loadMore() };
}
