import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Account, accountsOf, barriers, Desk, server } from './stage';

interface AreaFigures {
  readonly state: string;
  readonly making?: object;
  readonly figures?: Readonly<Record<string, { readonly households?: number }>>;
}

const county = accountsOf('COUNTY')[0]!;
const statistician = accountsOf('STATISTICIAN')[0]!;
const complaints: string[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env['RUHU_TEST_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});

afterEach(() => expect(complaints).toEqual([]));

afterAll(() => browser.close());

test('the county office has the figures worked out, walks down to an area by keyboard and takes the table along', async () => {
  const page = await signedIn(county);
  await page.goto(`${server}/indicators`);
  const make = page.getByRole('button', { name: '计算指标' });
  await make.or(page.locator('.headline').first()).waitFor();
  expect(await barriers(page)).toEqual([]);
  if (await make.isVisible()) await make.click();
  await page.locator('.headline').first().waitFor({ timeout: 60_000 });
  expect(await barriers(page)).toEqual([]);

  const figures = await (await Desk.of(county)).get<AreaFigures>(page.url().replace(/^.*\/indicators/, '/api/indicators') + (await place(page)));
  const households = figures.figures!['compliance.exit.pass']!.households!;
  await page.locator('.headline', { hasText: '七项全部达标' }).getByText(`共 ${households} 户`).waitFor();

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/area=\d{6}/);
  await page.keyboard.press('u');
  await page.waitForURL((url) => url.searchParams.get('area')?.length === county.area.length);

  const headline = page.locator('.headline').first();
  await headline.locator('summary').click();
  await headline.getByText('公式').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[href*="figures.csv"]').click()]);
  expect(download.suggestedFilename()).toMatch(/^indicators-.*\.csv$/);
});

test('a statistician sends a sample table: a bad one is refused with its line, a good one is worked out and can be ended', async () => {
  const units = [...new Set((await (await Desk.of(county)).get<{ submissions: { unit: string }[] }>('/api/submissions?state=accepted')).submissions.map(({ unit }) => unit))];
  const page = await signedIn(statistician);
  await page.goto(`${server}/indicators`);
  await page.locator('summary', { hasText: '抽样设计' }).click();
  const send = async (lines: readonly string[]) => {
    await page.locator('input[name="design"]').setInputFiles({ name: 'design.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
    await page.getByRole('button', { name: '上传并计算' }).click();
  };

  await send(['unit,stratum,psu,weight', `${units[0]},a,p,many`]);
  await page.getByText('line 2: weight is a number').waitFor();
  expect(await barriers(page)).toEqual([]);

  await send(['unit,stratum,psu,weight', ...units.map((unit) => `${unit},a,${unit.slice(0, 12)},2`)]);
  await page.getByText(`样本 ${units.length} 户`).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: '不再按抽样' }).click({ timeout: 60_000 });
  await page.getByText('没有上传抽样设计').waitFor({ timeout: 60_000 });
});

test('where nobody was interviewed the page says what to do', async () => {
  const page = await signedIn(county);
  await page.goto(`${server}/indicators?area=${county.area}99`);
  await page.locator('.empty').first().waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('on a phone nothing runs over the side', async () => {
  const page = await signedIn(county, { width: 390, height: 844 });
  await page.goto(`${server}/indicators`);
  await page.locator('.headline').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

/** What the page asks the server for while its address says nothing. */
async function place(page: Page): Promise<string> {
  if (page.url().includes('?')) return '';
  const campaigns = await (await Desk.of(county)).get<{ campaigns: { id: string; areas: string[] }[] }>('/api/indicators/campaigns');
  return `?campaign=${campaigns.campaigns[0]!.id}&area=${campaigns.campaigns[0]!.areas[0]!}`;
}

async function signedIn(account: Account, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport });
  context.on('weberror', (error) => complaints.push(String(error.error().stack)));
  const page = await context.newPage();
  page.on('console', (line) => {
    if (/Content Security Policy/i.test(line.text())) complaints.push(line.text());
  });
  await page.goto(server);
  await page.locator('#account').fill(account.account);
  await page.locator('#password').fill(account.password);
  await page.locator('button[type=submit]').click();
  await page.locator('#account').waitFor({ state: 'detached' });
  return page;
}
