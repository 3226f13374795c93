import type { Page } from 'playwright-core';

export type Answer = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** Answers every question on the page that `answers` knows, by touching and typing as an enumerator does, skips included. */
export async function fillPage(page: Page, prefix: string, answers: Answers): Promise<void> {
  const done = new Set<string>();
  for (let found = true; found; ) {
    found = false;
    for (const name of await askedOn(page, prefix)) {
      const answer = answers[name];
      if (done.has(name) || answer === undefined) continue;
      done.add(name);
      found = true;
      await answerQuestion(page, `${prefix}${name}`, answer);
      break;
    }
  }
}

async function askedOn(page: Page, prefix: string): Promise<readonly string[]> {
  const ids = await page.locator('.question:not(.shown)').evaluateAll((cards) => cards.map((card) => card.id));
  return ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length, -'-question'.length));
}

async function answerQuestion(page: Page, id: string, answer: Answer): Promise<void> {
  const card = page.locator(`[id="${id}-question"]`);
  if ((await card.locator('canvas').count()) > 0) return sign(page, id);
  if (typeof answer === 'boolean') return page.locator(`[id="${answer ? id : `${id}-no`}"]`).check();
  if ((await card.locator('.picked').count()) > 0) return pick(page, id, [answer].flat().map(String));
  if ((await card.locator('.choice').count()) > 0) return choose(page, id, [answer].flat().map(String));
  if ((await card.locator('.date').count()) > 0) return typeDate(page, id, String(answer));
  await page.locator(`[id="${id}"]`).fill(String(answer));
}

async function choose(page: Page, name: string, codes: readonly string[]): Promise<void> {
  for (const box of await page.locator(`input[type=checkbox][name="${name}"]:checked`).all()) await box.uncheck();
  for (const code of codes) await page.locator(`input[name="${name}"][value="${code}"]`).check();
}

async function pick(page: Page, id: string, codes: readonly string[]): Promise<void> {
  await page.locator(`[id="${id}"]`).click();
  const sheet = page.locator('dialog[open]');
  await sheet.locator('.choice').first().waitFor();
  if ((await sheet.locator('input[type=checkbox]').count()) > 0) {
    await choose(page, `${id}-list`, codes);
    await sheet.locator('header button').click();
  } else {
    await sheet.locator(`input[value="${codes[0]}"]`).click();
  }
  await sheet.waitFor({ state: 'hidden' });
}

async function typeDate(page: Page, id: string, date: string): Promise<void> {
  const [year, month, day] = date.split('-');
  await page.locator(`[id="${id}"]`).fill(year!);
  await page.locator(`[id="${id}-month"]`).fill(String(Number(month)));
  await page.locator(`[id="${id}-day"]`).fill(String(Number(day)));
}

let strokes = 0;

/** Draws in every pad of a question, one after the other, never the same twice. */
async function sign(page: Page, id: string): Promise<void> {
  const card = page.locator(`[id="${id}-question"]`);
  const signed = await card.locator('.signed').count();
  const pad = card.locator('canvas');
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 20, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 30 + 7 * (strokes += 1), { steps: 4 });
  await page.mouse.move(box.x + 120, box.y + 20, { steps: 4 });
  await page.mouse.up();
  await card.locator('.row .main').click();
  await card.locator('.signed').nth(signed).locator('img').waitFor();
  if ((await card.locator('canvas').count()) > 0) await sign(page, id);
}
