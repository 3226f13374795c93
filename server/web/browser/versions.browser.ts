import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { server, Tablet } from './stage';

/** The real server, but a new version of the app can be put out. */
class Release {
  #version = 'first';
  readonly #listener: Server;

  constructor() {
    this.#listener = createServer((asked, answer) => {
      const onward = request(server + asked.url, { method: asked.method, headers: { ...asked.headers, 'accept-encoding': 'identity' } }, (reply) => {
        const isWorker = asked.url === '/sw.js';
        const { 'content-length': length, etag, ...headers } = reply.headers;
        answer.writeHead(reply.statusCode!, isWorker ? headers : { ...headers, ...(length ? { 'content-length': length } : {}), ...(etag ? { etag } : {}) });
        if (!isWorker) return reply.pipe(answer);
        const parts: Buffer[] = [];
        return reply.on('data', (part: Buffer) => parts.push(part)).on('end', () => answer.end(this.#renamed(Buffer.concat(parts).toString())));
      });
      asked.pipe(onward);
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#listener.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#listener.address() as AddressInfo).port}`;
  }

  put(version: string): void {
    this.#version = version;
  }

  close(): void {
    this.#listener.closeAllConnections();
    this.#listener.close();
  }

  /** The worker names its cache after its version. */
  #renamed(worker: string): string {
    return worker.replace(/ruhu \$\{["'`][0-9a-f]{12}["'`]\}/, `ruhu ${this.#version}`);
  }
}

const release = new Release();
const tablet = new Tablet();
let address: string;
let context: BrowserContext;

beforeAll(async () => {
  address = await release.open();
  context = await tablet.on();
});

afterAll(async () => {
  await tablet.thrownAway();
  release.close();
});

const versions = (page: Page) => page.evaluate(async () => (await caches.keys()).filter((name) => name !== 'ruhu others'));

async function start(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}/tablet`);
  await page.locator('#account').waitFor();
  return page;
}

/** The browser has looked for a new worker and finished installing it. */
async function looked(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing;
    if (coming) await new Promise<void>((done) => coming.addEventListener('statechange', () => coming.state === 'installed' && done()));
  });
}

test('a new version waits while a page is open, and is taken at the next start', async () => {
  const page = await start();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(await versions(page)).toEqual(['ruhu first']);

  const interview = await start();
  release.put('second');
  await looked(interview);
  await page.reload();
  await page.locator('#account').waitFor();
  expect(await versions(page)).toEqual(['ruhu first', 'ruhu second']);

  await interview.close();
  await page.reload();
  await page.waitForFunction(async () => (await caches.keys()).includes('ruhu second') && !(await caches.keys()).includes('ruhu first'));
  await page.locator('#account').waitFor();
});
