import { expect, test } from 'vitest';
import { arranged, missingShare, orderOf, readingOf } from './reading';

test('the missing are a share of all there are, not of those known', () => {
  expect(missingShare({ households: 30, missing: 10 })).toBe(0.25);
  expect(missingShare({ households: 0, missing: 0 })).toBe(0);
});

test('a rate is read against its limit', () => {
  expect(readingOf('limit 0.02; official passed; sure undecided')).toEqual({ limit: 0.02, official: 'passed', sure: 'undecided' });
  expect(readingOf('small')).toBeUndefined();
});

const rows = [
  { code: '549901101', name: '甲', figures: { rate: { value: 0.2 } } },
  { code: '549901102', name: '乙', figures: { rate: { withheld: true } } },
  { code: '549901103', name: '丙', figures: { rate: { value: 0.1 } } },
];

test.each([
  [undefined, '甲乙丙'],
  ['-', '丙乙甲'],
  ['rate', '丙甲乙'],
  ['-rate', '甲丙乙'],
  ['no-such-column', '甲乙丙'],
])('in the order %s areas without a figure come last', (written, names) => {
  expect(arranged(rows, orderOf(written, ['rate'])).map(({ name }) => name).join('')).toBe(names);
});
