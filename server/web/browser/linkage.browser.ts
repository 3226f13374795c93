import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { accountsOf, barriers, Desk, server, type Account } from './stage';

interface Pair {
  readonly id: string;
  readonly state: string;
  readonly taken: number;
}

const office = accountsOf('COUNTY')[0]!;
const guide = accountsOf('INSTRUCTOR')[0]!;
const statistician = accountsOf('STATISTICIAN')[0]!;
const walker = accountsOf('ENUMERATOR')[0]!;

let browser: Browser;
/** Nobody has judged it yet when the tests begin; each test goes on where the one before ended. */
let pair: string;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env['RUHU_TEST_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  // The server looks for doubles behind the interviews, for a while after it is ready.
  await vi.waitFor(async () => expect((await todo(guide)).length).toBeGreaterThan(1), { interval: 1_000, timeout: 120_000 });
}, 150_000);

afterAll(() => browser.close());

test('a clerk opens a pair by keyboard, is asked for evidence, judges, and is led to the next pair', async () => {
  const page = await signedIn(guide);
  await page.goto(`${server}/linkage`);
  await page.locator('.pairs tbody tr').nth(1).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('.alike tbody tr').first().waitFor();
  pair = new URL(page.url()).pathname.split('/').at(-1)!;
  expect(await page.locator('.people .this').count()).toBe(2);
  expect(await barriers(page)).toEqual([]);

  await judge(page);
  await page.locator('.step-form .notice.danger', { hasText: '请先选择一个判断' }).waitFor();
  await page.locator('h1').focus();
  await page.keyboard.press('s');
  expect(await page.locator('input[name=verdict][value=same]').isChecked()).toBe(true);
  await judge(page);
  await page.locator('.step-form .notice.danger', { hasText: '请勾选看到的证据' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.locator('input[name=evidence][value=police-proof]').check();
  await judge(page);
  await page.waitForURL((url) => url.pathname.startsWith('/linkage/pairs/') && !url.pathname.endsWith(pair));
  await page.locator('.step-form').waitFor();
  expect(await page.locator('input[name=verdict]:checked, input[name=evidence]:checked').count()).toBe(0);
  expect(await stateOf(pair)).toBe('judged');
});

test('the second clerk learns what the first said only after having judged', async () => {
  const first = guide.account;
  expect(JSON.stringify(await (await Desk.of(office)).get(`/api/linkage/pairs/${pair}`))).not.toContain(`"${first}"`);
  const page = await open(office);
  await page.locator('.moves li', { hasText: '您判断后可见' }).waitFor();
  expect(await page.locator('.moves').innerText()).not.toContain('同一人');
  await page.locator('input[name=verdict][value=different]').check();
  await page.locator('input[name=evidence][value=kin]').check();
  await page.locator('textarea[name=note]').fill('证号 549901198005170013 两家各有一位');
  await judge(page);
  await page.waitForURL((url) => !url.pathname.endsWith(pair));
  await page.goto(`${server}/linkage/pairs/${pair}`);
  await page.locator('.moves li', { hasText: first }).waitFor();
  expect(await page.locator('.moves li').count()).toBe(2);
  expect(await page.locator('.moves').innerText()).not.toContain('549901198005170013');
  await page.locator('.notice', { hasText: '等另一人判断' }).waitFor();
  expect(await stateOf(pair)).toBe('disputed');
});

test('a third person decides what two disagree about, without being shown names', async () => {
  const page = await open(statistician);
  expect(await page.locator('h1').innerText()).toMatch(/^.\*+ · .\*+$/);
  expect(await page.locator('.moves li').count()).toBe(2);
  await page.locator('input[name=verdict][value=different]').check();
  await page.locator('input[name=evidence][value=place-history]').check();
  await judge(page);
  await expect.poll(() => stateOf(pair)).toBe('different');
});

test('a decision is undone with a reason, and waits for people who have not judged it', async () => {
  const page = await open(office);
  expect(await page.locator('input[name=verdict]').count()).toBe(0);
  await page.locator('button', { hasText: '撤销这个决定' }).click();
  expect(await barriers(page)).toEqual([]);
  await page.locator('textarea[name=reason]').fill('两户都来核对过了');
  await page.locator('.step-form button[type=submit]').click();
  await page.locator('.moves li', { hasText: '两户都来核对过了' }).waitFor();
  await page.locator('.notice', { hasText: '等另一人判断' }).waitFor();
  expect(await stateOf(pair)).toBe('waiting');
});

test('what is said on a page that is behind is not lost, and not counted twice', async () => {
  const other = (await todo(office)).find((each) => each.taken === 0)!;
  const page = await open(office, other.id);
  await page.locator('input[name=verdict][value=different]').check();
  await page.locator('input[name=evidence][value=kin]').check();
  await (await Desk.of(guide)).fetch(`/api/linkage/pairs/${other.id}/judgements/1`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ verdict: 'different', evidence: ['kin'] }),
  });
  await judge(page);
  await page.locator('.step-form .notice', { hasText: '刚才有人也作了判断' }).waitFor();
  await page.locator('.moves li', { hasText: '您判断后可见' }).waitFor();
  expect(await page.locator('input[name=verdict][value=different]').isChecked()).toBe(true);
  await judge(page);
  await expect.poll(() => stateOf(other.id)).toBe('different');
});

