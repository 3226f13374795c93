import { expect, test } from 'vitest';
import bo from './words/bo.json';
import en from './words/en.json';
import zh from './words/zh.json';

const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('every text is said in Chinese and in English', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
});

test('a translation fills the same places', () => {
  const english: Record<string, string> = en;
  for (const [key, text] of Object.entries(zh)) expect({ key, slots: slots(english[key]!) }).toEqual({ key, slots: slots(text) });
});

test('Tibetan says only what the glossary has, in Tibetan script', () => {
  for (const [key, text] of Object.entries(bo)) {
    expect(Object.keys(zh)).toContain(key);
    expect(text).toMatch(/^[\u0F00-\u0FFF\s]+$/);
  }
});

test('Chinese uses full-width punctuation', () => {
  const halfWidth = Object.values(zh).filter((text) => /\p{Script=Han}[,:;?!()]/u.test(text));
  expect(halfWidth).toEqual([]);
});
