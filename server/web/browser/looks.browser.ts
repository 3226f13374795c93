import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { barriers, enrol, server, Tablet, unlock } from './stage';
import { workLeft } from './walking';

let tablet: Tablet | undefined;
afterEach(() => tablet?.thrownAway());

const VIEWS: readonly { readonly says: string; readonly language: string; readonly contrast?: 'high'; readonly options: BrowserContextOptions }[] = [
  { says: 'in Chinese, in the light, on a phone', language: 'zh', options: { viewport: { width: 390, height: 844 } } },
  { says: 'in English, in the dark, on a tablet', language: 'en', options: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' } },
  { says: 'in Tibetan, in the sun, at 360 px', language: 'bo', contrast: 'high', options: { viewport: { width: 360, height: 740 } } },
];

test.each(VIEWS)('no page of the tablet has a barrier $says', async ({ language, contrast, options }) => {
  tablet = new Tablet(options);
  const { team, free } = await workLeft();
  const context = await tablet.on();
  await context.addInitScript(
    ([tongue, eyes]) => {
      localStorage.setItem('ruhu.language', tongue!);
      localStorage.setItem('ruhu.contrast', eyes!);
    },
    [language, contrast ?? 'system'],
  );
  const page = context.pages()[0]!;
  const found: string[] = [];
  const look = async (at: string) => found.push(...(await barriers(page)).map((barrier) => `${at}: ${barrier}`), ...(await tooWide(page, at)));

  await page.goto(`${server}/tablet`);
  await page.locator('#account').waitFor();
  await look('sign in');
  await enrol(page, team);
  await look('households');
  await page.locator('.menu > summary').click();
  await look('menu');
  await page.goto(`${server}/tablet/unit/${free.at(-1)!.unit}`);
  await page.locator('[id="pin.pin"]').waitFor();
  await look('locked');
  await unlock(page);
  await page.locator('a.button.main').waitFor();
  await look('household');
  await page.locator('a.button.main').click();
  for (const name of ['A', 'B', 'E', 'H', 'I']) {
    await walkTo(page, name);
    await look(`section ${name}`);
  }
  await walkTo(page, 'M');
  await look('roster, empty');
  await page.locator('#q-members').click();
  await page.locator('#q-members-0-name_zh').fill('扎西卓玛扎西卓玛扎西卓玛扎西卓玛');
  await page.locator('#q-members-0-birth_date').fill('1980');
  await look('member');
  await page.locator('#q-members-0-ethnic').click();
  await page.locator('dialog[open] .choice').first().waitFor();
  await look('searched list');
  await page.keyboard.press('Escape');
  await walkTo(page, 'M');
  await page.locator('.row-list > li > .button').click();
  await look('confirm');
  await page.keyboard.press('Escape');
  await walkTo(page, 'finish');
  await page.locator('nav.steps .main').click();
  await look('finish');
  expect(found).toEqual([]);
  expect(tablet.complaints).toEqual([]);
});

/** By address, as a link would. */
async function walkTo(page: Page, name: string): Promise<void> {
  await page.evaluate((section) => {
    history.pushState(null, '', `${location.pathname}?section=${section}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, name);
  await page.locator(`main[data-section="${name}"]`).waitFor();
}

/** Nothing may need a sideways scroll, not even with text at twice its size. */
async function tooWide(page: Page, at: string): Promise<readonly string[]> {
  return page.evaluate((where) => {
    const wide: string[] = [];
    for (const size of ['', '200%']) {
      document.documentElement.style.fontSize = size;
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) wide.push(`${where} at text size ${size || '100%'}: ${scrollWidth} px in ${clientWidth}`);
    }
    document.documentElement.style.fontSize = '';
    return wide;
  }, at);
}
