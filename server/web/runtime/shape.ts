import { Day } from './calendar';
import type { Misfit, Schema } from './bundle';
import { characters } from './functions';
import { isArray, isObject, type Json, property, step } from './json';

/** Says where one piece of JSON does not fit one piece of schema, by pointer from that piece. */
export type Shape = (piece: Json) => readonly Misfit[];

const FITS: readonly Misfit[] = [];

/**
 * What JSON Schema says about one value, for the keywords a form may use (forms/CONFORMANCE.md), as the server's
 * `Shape` says it: a value of the wrong type has no other misfit.
 */
export function shapeOf(schema: Schema): Shape {
  switch (property(schema, 'type')) {
    case 'object':
      return whole(schema);
    case 'array':
      return many(schema);
    case 'string':
      return text(schema);
    case 'boolean':
      return (piece) => (typeof piece === 'boolean' ? FITS : at('type'));
    case 'number':
    case 'integer':
      return number(schema);
    default:
      return Object.keys(schema).length === 0 ? () => FITS : any(schema);
  }
}

/** A value of any type, judged by what is said of its type. */
function any(schema: Schema): Shape {
  const declared = property(schema, 'enum');
  const allowed = isArray(declared) ? new Set(declared.map(equality)) : undefined;
  const [ofObject, ofList, ofText, ofNumber] = [whole(schema), many(schema), text(schema), number(schema)];
  return (piece) => {
    if (allowed && !allowed.has(equality(piece))) return at('enum');
    if (isObject(piece)) return ofObject(piece);
    if (isArray(piece)) return ofList(piece);
    if (typeof piece === 'string') return ofText(piece);
    return typeof piece === 'number' ? ofNumber(piece) : FITS;
  };
}

/** A text that equals that of another value exactly when JSON Schema calls them equal, in whatever order their members are. */
function equality(value: Json): string {
  if (isArray(value)) return `[${value.map(equality).join()}]`;
  if (!isObject(value)) return typeof value === 'number' ? String(value) : JSON.stringify(value);
  const members = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${equality(property(value, key)!)}`);
  return `{${members.join()}}`;
}

/** An object by itself: what it is, and members that are no questions. Its members are judged by their own shapes. */
export function shellOf(schema: Schema): Shape {
  const known = property(schema, 'properties');
  const isOpen = property(schema, 'additionalProperties') !== false;
  return (piece) => {
    if (!isObject(piece)) return at('type');
    if (isOpen) return FITS;
    const strangers = Object.keys(piece).filter((key) => property(known, key) === undefined);
    return strangers.map((key) => ({ pointer: step(key), keyword: 'additionalProperties' }));
  };
}

/** A list by itself, without its items. */
export function listOf(schema: Schema): Shape {
  const [least, most] = [numberAt(schema, 'minItems', 0), numberAt(schema, 'maxItems', Infinity)];
  const unique = property(schema, 'uniqueItems') === true;
  const repeats = property(property(schema, 'items'), 'type') === 'string' ? repeatsTexts : repeatsAnything;
  return (piece) => {
    if (!isArray(piece)) return at('type');
    return [
      ...(piece.length < least ? at('minItems') : FITS),
      ...(piece.length > most ? at('maxItems') : FITS),
      ...(unique && repeats(piece) ? at('uniqueItems') : FITS),
    ];
  };
}

function whole(schema: Schema): Shape {
  const shell = shellOf(schema);
  const members = new Map(Object.entries(property(schema, 'properties') ?? {}).map(([key, one]) => [key, shapeOf(one)]));
  return (piece) => {
    const inside = [...members].flatMap(([key, shape]) => {
      const member = property(piece, key);
      return member === undefined ? FITS : moved(shape(member), step(key));
    });
    return [...shell(piece), ...inside];
  };
}

function many(schema: Schema): Shape {
  const list = listOf(schema);
  const items = shapeOf((property(schema, 'items') ?? {}) as Schema);
  return (piece) => {
    const inside = isArray(piece) ? piece.flatMap((item, i) => moved(items(item), `/${i}`)) : FITS;
    return [...list(piece), ...inside];
  };
}

function text(schema: Schema): Shape {
  const written = property(schema, 'enum');
  const codes = isArray(written) ? new Set(written) : undefined;
  const [least, most] = [numberAt(schema, 'minLength', 0), numberAt(schema, 'maxLength', Infinity)];
  const regex = property(schema, 'pattern');
  const pattern = typeof regex === 'string' ? new RegExp(regex, 'u') : undefined;
  const isDay = property(schema, 'format') === 'date';
  return (piece) => {
    if (typeof piece !== 'string') return at('type');
    const length = least > 0 || most < Infinity ? characters(piece) : 0;
    return [
      ...(codes && !codes.has(piece) ? at('enum') : FITS),
      ...(isDay && Day.ofText(piece) === null ? at('format') : FITS),
      ...(length < least ? at('minLength') : FITS),
      ...(length > most ? at('maxLength') : pattern && !pattern.test(piece) ? at('pattern') : FITS),
    ];
  };
}

function number(schema: Schema): Shape {
  const [least, most] = [numberAt(schema, 'minimum', -Infinity), numberAt(schema, 'maximum', Infinity)];
  const wholeOnly = property(schema, 'type') === 'integer';
  return (piece) => {
    if (typeof piece !== 'number' || !Number.isFinite(piece) || (wholeOnly && !Number.isInteger(piece))) return at('type');
    return [...(piece < least ? at('minimum') : FITS), ...(piece > most ? at('maximum') : FITS)];
  };
}

/** Misfits of a piece, seen from the whole. */
export function moved(misfits: readonly Misfit[], pointer: string): readonly Misfit[] {
  return misfits.length === 0 ? FITS : misfits.map((misfit) => ({ pointer: pointer + misfit.pointer, keyword: misfit.keyword }));
}

/** Sorted by pointer, then keyword; each once. */
export function sorted(misfits: readonly Misfit[]): readonly Misfit[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...misfits]
    .sort((a, b) => order(a.pointer, b.pointer) || order(a.keyword, b.keyword))
    .filter((one, i, all) => i === 0 || one.pointer !== all[i - 1]!.pointer || one.keyword !== all[i - 1]!.keyword);
}

function at(keyword: string): readonly Misfit[] {
  return [{ pointer: '', keyword }];
}

function numberAt(schema: Schema, keyword: string, otherwise: number): number {
  const value = property(schema, keyword);
  return typeof value === 'number' ? value : otherwise;
}

/** Where items are texts only texts are compared: anything else does not fit anyway. */
function repeatsTexts(list: readonly Json[]): boolean {
  const texts = list.filter((item) => typeof item === 'string');
  return new Set(texts).size < texts.length;
}

function repeatsAnything(list: readonly Json[]): boolean {
  return new Set(list.map(equality)).size < list.length;
}
