import { Day, Moment } from './calendar';
import { Decimal, ofJson } from './decimal';
import { isArray, type Json } from './json';

/** What an expression works on; null is "not known". A code is text, several codes are a set. */
export type Value = null | boolean | string | Decimal | Day | Moment | ReadonlySet<string>;

export type Kind = 'boolean' | 'number' | 'text' | 'code' | 'codes' | 'date' | 'datetime' | 'roster';

/** Reads an answer strictly by the type of its question; whatever is of another type is not known. */
export function read(kind: Kind, json: Json | undefined): Value {
  switch (kind) {
    case 'boolean':
      return typeof json === 'boolean' ? json : null;
    case 'number':
      return typeof json === 'number' ? ofJson(json) : null;
    case 'text':
    case 'code':
      return typeof json === 'string' ? json : null;
    case 'date':
      return typeof json === 'string' ? Day.ofText(json) : null;
    case 'datetime':
      return typeof json === 'string' ? Moment.ofText(json) : null;
    case 'codes':
      return isArray(json) && json.every((code) => typeof code === 'string') ? new Set(json as readonly string[]) : null;
    default:
      return null;
  }
}

/** The JSON of a value that is known. */
export function write(value: Exclude<Value, null>): Json {
  if (value instanceof Decimal) return value.double;
  if (value instanceof Day) return value.toString();
  if (value instanceof Moment) return value.text;
  if (value instanceof Set) return [...value].sort(byCodePoint);
  return value as boolean | string;
}

/** A value in plain characters: numbers as decimals, truths as words, days and moments as written; codes have none. */
export function textOf(value: Value): string | null {
  if (value === null || value instanceof Set) return null;
  return value instanceof Moment ? value.text : String(value);
}

/** Whether two values are equal; null when one is not known or they cannot be compared. */
export function equal(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return null;
  if (typeof a === 'string' || typeof a === 'boolean') return typeof a === typeof b ? a === b : null;
  if (a instanceof Set) return b instanceof Set ? a.size === b.size && [...a].every((code) => b.has(code)) : null;
  const order = compare(a, b);
  return order === null ? null : order === 0;
}

/** Negative, zero or positive; null when one is not known or they have no order. */
export function compare(a: Value, b: Value): number | null {
  if (a instanceof Decimal) return b instanceof Decimal ? a.compare(b) : null;
  if (typeof a === 'string') return typeof b === 'string' ? byCodePoint(a, b) : null;
  if (a instanceof Day) return b instanceof Day ? a.number - b.number : null;
  if (a instanceof Moment) return b instanceof Moment ? a.millis - b.millis : null;
  return null;
}

/** Whether two values are the same, both unknown included. */
export function same(a: Value, b: Value): boolean {
  return a === b || (a !== null && b !== null && equal(a, b) === true);
}

/** Orders text by code point, which is not the order of JavaScript's UTF-16 units. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let i = 0;
  while (i < length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === length) return a.length - b.length;
  const start = i > 0 && isHigh(a.charCodeAt(i - 1)) ? i - 1 : i;
  return a.codePointAt(start)! - b.codePointAt(start)! || a.codePointAt(i)! - b.codePointAt(i)!;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
