/** Keeps the app on this device up to date: a new version is fetched quietly and taken where nothing is open. */

let registration: Promise<ServiceWorkerRegistration | undefined> | undefined;

/** To be called once, when the page starts. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  registration = navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
  void takeNewVersion();
}

/**
 * Moves to a version that waits, by a reload. Only for moments when no interview is open in this page; the worker itself
 * refuses while another page is open.
 */
export async function takeNewVersion(): Promise<void> {
  const known = await registration;
  if (!known) return;
  if (known.waiting) {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    known.waiting.postMessage('take over');
  } else {
    void known.update().catch(() => undefined);
  }
}

/** Resolves when a start without a network will work. */
export async function readyOffline(): Promise<void> {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) await navigator.serviceWorker.ready;
}
