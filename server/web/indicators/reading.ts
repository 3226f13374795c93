import type { Child, Figure } from './server';

/** Households for which it is not known, of all there are; 0 without any. */
export function missingShare({ households = 0, missing = 0 }: Figure): number {
  return missing === 0 ? 0 : missing / (households + missing);
}

/** How a rate reads against its limit: by the estimate, and by what its interval allows to say. */
export function readingOf(note: string | undefined): { readonly limit: number; readonly official: string; readonly sure: string } | undefined {
  const found = /^limit ([0-9.]+); official (\w+); sure (\w+)$/.exec(note ?? '');
  return found ? { limit: Number(found[1]), official: found[2]!, sure: found[3]! } : undefined;
}

export interface Order {
  readonly code: string;
  readonly down: boolean;
}

/** `poverty.register.rate` upwards, `-poverty.register.rate` downwards; by area when it names none of the columns. */
export function orderOf(written: string | undefined, columns: readonly string[]): Order {
  const down = written?.startsWith('-') ?? false;
  const code = written?.replace(/^-/, '') ?? '';
  return { code: columns.includes(code) ? code : '', down };
}

/** Rows in order of a figure; those without it last, whichever way. */
export function arranged(rows: readonly Child[], { code, down }: Order): readonly Child[] {
  if (code === '') return down ? [...rows].reverse() : rows;
  const key = (row: Child) => row.figures[code]?.value;
  return [...rows].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === undefined || y === undefined) return x === y ? a.code.localeCompare(b.code) : x === undefined ? 1 : -1;
    return (down ? -1 : 1) * (x - y) || a.code.localeCompare(b.code);
  });
}
