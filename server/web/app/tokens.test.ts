import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const schemes = css.split(/^(?=:root|@media)/m).filter((part) => part.includes('--ground'));

/** Every text colour, and the grounds it is written on. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  text: ['ground', 'ground-raised', 'ground-sunken', 'accent-ground', 'danger-ground', 'caution-ground', 'success-ground'],
  'text-quiet': ['ground', 'ground-raised', 'ground-sunken'],
  accent: ['ground', 'ground-raised', 'accent-ground'],
  'accent-text': ['accent'],
  danger: ['ground', 'ground-raised', 'danger-ground'],
  caution: ['ground', 'ground-raised', 'caution-ground'],
  success: ['ground', 'ground-raised', 'success-ground'],
};

function colour(scheme: string, name: string): string {
  return new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(scheme)?.[1] ?? '';
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

test('text keeps 7:1 on every ground it is written on, in the light, in the dark and in the sun', () => {
  expect(schemes).toHaveLength(3);
  const pairs = schemes.flatMap((scheme, index) =>
    Object.entries(WRITTEN).flatMap(([text, grounds]) =>
      grounds.map((ground) => ({ index, text, ground, ratio: contrast(colour(scheme, text), colour(scheme, ground)) })),
    ),
  );
  expect(pairs.filter((pair) => !(pair.ratio >= 7))).toEqual([]);
});

test('the edge of a control keeps 3:1', () => {
  for (const scheme of schemes) expect(contrast(colour(scheme, 'line-strong'), colour(scheme, 'ground'))).toBeGreaterThanOrEqual(3);
});
