import { createHash } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { digestOf } from '../tablet/canonical';
import { fillPage, type Answer } from './filling';
import { householdOfSix, typed } from './household';
import { accountsOf, Desk, enrol, server, Tablet, unlock } from './stage';
import { finish, saved, section, startInterview, workLeft, type Unit } from './walking';

interface Shown {
  readonly submission: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly missing: Readonly<Record<string, string>>;
  readonly revisions: readonly { readonly number: number; readonly digest: string; readonly attachments: readonly { sha256: string; present: boolean }[] }[];
}

const tablet = new Tablet();
afterAll(() => tablet.thrownAway());

const VILLAGE_SECTIONS = ['C', 'D', 'E', 'F', 'G', 'H', 'I'];

test('a household of six, filled off line over a killed tab, arrives as it was entered', async () => {
  const { team, enumerator, free } = await workLeft();
  const county = await Desk.of(accountsOf('COUNTY')[0]!);
  const unit = free[0]!;
  const { answers, members } = householdOfSix(unit.area);
  const before = await submissionsIn(county, unit.area);

  let context = await tablet.on();
  let page = context.pages()[0]!;
  await enrol(page, team);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  await context.setOffline(true);
  await page.reload();
  await unlock(page);
  await startInterview(page, unit);
  await section(page, 'A');
  await fillPage(page, 'q-', typed(answers));
  await section(page, 'B');
  await fillPage(page, 'q-', typed(answers));
  await section(page, 'M');
  for (const [row, member] of members.slice(0, 3).entries()) await addMember(page, row, member);
  await saved(page);
  await crash(context, page);
  await tablet.off();

  context = await tablet.on();
  await context.setOffline(true);
  page = await context.newPage();
  await page.goto(`${server}/tablet`);
  await unlock(page);
  await page.locator(`a.unit[href$="/interview/${unit.unit}"]`).click();
  expect(await page.locator('[id="q-members-2-name_zh"]').inputValue()).toBe(members[2]!['name_zh']);

  await page.locator('nav.steps button').last().click();
  for (const [row, member] of members.entries()) if (row > 2) await addMember(page, row, member);
  for (const name of VILLAGE_SECTIONS) {
    await section(page, name);
    await fillPage(page, 'q-', typed(answers));
  }
  await finish(page);
  expect(await submissionsIn(county, unit.area)).toEqual(before);

  await context.setOffline(false);
  await page.locator('.save-state', { hasText: '没有待发送的' }).waitFor();

  const [arrived] = (await submissionsIn(county, unit.area)).filter((id) => !before.includes(id));
  const shown = await county.get<Shown>(`/api/submissions/${arrived}`);
  expect(shown.revisions.map(({ number }) => number)).toEqual([1]);
  const whole = { ...answers, ...givenByDevice(shown, unit), members: members.map((member) => ({ ...member, hh_id: unit.prefill['hh_id'] })) };
  const attachments = shown.revisions[0]!.attachments.map(({ sha256 }) => sha256);
  const body = { form: { name: 'household-census', version: '1.0' }, campaign: unit.campaign, unit: unit.unit, answers: whole, missing: {}, attachments: [...attachments].sort() };
  expect(shown.revisions[0]!.digest).toBe(await digestOf(body));
  expect(attachments).toHaveLength(3);
  for (const sha256 of attachments) expect(await hashOf(enumerator, sha256)).toBe(sha256);
  expect(tablet.complaints).toEqual([]);
});

async function submissionsIn(county: Desk, area: string): Promise<readonly string[]> {
  const page = await county.get<{ submissions: readonly { submission: string }[] }>(`/api/submissions?area=${area}&limit=200`);
  return page.submissions.map(({ submission }) => submission).sort();
}

/** What nobody typed: the clock, and the names of the signatures, which are the hashes of what arrived. */
function givenByDevice({ answers }: Shown, { prefill }: Unit): Record<string, Answer | undefined> {
  const { start_time, end_time, sign_resp, sign_enum } = answers;
  expect(String(start_time)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
  expect(Date.parse(String(end_time))).toBeGreaterThan(Date.parse(String(start_time)));
  return { start_time, end_time, sign_resp, sign_enum, hh_id: prefill['hh_id'] };
}

async function hashOf(enumerator: Desk, sha256: string): Promise<string> {
  const bytes = await (await enumerator.fetch(`/api/attachments/${sha256}`)).arrayBuffer();
  return createHash('sha256').update(Buffer.from(bytes)).digest('hex');
}

async function addMember(page: Page, row: number, member: Readonly<Record<string, Answer>>): Promise<void> {
  await page.locator('main .button', { hasText: /添加家庭成员|再加一个/ }).first().click();
  await page.locator(`[id="q-members-${row}-name_zh"]`).waitFor();
  await fillPage(page, `q-members-${row}-`, typed(member));
}

/** The tab dies without a word: no unload, no pagehide. */
async function crash(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const dead = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await dead;
}
