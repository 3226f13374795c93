import { signal } from '@preact/signals';

/** Where we are: the URL is the state, so that a view can be sent to a colleague. */
export const place = signal(new URL(location.href));

export function go(href: string, how: 'push' | 'replace' = 'push'): void {
  const to = new URL(href, location.href);
  if (how === 'push') history.pushState(null, '', to);
  else history.replaceState(null, '', to);
  place.value = to;
}

addEventListener('popstate', () => {
  place.value = new URL(location.href);
});

/** Turns clicks on links of our own pages into moves without a reload. */
addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
  if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
  event.preventDefault();
  go(link.href);
});
