import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Account, accountsOf, barriers, Desk, server } from './stage';

interface Counted {
  readonly total: { readonly units: number; readonly enumerated: number };
}

interface Unit {
  readonly unit: string;
  readonly campaign: string;
  readonly form: { readonly name: string; readonly version: string };
  readonly state: string;
}

const countyAccount = accountsOf('COUNTY')[0]!;
const complaints: string[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env['RUHU_TEST_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});

afterEach(() => expect(complaints).toEqual([]));

afterAll(() => browser.close());

test('the county office walks by keyboard down to the answers of a household', async () => {
  const page = await signedIn(countyAccount);
  await page.locator('tbody tr').first().waitFor();
  expect(await barriers(page)).toEqual([]);
  for (let digits = countyAccount.area.length; digits < 12; ) {
    const area = await walkInto(page, 'tbody tr:has(.coverage .done)');
    expect(area.length).toBeGreaterThan(digits);
    digits = area.length;
  }
  await page.locator('td .badge').first().waitFor();
  expect(await barriers(page)).toEqual([]);
  await openSubmission(page);
  await page.locator('.answer').first().waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('a telephone number is masked until the county office says why it needs it, and that is recorded', async () => {
  const page = await signedIn(countyAccount);
  const submission = await withPhone();
  await page.goto(`${server}/supervisor/submissions/${submission}`);
  const phoneNumber = page.locator('[id="at/phone"]');
  await phoneNumber.waitFor();
  expect(await phoneNumber.locator('dd').innerText()).toContain('*');
  await phoneNumber.locator('button').click();
  const reason = `核对联系电话 ${randomUUID()}`;
  await phoneNumber.locator('input.input').fill(reason);
  await phoneNumber.locator('button[type=submit]').click();
  await phoneNumber.locator('dd strong').waitFor();
  expect(await phoneNumber.locator('dd strong').innerText()).toMatch(/^\d{7,12}$/);
  const auditor = await Desk.of(accountsOf('AUDITOR')[0]!);
  expect(await wholeAudit(auditor)).toContain(reason);
});

test('the count of the county rises when a household arrives', async () => {
  const page = await signedIn(countyAccount);
  const county = await Desk.of(countyAccount);
  await page.goto(`${server}/supervisor`);
  const before = await counted(county);
  await page.locator('.figure', { hasText: `${before.enumerated}` }).waitFor();
  await oneMoreHousehold();
  await expect.poll(async () => (await counted(county)).enumerated, { timeout: 20_000 }).toBe(before.enumerated + 1);
  await page.locator('.as-of button').click();
  await page.locator('.figure', { hasText: `${before.enumerated + 1} / ${before.units}` }).waitFor();
});

test('the statistician takes along as many interviews as the page says', async () => {
  const statistician = await signedIn(accountsOf('STATISTICIAN')[0]!);
  const census = statistician.getByRole('region', { name: '昌都市脱贫攻坚普查（演示）' });
  const number = census.locator('.dataset-facts dd').nth(1);
  await census.locator('.dataset-facts dd', { hasText: /^\d+$/ }).first().waitFor();
  const [download] = await Promise.all([statistician.waitForEvent('download'), census.locator('a[href*=".ndjson"]').click()]);
  const lines = readFileSync(await download.path(), 'utf8').trim().split('\n');
  expect(lines).toHaveLength(Number(await number.innerText()));
  await statistician.locator('details > summary', { hasText: '变量定义' }).first().click();
  await statistician.locator('.rows tbody tr').first().waitFor();
  expect(await barriers(statistician)).toEqual([]);
});

test('the statistician has a file made in the background and fetches it', async () => {
  const statistician = await signedIn(accountsOf('STATISTICIAN')[0]!);
  const choices = statistician.locator('form', { hasText: '制作数据文件' });
  await choices.locator('select[name=format]').selectOption('sav');
  await choices.locator('button[type=submit]').click();
  const row = statistician.locator('tr', { hasText: 'SPSS' }).first();
  await row.locator('.badge.received').waitFor();
  await statistician.reload();
  const [download] = await Promise.all([statistician.waitForEvent('download'), row.locator('a[download]').click()]);
  expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe('PK');
  expect(await barriers(statistician)).toEqual([]);
  await row.locator('button').click();
  await row.locator('.badge', { hasText: '文件已删除' }).waitFor();
});

test('on a phone nothing is wider than the screen', async () => {
  const page = await signedIn(countyAccount, { width: 390, height: 844 });
  await page.locator('tbody tr').first().waitFor();
  expect(await overflow(page)).toBe(0);
  await page.goto(`${server}/supervisor/submissions/${await withPhone()}`);
  await page.locator('.answer').first().waitFor();
  expect(await overflow(page)).toBe(0);
});

async function signedIn(account: Account, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  context.on('weberror', (error) => complaints.push(String(error.error().stack)));
  context.on('console', (line) => {
    if (/Content Security Policy/i.test(line.text())) complaints.push(line.text());
  });
  const page = await context.newPage();
  await page.goto(`${server}/`);
  await page.locator('#account').fill(account.account);
  await page.locator('#password').fill(account.password);
  await page.locator('button[type=submit]').click();
  await page.locator('#account').waitFor({ state: 'detached' });
  return page;
}

/** Goes down to the first row that fits, with j and Enter; gives the area reached. */
async function walkInto(page: Page, row: string): Promise<string> {
  await page.locator(row).first().waitFor();
  const before = new URL(page.url()).searchParams.get('area') ?? '';
  const steps = await page.locator(row).first().evaluate((element) => (element as HTMLTableRowElement).sectionRowIndex + 1);
  for (let i = 0; i < steps; i++) await page.keyboard.press('j');
  await page.locator('tr.reached a:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => (url.searchParams.get('area') ?? '') !== before);
  const area = new URL(page.url()).searchParams.get('area')!;
  await page.locator('.ways [aria-current]').waitFor();
  return area;
}

async function openSubmission(page: Page): Promise<void> {
  const steps = await page.locator('tbody tr:has(a)').first().evaluate((row) => (row as HTMLTableRowElement).sectionRowIndex + 1);
  for (let i = 0; i < steps; i++) await page.keyboard.press('j');
  await page.locator('tr.reached a:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/supervisor\/submissions\//);
}

/** A submission that holds a telephone number. */
async function withPhone(): Promise<string> {
  const county = await Desk.of(countyAccount);
  const { submissions } = await county.get<{ submissions: readonly { submission: string }[] }>('/api/submissions?limit=50');
  for (const { submission } of submissions) {
    const { answers } = await county.get<{ answers: Readonly<Record<string, unknown>> }>(`/api/submissions/${submission}`);
    if (answers['phone'] !== undefined) return submission;
  }
  throw new Error('no interview of the demo has a telephone number');
}

async function wholeAudit(auditor: Desk): Promise<string> {
  let text = '';
  for (let after = ''; ; ) {
    const page = await auditor.get<{ next?: string }>(`/api/audit${after}`);
    text += JSON.stringify(page);
    if (page.next === undefined) return text;
    after = `?after=${encodeURIComponent(page.next)}`;
  }
}

async function counted(county: Desk): Promise<Counted['total']> {
  return (await county.get<Counted>(`/api/progress?area=${countyAccount.area}`)).total;
}

/** A team sends an interview that could not be held. */
async function oneMoreHousehold(): Promise<void> {
  for (const account of accountsOf('ENUMERATOR')) {
    const team = await Desk.of(account);
    const { units } = await team.get<{ units: readonly Unit[] }>('/api/assignments');
    const unit = units.find(({ state, form }) => state === 'listed' && form.name === 'household-census');
    if (!unit) continue;
    const body = { form: unit.form, campaign: unit.campaign, unit: unit.unit, answers: { result_code: '05' }, missing: {}, attachments: [], paradata: {} };
    const headers = { 'Content-Type': 'application/json' };
    await team.fetch(`/api/submissions/${randomUUID()}/revisions/1`, { method: 'PUT', headers, body: JSON.stringify(body) });
    return;
  }
  throw new Error('every household of the demo is done');
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
