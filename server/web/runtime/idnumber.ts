import { Day } from './calendar';

/** Citizen identity numbers, GB 11643-1999: area 6, birth date 8, serial 3 (odd: male), check character. */
const SHAPE = /^[1-9]\d{16}[\dXx]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

export function idValid(text: string): boolean {
  if (!SHAPE.test(text) || idBirth(text) === null) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return CHECKS[sum % 11] === text[17]!.toUpperCase();
}

export function idBirth(text: string): Day | null {
  return SHAPE.test(text) ? Day.ofDigits(text.slice(6, 14)) : null;
}

/** `1` male, `2` female. */
export function idSex(text: string): string | null {
  return SHAPE.test(text) ? (Number(text[16]) % 2 === 1 ? '1' : '2') : null;
}

export function idArea(text: string): string | null {
  return SHAPE.test(text) ? text.slice(0, 6) : null;
}

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/** A statistical area code: 12 digits that begin with a province. */
export function areaValid(text: string): boolean {
  return /^\d{12}$/.test(text) && PROVINCES.has(text.slice(0, 2));
}
