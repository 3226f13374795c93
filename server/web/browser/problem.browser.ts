import type { BrowserContext, Page } from 'playwright-core';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillPage } from './filling';
import { accountsOf, barriers, Desk, enrol, server, Tablet, type Account } from './stage';
import { finish, section, startInterview, type Unit } from './walking';

const ALL_IS_WELL = {
  B: { k_food: '1', k_protein: '1', k_clothes: '1', k_bedding: '1' },
  C: { k_enrol: '1', k_home_teach: '9', k_edu_aid: '1' },
  D: { k_insured: '1', k_reimb: '9', k_chronic: '9', k_major: '9' },
  F: { k_wqty: '1', k_wqual: '1', k_wconv: '1', k_wrel: '1', k_winter: '1' },
} as const;

const tablet = new Tablet();
let desk: Browser;
let context: BrowserContext;
let page: Page;
let unit: Unit;

const account = (name: string): Account => ['ENUMERATOR', 'INSTRUCTOR', 'COUNTY'].flatMap(accountsOf).find((each) => each.account === name)!;

beforeAll(async () => {
  desk = await chromium.launch({ executablePath: process.env['RUHU_TEST_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  context = await tablet.on();
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 31.14, longitude: 97.17, accuracy: 8 });
  page = context.pages()[0]!;
  await enrol(page, account('check-team'));
  const { units } = await (await Desk.of(account('check-team'))).get<{ units: readonly Unit[] }>('/api/assignments');
  unit = units.find(({ state, form }) => state === 'listed' && form.name === 'door-check')!;
});

afterAll(async () => {
  expect(tablet.complaints).toEqual([]);
  await tablet.thrownAway();
  await desk.close();
});

test('off line, a house in danger is written down as a problem with a measure, and is sent when there is a line', async () => {
  await context.setOffline(true);
  await startInterview(page, unit, '开始');
  await fillPage(page, 'q-', { check_mode: '1', visit_plan: '2', hh_kind: '1', checker1_id: 'P-01', checker2_id: 'P-02', guide_withdrew: true, contact: '1' });
  await page.locator('.gps button').click();
  await page.locator('.gps .notice.success').waitFor();
  for (const [name, answers] of Object.entries(ALL_IS_WELL)) {
    await section(page, name);
    await fillPage(page, 'q-', answers);
  }
  await section(page, 'E');
  await fillPage(page, 'q-', { k_grade: '1', k_defect: '2', k_moved: '9', k_separate: '1' });
  await section(page, 'G');
  await fillPage(page, 'q-', { k_income: '1', k_dividend: '9', k_post: '9', k_files: '1', k_members: '1', members_n: 4, k_helper: '1', k_satisfied: '1', suspect: ['0'] });
  const crack = Buffer.from(await page.evaluate(paintedCrack), 'base64');
  await page.locator('#q-evidence').setInputFiles({ name: 'crack.png', mimeType: 'image/png', buffer: crack });
  await page.locator('.photos img').waitFor();
  await section(page, 'H');
  await page.locator('#q-problems').click();
  await fillPage(page, 'q-problems-0-', {
    prob_item: 'k_defect', prob_domain: '05', prob_desc: '北墙有一道贯通裂缝，宽约两厘米。', prob_sev: '1', prob_verify: '1', verify_how: ['3'],
  });
  expect(await barriers(page)).toEqual([]);
  await page.locator('#q-problems-0-measures').click();
  await page.locator('main[data-row="/problems/0/measures/0"]').waitFor();
  await fillPage(page, 'q-problems-0-measures-0-', { measure: '请县住建局重新鉴定', due_date: soon() });
  expect(await barriers(page)).toEqual([]);
  await finish(page);
  await page.locator('.save-state', { hasText: '1 份待发送' }).waitFor();
  await context.setOffline(false);
  await page.locator('.save-state', { hasText: '没有待发送的' }).waitFor();
});

test('the problem list offers what is wrong now: an item that is mended after all is not on offer any more', async () => {
  const { units } = await (await Desk.of(account('check-team'))).get<{ units: readonly Unit[] }>('/api/assignments');
  const next = units.find(({ state, form }) => state === 'listed' && form.name === 'door-check')!;
  await startInterview(page, next, '开始');
  await fillPage(page, 'q-', { contact: '1' });
  await section(page, 'F');
  await fillPage(page, 'q-', { k_wqty: '2', k_winter: '3' });
  await section(page, 'H');
  await page.locator('#q-problems').click();
  expect(await items()).toEqual(['k_wqty', 'k_winter', 'none']);
  await section(page, 'F');
  await fillPage(page, 'q-', { k_wqty: '1' });
  await section(page, 'H');
  await page.locator('.row-card').click();
  expect(await items()).toEqual(['k_winter', 'none']);
});

async function items(): Promise<readonly string[]> {
  const choices = page.locator('input[name="q-problems-0-prob_item"]');
  await choices.first().waitFor();
  return choices.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
}

test('a problem is verified, assigned, mended with a proof, and cancelled by another person', async () => {
  const instructor = await signedIn('check-instructor');
  await instructor.goto(`${server}/supervisor/problems?state=found&severity=1`);
  await instructor.locator('tbody tr a').first().waitFor();
  expect(await barriers(instructor)).toEqual([]);
  const problem = `${server}/supervisor/problems/${await submissionOf(unit)}/1`;
  await instructor.goto(problem);
  await instructor.locator('input[name="how"][value="3"]').check();
  expect(await barriers(instructor)).toEqual([]);
  await take(instructor, 'verify');

  const office = await signedIn('check-county');
  await office.goto(problem);
  await office.locator('input[name="department"]').fill('县住建局');
  await office.locator('input[name="person"]').fill('多吉');
  await office.locator('textarea[name="measure"]').fill('加固北墙');
  await take(office, 'assign');

  await instructor.goto(problem);
  await instructor.locator('input[name="step"][value="fix"]').check();
  await instructor.locator('input[name="done"]').fill(today());
  await instructor.locator('input[name="proofs"]').setInputFiles({ name: 'wall.png', mimeType: 'image/png', buffer: Buffer.from(await page.evaluate(paintedCrack), 'base64') });
  await take(instructor, 'fix');
  expect(await instructor.locator('input[name="step"]').count()).toBe(0);
  await instructor.locator('.notice', { hasText: '不能自己核实或销号' }).waitFor();

  await office.goto(problem);
  await office.locator('.moves a', { hasText: '佐证 1' }).waitFor();
  await take(office, 'cancel');
  await office.locator('.page-top', { hasText: '已销号' }).waitFor();
  expect(await barriers(office)).toEqual([]);
});

async function signedIn(name: string): Promise<Page> {
  const page = await (await desk.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })).newPage();
  await page.goto(`${server}/`);
  await page.locator('#account').fill(name);
  await page.locator('#password').fill(account(name).password);
  await page.locator('button[type=submit]').click();
  await page.locator('#account').waitFor({ state: 'detached' });
  return page;
}

/** Takes a step and waits until it stands in the history. */
async function take(on: Page, step: string): Promise<void> {
  await on.locator(`input[name="step"][value="${step}"]`).check();
  const before = await on.locator('.moves > li').count();
  await on.locator('.step-form button[type=submit]').click();
  await on.locator('.moves > li').nth(before).waitFor();
}

async function submissionOf(checked: Unit): Promise<string> {
  const office = await Desk.of(account('check-county'));
  const { problems } = await office.get<{ problems: readonly { unit: string; submission: string }[] }>('/api/problems?limit=200');
  return problems.find((each) => each.unit === checked.unit)!.submission;
}

/** In the page: a wall with a crack. */
function paintedCrack(): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 240];
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#d2b48c';
  pen.fillRect(0, 0, 320, 240);
  pen.fillStyle = '#222222';
  pen.fillRect(150 + Math.random() * 20, 0, 6, 240);
  return canvas.toDataURL('image/png').split(',')[1]!;
}

/** As in Changdu. */
function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

function soon(): string {
  return new Date(Date.now() + (8 + 5 * 24) * 3_600_000).toISOString().slice(0, 10);
}
