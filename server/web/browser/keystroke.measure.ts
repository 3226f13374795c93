import type { CDPSession, Page } from 'playwright-core';
import { afterAll, test } from 'vitest';
import { fillPage } from './filling';
import { householdOfSix, typed } from './household';
import { enrol, server, Tablet } from './stage';
import { section, startInterview, workLeft } from './walking';

const MEMBERS = 30;
const KEYS = 60;
const THROTTLE = 4;

const tablet = new Tablet();
afterAll(() => tablet.thrownAway());

/** Fields that much depends on: sums and checks over all members, skips, and plain text. */
const FIELDS = [
  { says: 'text, nothing depends on it', section: 'A', id: 'q-natural_village', keys: '上下' },
  { says: 'number in six sums', section: 'H', id: 'q-inc_crop', keys: '12345' },
  { says: 'number held against 30 members', section: 'B', id: 'q-n_hukou', keys: '12' },
  { says: 'months of member 30', section: 'M&at=%2Fmembers%2F29', id: 'q-members-29-months_home', keys: '12' },
  { says: 'wage of member 30', section: 'M&at=%2Fmembers%2F29', id: 'q-members-29-wage_m', keys: '12345' },
];

test('a keystroke with 30 members x 35 fields', async () => {
  const { team, free } = await workLeft();
  const context = await tablet.on();
  const page = context.pages()[0]!;
  await enrol(page, team);
  await startInterview(page, free[0]!);
  const { answers, members } = householdOfSix(free[0]!.area);
  for (const name of ['A', 'B', 'H']) {
    await section(page, name);
    await fillPage(page, 'q-', typed(answers));
  }
  await section(page, 'M');
  for (let row = 0; row < MEMBERS; row++) {
    await page.locator('main .button', { hasText: /添加家庭成员|再加一个/ }).first().click();
    await page.locator(`[id="q-members-${row}-name_zh"]`).waitFor();
    await fillPage(page, `q-members-${row}-`, typed({ ...members[0]!, name_zh: `扎西${row}` }));
  }
  const debuggerSession = await context.newCDPSession(page);
  for (const rate of [1, THROTTLE]) await measure(page, debuggerSession, rate);
  await firstLoad(page, debuggerSession);
});

async function measure(page: Page, session: CDPSession, rate: number): Promise<void> {
  console.log(`\nkeystroke to laid-out page, ${MEMBERS} members, CPU throttled ${rate}x (ms)`);
  for (const field of FIELDS) {
    await page.evaluate((where) => {
      history.pushState(null, '', `${location.pathname}?section=${where}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, field.section);
    await page.locator(`[id="${field.id}"]`).waitFor();
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const times = await page.evaluate(typeInto, { id: field.id, keys: field.keys, times: KEYS });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    console.log(`  ${field.says.padEnd(36)} median ${at(times, 0.5)}  p95 ${at(times, 0.95)}  max ${at(times, 1)}`);
  }
}

/** In the page: an input event, its handlers, the drawing they cause, and the layout; with a pause as between two fingers. */
async function typeInto({ id, keys, times }: { id: string; keys: string; times: number }): Promise<number[]> {
  const input = document.getElementById(id) as HTMLInputElement;
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
  input.focus();
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const started = performance.now();
    write.call(input, keys.slice(0, 1 + (n % keys.length)));
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await Promise.resolve();
    await new Promise<void>((drawn) => queueMicrotask(drawn));
    document.body.getBoundingClientRect();
    taken.push(performance.now() - started);
    await new Promise((pause) => setTimeout(pause, 90));
  }
  return taken;
}

async function firstLoad(page: Page, session: CDPSession): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.goto(`${server}/tablet`);
  await page.locator('[id="pin.pin"]').waitFor();
  const ready = await page.evaluate(() => performance.now());
  console.log(`\npage opened to PIN field, CPU throttled ${THROTTLE}x: ${ready.toFixed(0)} ms`);
}

function at(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1).padStart(6);
}
