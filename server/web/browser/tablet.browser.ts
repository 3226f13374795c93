import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsOf, Desk, enrol, PIN, server, Tablet, unlock } from './stage';
import { finish, nobodyThere, saved, section, startInterview, workLeft, type Unit, type Work } from './walking';

const tablet = new Tablet();
let work: Work;
let context: BrowserContext;
let page: Page;
let free: Unit[];

beforeAll(async () => {
  work = await workLeft();
  free = [...work.free];
  context = await tablet.on();
  page = context.pages()[0]!;
  await enrol(page, work.team);
});

afterAll(async () => {
  expect(tablet.complaints).toEqual([]);
  await tablet.thrownAway();
});

const nothingWaits = (on: Page) => on.locator('.save-state', { hasText: '没有待发送的' }).waitFor();

interface Submission {
  readonly submission: string;
  readonly unit: string;
  readonly revisions: readonly { readonly number: number; readonly attachments: readonly { readonly sha256: string; readonly present: boolean }[] }[];
}

/** As the server has them. */
async function submissionsOf(unit: Unit): Promise<readonly Submission[]> {
  const county = await Desk.of(accountsOf('COUNTY')[0]!);
  const { submissions } = await county.get<{ submissions: readonly Submission[] }>(`/api/submissions?area=${unit.area}&limit=200`);
  const found = submissions.filter((each) => each.unit === unit.unit);
  return Promise.all(found.map(({ submission }) => county.get<Submission>(`/api/submissions/${submission}`)));
}

async function revisionsOf(unit: Unit): Promise<readonly number[]> {
  return (await submissionsOf(unit)).flatMap(({ revisions }) => revisions.map(({ number }) => number)).sort();
}

test('the language changes in mid-interview and nothing is lost', async () => {
  await startInterview(page, free[0]!);
  await page.locator('#q-natural_village').fill('上组');
  for (const [name, label] of [['English', 'Natural village or villagers\' group'], ['藏文', '自然村（村民小组）'], ['中文', '自然村（村民小组）']] as const) {
    await page.locator('.menu > summary').click();
    await page.getByRole('button', { name, exact: true }).click();
    await page.keyboard.press('Escape');
    expect(await page.locator('label[for="q-natural_village"]').innerText()).toContain(label);
    expect(await page.locator('#q-natural_village').inputValue()).toBe('上组');
  }
  await saved(page);
});

test('what is typed but is no number stays as typed over a restart, and says so', async () => {
  await page.locator('#q-visit_no').fill('1x');
  await saved(page);
  await page.reload();
  await unlock(page);
  expect(await page.locator('#q-visit_no').inputValue()).toBe('1x');
  await page.locator('#q-visit_no-notes', { hasText: '请填数字' }).waitFor();
});

test('a second tab does not write the same interview until it takes it over', async () => {
  const other = await context.newPage();
  await other.goto(page.url());
  await unlock(other);
  await other.getByRole('heading', { name: '这份访问正在另一个标签页里填写' }).waitFor();
  await other.getByRole('button', { name: '在这里接着填' }).click();
  await other.locator('#q-natural_village').waitFor();
  await page.getByRole('heading', { name: '这份访问已在另一个标签页里接着填' }).waitFor();
  await page.close();
  page = other;
  expect(await page.locator('#q-natural_village').inputValue()).toBe('上组');
});

test('when the session is over the password is asked for, and what waited is sent', async () => {
  await context.clearCookies();
  await nobodyThere(page);
  await page.locator('.save-state a', { hasText: '需要密码' }).click();
  await page.locator('#password').fill(work.team.password);
  await page.locator('button[type=submit]').click();
  await nothingWaits(page);
  expect(await revisionsOf(free[0]!)).toEqual([1]);
});

test('after a visit without anybody there, the next visit is the next revision', async () => {
  await startInterview(page, free[0]!, '再访一次');
  await nobodyThere(page);
  await nothingWaits(page);
  expect(await revisionsOf(free[0]!)).toEqual([1, 2]);
});

test('a refused interview says what to do, is opened again, corrected and sent', async () => {
  const problem = { type: '/problems/unreadable-answers', title: '', status: 422, detail: '', errors: [{ pointer: '#/natural_village', detail: 'too short' }] };
  await page.route('**/api/submissions/**', (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(problem) }));
  await startInterview(page, free[1]!);
  await nobodyThere(page);
  await page.locator('.save-state a', { hasText: '1 份被退回' }).click();
  await page.unroute('**/api/submissions/**');
  await page.locator('a.unit').click();
  await page.locator('.notice.danger li', { hasText: '自然村' }).waitFor();
  await page.getByRole('button', { name: '打开修改' }).click();
  await section(page, 'A');
  await page.locator('#q-natural_village').fill('下组');
  await finish(page);
  await nothingWaits(page);
  expect(await revisionsOf(free[1]!)).toEqual([1]);
});

test('a photo is made small and arrives after its interview; the position is taken from the device', async () => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 31.1419876543, longitude: 97.17, accuracy: 8.26 });
  await page.goto(`${server}/tablet`);
  await unlock(page);
  await startInterview(page, free[3]!);
  await page.locator('.gps button').click();
  await page.locator('.gps .notice.success').waitFor();
  expect(await page.locator('#q-gps_lat').inputValue()).toBe('31.141988');
  expect(await page.locator('#q-gps_acc_m').inputValue()).toBe('8.3');
  await section(page, 'I');
  const house = Buffer.from(await page.evaluate(paintedHouse), 'base64');
  await page.locator('#q-photos').setInputFiles({ name: 'house.png', mimeType: 'image/png', buffer: house });
  await page.locator('.photos img').waitFor();
  await nobodyThere(page);
  await nothingWaits(page);
  const [submission] = await submissionsOf(free[3]!);
  const { attachments } = submission!.revisions[0]!;
  expect(attachments).toMatchObject([{ present: true }]);
  const photo = Buffer.from(await (await work.enumerator.fetch(`/api/attachments/${attachments[0]!.sha256}`)).arrayBuffer());
  expect(await page.evaluate(sizeOf, photo.toString('base64'))).toEqual([1600, 1200]);
});

/** In the page: a photo as large as a camera's. */
function paintedHouse(): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2400, 1800];
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#a0522d';
  pen.fillRect(600, 700, 1200, 800);
  return canvas.toDataURL('image/png').split(',')[1]!;
}

async function sizeOf(base64: string): Promise<readonly number[]> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const { width, height } = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  return [width, height];
}

test('an interview is opened and answered with the keyboard alone', async () => {
  await page.goto(`${server}/tablet/unit/${free[2]!.unit}`);
  await page.locator('[id="pin.pin"]').focus();
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await page.locator('a.button.main').waitFor();
  await tabTo('a.button.main');
  await page.keyboard.press('Enter');
  await page.locator('main[data-section="A"]').waitFor();
  await tabTo('#q-interview_lang');
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('input[name="q-interview_lang"][value="2"]').isChecked()).toBe(true);
  await tabTo('#q-result_code');
  await page.keyboard.press('Enter');
  await page.locator('dialog[open] .choice').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'hidden' });
  await saved(page);
});

async function tabTo(selector: string): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never reaches ${selector}`);
}
