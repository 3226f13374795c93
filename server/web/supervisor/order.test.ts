import { expect, test } from 'vitest';
import { arranged, orderOf, pressed, write } from './order';
import type { Row } from './server';

function row(code: string, name: string, units: number, enumerated: number, expectedToday = 0): Row {
  const nothing = { results: {}, states: {}, lastArrival: null, days: [], target: units, level: 'county' };
  return { ...nothing, code, name, units, enumerated, expectedToday };
}

const rows = [row('540303', 'Jomda', 10, 5, 7), row('540302', 'Karub', 10, 9, 7), row('540304', 'Gonjo', 0, 0)];
const codes = (found: readonly Row[]) => found.map(({ code }) => code.slice(-1)).join('');

test('areas are in the order of their codes until somebody asks otherwise', () => {
  expect(codes(arranged(rows, orderOf(undefined), ''))).toBe('234');
  expect(codes(arranged(rows, orderOf('nonsense'), ''))).toBe('234');
  expect(codes(arranged(rows, orderOf('constructor'), ''))).toBe('234');
});

test('an area without households has no share and comes before those that have one', () => {
  expect(codes(arranged(rows, orderOf('share'), ''))).toBe('432');
  expect(codes(arranged(rows, orderOf('-share'), ''))).toBe('234');
});

test('areas are ordered by how much of them is accepted', () => {
  const accepted = [{ ...rows[0]!, states: { accepted: 2 } }, { ...rows[1]!, states: { accepted: 1, void: 9 } }, rows[2]!];
  expect(codes(arranged(accepted, orderOf('-accepted'), ''))).toBe('324');
});

test('pressing a head a second time turns the order round', () => {
  const once = pressed('plan', orderOf(undefined));
  expect(write(once)).toBe('plan');
  expect(write(pressed('plan', once))).toBe('-plan');
  expect(codes(arranged(rows, once, ''))).toBe('342');
});

test('a filter looks into names and at the beginning of codes', () => {
  expect(codes(arranged(rows, orderOf(undefined), ' kar '))).toBe('2');
  expect(codes(arranged(rows, orderOf(undefined), '540304'))).toBe('4');
  expect(codes(arranged(rows, orderOf(undefined), '303'))).toBe('');
});
