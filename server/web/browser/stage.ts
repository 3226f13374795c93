import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const server = (process.env['RUHU_URL'] ?? 'http://127.0.0.1:8080').replace(/\/$/, '');

export interface Account {
  readonly account: string;
  readonly password: string;
  readonly roles: readonly string[];
  readonly area: string;
  readonly team?: string;
}

const accounts = JSON.parse(readFileSync(process.env['RUHU_ACCOUNTS'] ?? 'demo-accounts.json', 'utf8')).accounts as readonly Account[];

export function accountsOf(role: string): readonly Account[] {
  return accounts.filter(({ roles }) => roles.includes(role));
}

/** Speaks to the server's API as one account, past the browser. */
export class Desk {
  readonly #token: string;

  private constructor(token: string) {
    this.#token = token;
  }

  static async of(account: Account): Promise<Desk> {
    const reply = await fetch(`${server}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ account: account.account, password: account.password }),
    });
    if (!reply.ok) throw new Error(`cannot sign in as ${account.account}: ${reply.status}`);
    return new Desk(((await reply.json()) as { token: string }).token);
  }

  async get<T>(path: string): Promise<T> {
    return (await (await this.fetch(path)).json()) as T;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const reply = await fetch(server + path, { ...init, headers: { Authorization: `Bearer ${this.#token}`, ...init.headers } });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply;
  }
}

/** A tablet: a browser with a disk of its own, that can be switched off and on again. */
export class Tablet {
  readonly #disk = mkdtempSync(join(tmpdir(), 'ruhu-tablet-'));
  readonly #options: BrowserContextOptions;
  #context: BrowserContext | undefined;
  /** What pages complained about. */
  readonly complaints: string[] = [];

  constructor(options: BrowserContextOptions = {}) {
    this.#options = options;
  }

  async on(): Promise<BrowserContext> {
    this.#context = await chromium.launchPersistentContext(this.#disk, {
      executablePath: process.env['RUHU_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
      viewport: { width: 800, height: 1000 },
      locale: 'zh-CN',
      ...this.#options,
    });
    this.#context.on('weberror', (error) => this.complaints.push(String(error.error().stack)));
    this.#context.on('console', (line) => {
      if (/Content Security Policy/i.test(line.text())) this.complaints.push(line.text());
    });
    return this.#context;
  }

  async off(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  async thrownAway(): Promise<void> {
    await this.off();
    rmSync(this.#disk, { recursive: true, force: true });
  }
}

export const PIN = '493817';

/** The first sign-in on a tablet: password, then a PIN; done when the list of households is there and kept. */
export async function enrol(page: Page, account: Account): Promise<void> {
  await page.goto(`${server}/tablet`);
  await page.locator('#account').fill(account.account);
  await page.locator('#password').fill(account.password);
  await page.locator('button[type=submit]').click();
  await page.locator('[id="pin.new"]').fill(PIN);
  await page.locator('[id="pin.again"]').fill(PIN);
  await page.locator('button[type=submit]').click();
  await page.locator('.line[data-ready=true]').waitFor();
}

export async function unlock(page: Page): Promise<void> {
  await page.locator('[id="pin.pin"]').fill(PIN);
  await page.locator('button[type=submit]').click();
}

/** What axe-core finds wrong on the page as it stands. */
export async function barriers(page: Page): Promise<readonly string[]> {
  // The page's own policy lets nothing in; the debugger's evaluation is not bound by it.
  await page.evaluate(`${axe};0`);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(' ')}`);
  });
}
