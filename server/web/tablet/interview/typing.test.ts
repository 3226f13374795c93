import { expect, test } from 'vitest';
import { dateOf, numberOf } from './typing';

test.each([
  ['1200', 1200],
  ['１２００．５', 1200.5],
  ['1,200', 1200],
  ['−3', -3],
  ['0.1', 0.1],
  ['12.', 12],
  [' ', undefined],
  ['12a', 'unreadable'],
  ['1.2.3', 'unreadable'],
  ['1e5', 'unreadable'],
])('the number %j is read as %j', (text, number) => {
  expect(numberOf(text)).toBe(number);
});

test.each([
  ['1988-3-5', '1988-03-05'],
  ['2012-02-29', '2012-02-29'],
  ['--', undefined],
  ['2011-2-29', 'unreadable'],
  ['2012-2-30', 'unreadable'],
  ['1988-3-', 'unreadable'],
  ['88-3-5', 'unreadable'],
  ['0000-1-1', 'unreadable'],
])('the date %j is read as %j', (text, date) => {
  expect(dateOf(text)).toBe(date);
});
