import { expect, test } from 'vitest';
import type { Session } from '../app/session';
import { parentOf, topOf, topsOf, waysTo } from './area';

const who = (...areas: readonly string[]): Session => ({
  account: 'zhaxi',
  name: '扎西',
  expires: '2026-12-01T00:00:00Z',
  roles: [...areas.map((area) => ({ role: 'COUNTY' as const, area })), { role: 'ENUMERATOR' as const, area: '11' }],
});

test('the way leads from the top of the reach through every level to the village', () => {
  expect(waysTo('540302100201', '5403')).toEqual(['5403', '540302', '540302100', '540302100201']);
  expect(waysTo('5403', '5403')).toEqual(['5403']);
});

test('an area inside another of one\'s areas is no top of its own, nor is an area of another role', () => {
  expect(topsOf(who('540302', '5403', '5401', '5403'))).toEqual(['5401', '5403']);
  expect(topOf('540302100', ['5401', '5403'])).toBe('5403');
});

test('an area lies in the next level up', () => {
  expect(parentOf('540302100201')).toBe('540302100');
  expect(parentOf('5403')).toBe('54');
  expect(parentOf('54')).toBeUndefined();
});
