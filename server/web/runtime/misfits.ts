import { Validator } from '@cfworker/json-schema';
import type { Misfit, Schema } from './bundle';
import { isObject, type Json, property, step } from './json';

/** Says where one piece of JSON does not fit one piece of schema, by pointer from that piece. */
export type Judge = (piece: Json) => readonly Misfit[];

/** Keywords that only say that something below them does not fit. */
const CARRIERS = new Set(['$ref', 'allOf', 'items', 'prefixItems', 'properties', 'additionalProperties']);

/** A judge of a question's own answer; definitions are looked up in the root schema. */
export function judgeOf(schema: Schema, root: Schema): Judge {
  const definitions = property(root, '$defs');
  const own = JSON.parse(JSON.stringify(definitions === undefined ? schema : { $defs: definitions, ...schema }));
  const validator = new Validator(own, '2020-12', false);
  return (piece) => {
    try {
      return validator.validate(piece).errors.filter(({ keyword }) => !CARRIERS.has(keyword)).map(misfitOf);
    } catch {
      return [{ pointer: '', keyword: 'unreadable' }];
    }
  };
}

/** A judge of the container alone: its members are judged by their own schemas. */
export function shellJudgeOf(schema: Schema, root: Schema): Judge {
  const shell: Record<string, Json> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (!keyword.startsWith('x-') && !keyword.startsWith('$') && !CARRIERS.has(keyword)) shell[keyword] = value;
  }
  return judgeOf(shell, root);
}

/** Members of an object that its schema does not know, where it allows no others. */
export function strangers(schema: Schema, object: Json | undefined, at: string): readonly Misfit[] {
  if (!isObject(object) || property(schema, 'additionalProperties') !== false) return [];
  const known = property(schema, 'properties');
  return Object.keys(object)
    .filter((key) => property(known, key) === undefined)
    .map((key) => ({ pointer: at + step(key), keyword: 'additionalProperties' }));
}

/** Sorted by pointer, then keyword; each once. */
export function sorted(misfits: readonly Misfit[]): readonly Misfit[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...misfits]
    .sort((a, b) => order(a.pointer, b.pointer) || order(a.keyword, b.keyword))
    .filter((one, i, all) => i === 0 || one.pointer !== all[i - 1]!.pointer || one.keyword !== all[i - 1]!.keyword);
}

function misfitOf({ instanceLocation, keyword }: { instanceLocation: string; keyword: string }): Misfit {
  return { pointer: decodeURIComponent(instanceLocation.slice(1)), keyword };
}
