import type { Page } from 'playwright-core';
import { fillPage, type Answer } from './filling';
import { accountsOf, Desk, type Account } from './stage';

export interface Unit {
  readonly unit: string;
  readonly area: string;
  readonly campaign: string;
  readonly state: string;
  readonly form: { readonly name: string };
  readonly prefill: Readonly<Record<string, Answer>>;
}

export interface Work {
  readonly team: Account;
  readonly enumerator: Desk;
  /** Households that nobody has enumerated yet. */
  readonly free: readonly Unit[];
}

/** The team that has most left to do. */
export async function workLeft(): Promise<Work> {
  const all = await Promise.all(
    accountsOf('ENUMERATOR').map(async (team): Promise<Work> => {
      const enumerator = await Desk.of(team);
      const { units } = await enumerator.get<{ units: readonly Unit[] }>('/api/assignments');
      return { team, enumerator, free: units.filter(({ state, form }) => state === 'listed' && form.name === 'household-census') };
    }),
  );
  return all.reduce((most, each) => (each.free.length > most.free.length ? each : most));
}

export async function startInterview(page: Page, unit: Unit, button = '开始访问'): Promise<void> {
  await page.locator('#search').fill(unit.unit);
  await page.locator(`a.unit[href$="/${unit.unit}"]`).click();
  await page.locator('a.button', { hasText: button }).click();
  await page.locator('.question').first().waitFor();
}

/** Through the list of sections, as on a narrow screen. */
export async function section(page: Page, name: string): Promise<void> {
  await page.locator('.section-bar > button').click();
  await page.locator(`dialog[open] .section-list button`, { has: page.getByText(name, { exact: true }) }).click();
  await page.locator(`main[data-section="${name}"]`).waitFor();
}

export async function saved(page: Page): Promise<void> {
  await page.locator('.save-state', { hasText: '已保存' }).waitFor();
}

/** Explains what has to be explained, then ends the interview. */
export async function finish(page: Page): Promise<void> {
  await page.locator('.section-bar > button').click();
  await page.locator('dialog[open] .section-list button').last().click();
  await page.locator('main[data-section="finish"]').waitFor();
  for (const reason of await page.locator('.reason textarea').all()) await reason.fill('与户主核对过，属实。');
  await page.locator('nav.steps .main').click();
  await page.locator('.notice.success', { hasText: '保存在平板上' }).waitFor();
}

/** The shortest true interview: nobody was there. What the register says about the household is not confirmed. */
export async function nobodyThere(page: Page): Promise<void> {
  await section(page, 'A');
  await fillPage(page, 'q-', { visit_no: 1, result_code: '04' });
  await section(page, 'B');
  await page.locator('[id="q-status-question"] .tools .plain').click();
  await finish(page);
}