test('a submission shows its likely doubles at the desk, and nothing of them to who interviews', async () => {
  const whole = await (await Desk.of(office)).get<{ left: { submission: string } }>(`/api/linkage/pairs/${pair}`);
  const page = await signedIn(office);
  await page.goto(`${server}/supervisor/submissions/${whole.left.submission}`);
  await page.locator(`.doubles a[href="/linkage/pairs/${pair}"]`).waitFor();
  expect(await barriers(page)).toEqual([]);

  await expect((await Desk.of(walker)).get(`/api/linkage/pairs/${pair}`)).rejects.toThrow('403');
  const tablet = await signedIn(walker);
  for (const path of ['/linkage', `/linkage/pairs/${pair}`]) {
    await tablet.goto(server + path);
    await tablet.locator('main', { hasText: '没有这个页面的权限' }).waitFor();
  }
});

test.each([
  ['zh-CN', 390, '疑似重复'],
  ['zh-CN', 360, '疑似重复'],
  ['en-US', 390, 'Likely doubles'],
  ['en-US', 360, 'Likely doubles'],
  ['en-US', 1280, 'Likely doubles'],
])('list, pair and empty list in %s on %i pixels: nothing in the way, nothing beside the page', async (locale, width, head) => {
  const page = await signedIn(office, locale, width);
  const homes = (await (await Desk.of(office)).get<{ pairs: readonly Pair[] }>('/api/linkage/households')).pairs;
  for (const [path, shown] of [
    ['/linkage/households?all=true', homes.length > 0 ? '.pairs tbody tr' : '.empty'],
    ...homes.slice(0, 1).map(({ id }) => [`/linkage/households/${id}`, '.lined tbody tr'] as const),
    ['/linkage?all=true', '.pairs tbody tr'],
    ['/linkage?state=gone', '.empty'],
    [`/linkage/pairs/${pair}`, '.alike tbody tr'],
  ] as const) {
    await page.goto(server + path);
    await page.locator(shown).first().waitFor();
    if (!/\/(pairs|households)\/[^?]+$/.test(path)) expect(await page.locator('h1').innerText()).toBe(head);
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

async function signedIn(account: Account, locale = 'zh-CN', width = 1280): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: width > 500 ? 800 : 844 }, locale })).newPage();
  await page.goto(`${server}/`);
  await page.locator('#account').fill(account.account);
  await page.locator('#password').fill(account.password);
  await page.locator('button[type=submit]').click();
  await page.locator('#account').waitFor({ state: 'detached' });
  return page;
}

async function open(account: Account, id = pair): Promise<Page> {
  const page = await signedIn(account);
  await page.goto(`${server}/linkage/pairs/${id}`);
  await page.locator('.alike tbody tr').first().waitFor();
  return page;
}

function judge(page: Page): Promise<void> {
  return page.locator('.step-form button[type=submit]').click();
}

async function stateOf(id: string): Promise<string> {
  return (await (await Desk.of(office)).get<Pair>(`/api/linkage/pairs/${id}`)).state;
}

async function todo(account: Account): Promise<readonly Pair[]> {
  return (await (await Desk.of(account)).get<{ pairs: readonly Pair[] }>('/api/linkage/pairs?todo=true&limit=500')).pairs;
}
