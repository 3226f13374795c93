/**
 * Serves the app's own files from this device, so that the tablet starts without a network. It never answers for the API:
 * what the server said is kept by the app itself, sealed.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Filled in by the build (scripts/precache.ts): the files every start needs, all others, and what tells versions apart. */
declare const __SHELL__: readonly string[];
declare const __OTHERS__: readonly string[];
declare const __VERSION__: string;

const SHELL = `ruhu ${__VERSION__}`;
const OTHERS = 'ruhu others';
const PAGES = /^\/(?:$|tablet(?:\/|$)|supervisor(?:\/|$)|datasets(?:\/|$)|survey\/)/;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(SHELL).then((cache) => cache.addAll(__SHELL__.map((path) => new Request(path, { cache: path === '/' ? 'reload' : 'default' })))),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldVersions().then(() => worker.clients.claim()));
});

/** A page that has nothing open yet asks for the new version; while another page is open, it has to wait. */
worker.addEventListener('message', (event) => {
  if (event.data !== 'take over') return;
  event.waitUntil(
    worker.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((pages) => (pages.length <= 1 ? worker.skipWaiting() : undefined)),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && PAGES.test(url.pathname)) event.respondWith(shell('/', request));
  else if (__SHELL__.includes(url.pathname)) event.respondWith(shell(url.pathname, request));
  else if (__OTHERS__.includes(url.pathname)) event.respondWith(other(request));
});

async function shell(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(SHELL);
  return (await cache.match(path)) ?? fetch(request);
}

/** Fonts and the desk faces: kept from their first use on; their names change with their content. */
async function other(request: Request): Promise<Response> {
  const cache = await caches.open(OTHERS);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

async function forgetOldVersions(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith('ruhu ') && name !== SHELL && name !== OTHERS);
  await Promise.all(old.map((name) => caches.delete(name)));
  const others = await caches.open(OTHERS);
  const gone = (await others.keys()).filter((request) => !__OTHERS__.includes(new URL(request.url).pathname));
  await Promise.all(gone.map((request) => others.delete(request)));
}
