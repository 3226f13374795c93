import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, server } from './stage';

const { ballots } = JSON.parse(readFileSync(process.env['RUHU_ACCOUNTS'] ?? 'demo-accounts.json', 'utf8')) as { ballots: readonly string[] };
const address = `${server}/survey/changdu-staff-2026`;
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env['RUHU_TEST_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});

afterAll(() => browser.close());

test('the survey is answered with the keyboard alone, and a used ballot is refused', async () => {
  const page = await open();
  expect(await barriers(page)).toEqual([]);
  await answer(page, ballots[0]!.toLowerCase().replaceAll('-', ' '), '2');
  await page.locator('h1', { hasText: '已提交，谢谢' }).waitFor();
  expect(await barriers(page)).toEqual([]);

  const again = await open();
  await answer(again, ballots[0]!, '3');
  await again.locator('.notice.danger', { hasText: '这个答卷码已用过' }).waitFor();
  expect(await again.evaluate(() => document.activeElement?.id)).toBe('ballot');
  expect(await barriers(again)).toEqual([]);
});

test('on a phone a mistyped ballot is said to be unknown, and nothing is wider than the screen', async () => {
  const page = await open({ width: 390, height: 844 });
  await answer(page, '0000-0000-0000', '1');
  await page.locator('.notice.danger', { hasText: '没有这个答卷码' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

async function open(viewport = { width: 1280, height: 800 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage();
  await page.goto(address);
  await page.locator('#ballot').waitFor();
  return page;
}

/** Types the ballot, chooses an answer with the arrow keys, presses the button; every question may stay open. */
async function answer(page: Page, ballot: string, sleep: '1' | '2' | '3'): Promise<void> {
  await tabTo(page, '#ballot');
  await page.keyboard.type(ballot);
  await tabTo(page, 'input[name="q-sleep"]');
  await page.keyboard.press('Space');
  for (let at = 1; at < Number(sleep); at++) await page.keyboard.press('ArrowDown');
  expect(await page.locator(`input[name="q-sleep"][value="${sleep}"]`).isChecked()).toBe(true);
  await tabTo(page, 'form button[type=submit]');
  await page.keyboard.press('Enter');
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 150; steps++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never reaches ${selector}`);
}
