import { age, Day, Moment } from './calendar';
import { Decimal, ofText, ZERO } from './decimal';
import { areaValid, idArea, idBirth, idSex, idValid } from './idnumber';
import { compare, equal, textOf, type Value } from './values';

/** A function of known values; anything else it is given makes its value unknown. */
type Function = (...args: readonly never[]) => Value;
type Guard = (value: Value) => boolean;

interface Rule {
  readonly takes: readonly Guard[];
  readonly gives: Function;
}

const number: Guard = (value) => value instanceof Decimal;
const text: Guard = (value) => typeof value === 'string';
const day: Guard = (value) => value instanceof Day;
const moment: Guard = (value) => value instanceof Moment;
const codes: Guard = (value) => value instanceof Set;
const any: Guard = (value) => value !== null;
const measurable: Guard = (value) => text(value) || codes(value);

const RULES: { readonly [name: string]: Rule } = {
  '==': { takes: [any, any], gives: (a: Value, b: Value) => equal(a, b) },
  '!=': { takes: [any, any], gives: (a: Value, b: Value) => negated(equal(a, b)) },
  '<': { takes: [any, any], gives: (a: Value, b: Value) => ordered(a, b, (order) => order < 0) },
  '<=': { takes: [any, any], gives: (a: Value, b: Value) => ordered(a, b, (order) => order <= 0) },
  '>': { takes: [any, any], gives: (a: Value, b: Value) => ordered(a, b, (order) => order > 0) },
  '>=': { takes: [any, any], gives: (a: Value, b: Value) => ordered(a, b, (order) => order >= 0) },
  '+': { takes: [number, number], gives: (a: Decimal, b: Decimal) => a.plus(b) },
  '-': { takes: [number, number], gives: (a: Decimal, b: Decimal) => a.minus(b) },
  '*': { takes: [number, number], gives: (a: Decimal, b: Decimal) => a.times(b) },
  '/': { takes: [number, number], gives: (a: Decimal, b: Decimal) => a.over(b) },
  neg: { takes: [number], gives: (x: Decimal) => x.negated },
  abs: { takes: [number], gives: (x: Decimal) => x.size },
  floor: { takes: [number], gives: (x: Decimal) => x.floor },
  round: { takes: [number, number], gives: (x: Decimal, places: Decimal) => round(x, places) },
  mod: { takes: [number, number], gives: (a: Decimal, b: Decimal) => a.modulo(b) },
  pow: { takes: [number, number], gives: powerOf },
  text: { takes: [any], gives: textOf },
  contains: { takes: [codes, text], gives: (set: ReadonlySet<string>, code: string) => set.has(code) },
  len: { takes: [measurable], gives: (x: string | ReadonlySet<string>) => count(lengthOf(x)) },
  starts: { takes: [text, text], gives: starts },
  substr: { takes: [text, number, number], gives: substr },
  number: { takes: [text], gives: ofText },
  date: { takes: [text], gives: (written: string) => Day.ofText(written) ?? Day.ofDigits(written) },
  age: { takes: [day, day], gives: (birth: Day, at: Day) => count(age(birth, at)) },
  days: { takes: [day, day], gives: (from: Day, to: Day) => count(to.number - from.number) },
  add_days: { takes: [day, number], gives: (from: Day, days: Decimal) => later(from, days) },
  year: { takes: [day], gives: (on: Day) => count(on.civil.year) },
  month: { takes: [day], gives: (on: Day) => count(on.civil.month) },
  day: { takes: [day], gives: (on: Day) => count(on.civil.day) },
  minutes: {
    takes: [moment, moment],
    gives: (from: Moment, to: Moment) => count(Math.floor((to.millis - from.millis) / 60_000)),
  },
  id_valid: { takes: [text], gives: idValid },
  id_birth: { takes: [text], gives: idBirth },
  id_sex: { takes: [text], gives: idSex },
  id_area: { takes: [text], gives: idArea },
  area_valid: { takes: [text], gives: areaValid },
};

const BY_NAME = new Map(Object.entries(RULES));

/** The function of this name, made safe for any values: null in, null out. */
export function functionOf(name: string): (args: readonly Value[]) => Value {
  const rule = BY_NAME.get(name);
  if (!rule) throw new Error(`no function ${name}`);
  return (args) => {
    for (let i = 0; i < rule.takes.length; i++) if (!rule.takes[i]!(args[i] ?? null)) return null;
    return rule.gives(...(args as readonly never[]));
  };
}

/** The least or greatest of values that have an order. */
export function extreme(values: readonly Value[], sign: 1 | -1): Value {
  let best: Value = values[0] ?? null;
  for (const value of values) {
    const order = compare(value, best);
    if (order === null) return null;
    if (order * sign > 0) best = value;
  }
  return best;
}

export function sum(values: readonly Value[]): Value {
  let total = ZERO;
  for (const value of values) {
    if (!(value instanceof Decimal)) return null;
    total = total.plus(value);
  }
  return total;
}

/** Whether no two known values are equal. */
export function unique(values: readonly Value[]): boolean {
  const seen = new Set<string>();
  for (const value of values) {
    if (value === null) continue;
    const key = keyOf(value);
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

export function count(x: number | null): Decimal | null {
  return x === null ? null : Decimal.ofWhole(x);
}

export function negated(x: Value): boolean | null {
  return typeof x === 'boolean' ? !x : null;
}

/** Equal values have the same key. */
function keyOf(value: Exclude<Value, null>): string {
  if (value instanceof Decimal) return 'n' + value.toString();
  if (value instanceof Day) return 'd' + value.number;
  if (value instanceof Moment) return 'm' + value.millis;
  if (value instanceof Set) return 's' + JSON.stringify([...value].sort());
  return JSON.stringify(value);
}

function ordered(a: Value, b: Value, holds: (order: number) => boolean): boolean | null {
  const order = compare(a, b);
  return order === null ? null : holds(order);
}

function lengthOf(x: string | ReadonlySet<string>): number {
  return typeof x === 'string' ? characters(x) : x.size;
}

/** Characters of a text: code points, not JavaScript's UTF-16 units. */
export function characters(text: string): number {
  let points = 0;
  for (const _ of text) points++;
  return points;
}

/** Longer texts are not made. */
const LONGEST_MADE = 4000;

/** Texts one after the other; null when one is not known. */
export function concat(values: readonly Value[]): string | null {
  if (!values.every((value) => typeof value === 'string')) return null;
  const joined = values.join('');
  return characters(joined) <= LONGEST_MADE ? joined : null;
}

/** Half a character is not a beginning. */
function starts(text: string, prefix: string): boolean {
  const next = text.charCodeAt(prefix.length);
  const cut = /[\uD800-\uDBFF]$/.test(prefix) && next >= 0xdc00 && next <= 0xdfff;
  return text.startsWith(prefix) && !cut;
}

function round(x: Decimal, places: Decimal): Decimal | null {
  const whole = places.whole;
  return whole === null || whole < 0 || whole > 10 ? null : x.rounded(whole);
}

function powerOf(x: Decimal, exponent: Decimal): Decimal | null {
  const whole = exponent.whole;
  return whole === null ? null : x.power(whole);
}

function later(from: Day, days: Decimal): Day | null {
  const whole = days.whole;
  return whole === null ? null : Day.ofNumber(from.number + whole);
}

function substr(whole: string, from: Decimal, length: Decimal): string | null {
  const [first, size] = [from.whole, length.whole];
  const points = [...whole];
  if (first === null || size === null || first < 1 || size < 0 || first + size - 1 > points.length) return null;
  return points.slice(first - 1, first - 1 + size).join('');
}
