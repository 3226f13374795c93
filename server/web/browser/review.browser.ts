import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Account, accountsOf, barriers, Desk, enrol, server, Tablet, unlock } from './stage';

interface Row {
  readonly submission: string;
  readonly unit: string;
  readonly team: string;
  readonly state: string;
  readonly result?: string;
}

/** Result of a visit where everything was asked. */
const COMPLETE = '01';
const REASON = '请核对家庭成员人数';
const instructor = accountsOf('INSTRUCTOR').find(({ account }) => account === 'instructor')!;
const county = accountsOf('COUNTY').find(({ account }) => account === 'county')!;
const complaints: string[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env['RUHU_TEST_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});

afterEach(() => expect(complaints).toEqual([]));

afterAll(() => browser.close());

test('the instructor walks to a submission by keyboard, chooses it and passes it on', async () => {
  const page = await signedIn(instructor);
  await page.goto(`${server}/supervisor/submissions?state=received`);
  await page.locator('tbody tr').first().waitFor();
  expect(await barriers(page)).toEqual([]);
  const unit = await page.locator('tbody tr a').first().innerText();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.getByRole('button', { name: '审核通过 1 份' }).click();
  await page.locator('.notice.success').waitFor();
  await page.goto(`${server}/supervisor/submissions?state=checked`);
  await page.locator('tbody tr a', { hasText: unit }).waitFor();
});

test('the county office accepts what was passed on, and a state nothing stands in says so', async () => {
  const page = await signedIn(county);
  const row = (await standing('checked'))[0]!;
  await page.goto(`${server}/supervisor/submissions/${row.submission}`);
  await page.locator('.step-form').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.locator('.step-form').getByText('验收', { exact: true }).click();
  await page.locator('.step-form button[type=submit]').click();
  await page.locator('header .badge.accepted').waitFor();
  await page.locator('.moves', { hasText: 'county' }).waitFor();
  await page.goto(`${server}/supervisor/submissions?state=correction`);
  await page.locator('.empty').waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('what is returned comes back to the tablet with the reason and opens with what was answered', async () => {
  const row = (await standing('received')).find(({ result }) => result === COMPLETE)!;
  const page = await signedIn(instructor, { width: 390, height: 844 });
  await page.goto(`${server}/supervisor/submissions/${row.submission}`);
  await page.locator('.step-form').getByText('退回并说明原因').click();
  await page.locator('.step-form textarea').fill(REASON);
  const answer = page.locator('.answer', { has: page.locator('.mark') }).first();
  const asked = await answer.locator('dt').innerText();
  await answer.locator('.mark input').check();
  await page.locator('.step-form .marked', { hasText: asked }).waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.locator('.step-form button[type=submit]').click();
  await page.locator('header .badge.returned').waitFor();

  const tablet = new Tablet();
  const device = (await tablet.on()).pages()[0]!;
  await enrol(device, accountsOf('ENUMERATOR').find(({ team }) => team === row.team)!);
  await device.goto(`${server}/tablet/unit/${row.unit}`);
  await unlock(device);
  await device.locator('.notice.danger', { hasText: REASON }).waitFor();
  await device.locator('.notice.danger li', { hasText: asked }).waitFor();
  expect(await barriers(device)).toEqual([]);
  await device.locator('a.button', { hasText: '打开并修改' }).click();
  await device.locator('.question').first().waitFor();
  await device.locator('.save-state', { hasText: '已保存' }).waitFor();
  await device.locator('.section-bar > button').click();
  const done = device.locator('dialog[open] .section-list button', { hasText: '已完成' });
  await done.first().waitFor();
  expect(await done.count()).toBeGreaterThan(3);
  await device.locator('dialog[open] .section-list button').last().click();
  await device.locator('.open-list .places button', { hasText: asked }).first().click();
  await device.locator('.question .note.danger', { hasText: '审核要求更正这一项' }).waitFor();
  expect(tablet.complaints).toEqual([]);
  await tablet.thrownAway();
});

async function standing(state: string): Promise<readonly Row[]> {
  const desk = await Desk.of(county);
  const { submissions } = await desk.get<{ submissions: readonly Row[] }>(`/api/submissions?state=${state}`);
  return submissions;
}

async function signedIn(account: Account, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage();
  page.on('console', (line) => /Content Security Policy/i.test(line.text()) && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${server}/`);
  await page.locator('#account').fill(account.account);
  await page.locator('#password').fill(account.password);
  await page.locator('button[type=submit]').click();
  await page.locator('#account').waitFor({ state: 'detached' });
  return page;
}
