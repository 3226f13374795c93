import type { Row } from './server';

export type Column = 'area' | 'share' | 'plan' | 'accepted' | 'days' | 'last';

export interface Order {
  readonly column: Column;
  readonly down: boolean;
}

const KEYS: { readonly [column in Column]: (row: Row) => number | string } = {
  area: (row) => row.code,
  share: (row) => (row.units === 0 ? -1 : row.enumerated / row.units),
  plan: (row) => row.enumerated - row.expectedToday,
  accepted: (row) => (row.units === 0 ? -1 : (row.states.accepted ?? 0) / row.units),
  days: (row) => row.days.reduce((sum, day) => sum + day.arrived, 0),
  last: (row) => row.lastArrival ?? '',
};

/** `share` upwards, `-share` downwards; by area when it says neither. */
export function orderOf(written: string | undefined): Order {
  const down = written?.startsWith('-') ?? false;
  const column = written?.replace(/^-/, '') ?? '';
  return Object.hasOwn(KEYS, column) ? { column: column as Column, down } : { column: 'area', down: false };
}

export function write({ column, down }: Order): string {
  return (down ? '-' : '') + column;
}

/** The next order when the head of a column is pressed: upwards first, then downwards. */
export function pressed(column: Column, now: Order): Order {
  return { column, down: now.column === column && !now.down };
}

/** Rows whose name or code contains the words, in order; equal rows by code. */
export function arranged(rows: readonly Row[], order: Order, words: string): readonly Row[] {
  const wanted = words.trim().toLowerCase();
  const key = KEYS[order.column];
  const compare = (a: number | string, b: number | string) => (a < b ? -1 : a > b ? 1 : 0);
  return rows
    .filter((row) => row.name.toLowerCase().includes(wanted) || row.code.startsWith(wanted))
    .sort((a, b) => (order.down ? -1 : 1) * compare(key(a), key(b)) || compare(a.code, b.code));
}
