import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Account, accountsOf, barriers, server } from './stage';

const asking = accountsOf('STATISTICIAN')[0]!;
const deciding = accountsOf('COUNTY')[0]!;
const complaints: string[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env['RUHU_TEST_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});

afterEach(() => expect(complaints).toEqual([]));

afterAll(() => browser.close());

test('data with names are asked for, allowed by a second person, fetched, and taken back', async () => {
  const purpose = `与学籍名单比对，用完销毁 ${randomUUID()}`;
  const statistician = await signedIn(asking);
  await ask(statistician, purpose);
  const own = statistician.locator('tr', { hasText: purpose });
  await own.locator('.badge', { hasText: '等待决定' }).waitFor();
  expect(await own.locator('a[download]').count()).toBe(0);
  expect(await barriers(statistician)).toEqual([]);

  const county = await signedIn(deciding);
  const request = county.locator('li', { hasText: purpose });
  await request.locator('button', { hasText: '不同意' }).waitFor();
  expect(await barriers(county)).toEqual([]);
  await decideByKeyboard(county, request, '用途清楚');
  await county.locator('.notice.success', { hasText: asking.account }).waitFor();
  expect(await county.evaluate(() => document.activeElement?.textContent)).toContain(asking.account);
  await request.getByRole('button', { name: '收回' }).waitFor();

  await statistician.reload();
  await own.locator('.badge.received').waitFor();
  expect(await own.innerText()).toContain('用途清楚');
  const [download] = await Promise.all([statistician.waitForEvent('download'), own.locator('a[download]').click()]);
  expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe('PK');

  await request.getByRole('button', { name: '收回' }).click();
  await request.getByRole('button', { name: '收回', exact: true }).click();
  await request.waitFor({ state: 'detached' });
  await statistician.reload();
  await own.locator('.badge', { hasText: '已收回' }).waitFor();
  expect(await own.locator('a[download], button').count()).toBe(0);
});

test('what is refused says why, and gives no file', async () => {
  const purpose = `核对两份名单，不转交他人 ${randomUUID()}`;
  const statistician = await signedIn(asking);
  await ask(statistician, purpose);
  const county = await signedIn(deciding);
  const request = county.locator('li', { hasText: purpose });
  await request.locator('textarea').fill('请先用遮盖后的数据');
  await request.locator('button', { hasText: '不同意' }).click();
  await request.waitFor({ state: 'detached' });
  await statistician.reload();
  const own = statistician.locator('tr', { hasText: purpose });
  await own.locator('.badge.hard', { hasText: '未同意' }).waitFor();
  expect(await own.innerText()).toContain('请先用遮盖后的数据');
  expect(await own.locator('a[download], button').count()).toBe(0);
});

test('on a phone the requests fit, and whoever neither asks nor decides is turned away', async () => {
  for (const account of [asking, deciding]) {
    const page = await signedIn(account, { width: 390, height: 844 });
    await page.locator('main h2').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
  const other = await signedIn(accountsOf('INSTRUCTOR')[0]!);
  await other.locator('main h1').waitFor();
  expect(await other.locator('main form, main h2').count()).toBe(0);
});

async function signedIn(account: Account, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  context.on('weberror', (error) => complaints.push(String(error.error().stack)));
  context.on('console', (line) => {
    if (/Content Security Policy/i.test(line.text())) complaints.push(line.text());
  });
  const page = await context.newPage();
  await page.goto(`${server}/permits`);
  await page.locator('#account').fill(account.account);
  await page.locator('#password').fill(account.password);
  await page.locator('button[type=submit]').click();
  await page.locator('#account').waitFor({ state: 'detached' });
  return page;
}

async function ask(page: Page, purpose: string): Promise<void> {
  const form = page.locator('form', { hasText: '申请实名数据' });
  await form.locator('textarea').fill(purpose);
  await form.locator('button[type=submit]').click();
  await page.locator('.notice.success').waitFor();
}

/** From the field for the reason on with nothing but keys. */
async function decideByKeyboard(page: Page, request: Locator, why: string): Promise<void> {
  await request.locator('textarea').focus();
  await page.keyboard.type(why);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}
