import { expect, test } from 'vitest';
import { canonical, digestOf } from './canonical';
import { uuid7 } from '../app/uuid';

test.each([
  [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  [{ a: undefined, b: {} }, '{"b":{}}'],
  [0.1 + 0.2, '0.30000000000000004'],
  [-0, '0'],
  [1e21, '1000000000000000000000'],
  [1.5e-7, '0.00000015'],
  [-2.25e25, '-22500000000000000000000000'],
  [9007199254740991, '9007199254740991'],
  ['a\nb"c\\', '"a\\u000ab\\"c\\\\"'],
  ['卓玛 བོད', '"卓玛 བོད"'],
])('%j is written %s', (value, text) => {
  expect(canonical(value)).toBe(text);
});

test('the order in which answers were given does not change their digest', async () => {
  expect(await digestOf({ a: 1, b: 2 })).toBe(await digestOf({ b: 2, a: 1 }));
});

test('a submission id is a version 7 UUID that sorts by time', () => {
  expect(uuid7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuid7(0x0192_0000_0000)).toMatch(/^01920000-0000-7/);
  expect(uuid7(1_800_000_000_000) < uuid7(1_800_000_000_001)).toBe(true);
});
