/** Any JSON. Objects may have any key, `__proto__` too: read them through `property` only. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

export function isArray(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

/** The member of an object under a key it owns; undefined for anything else. */
export function property(json: Json | undefined, key: string): Json | undefined {
  return isObject(json) && Object.hasOwn(json, key) ? json[key] : undefined;
}

/** A copy that owns its keys whatever they are called. */
export function copyOf(json: Json | undefined): Record<string, Json> {
  const copy = Object.create(null) as Record<string, Json>;
  if (isObject(json)) for (const key of Object.keys(json)) copy[key] = json[key]!;
  return copy;
}

/** One step of a JSON pointer, as RFC 6901 writes it. */
export function step(name: string): string {
  return '/' + name.replace(/~/g, '~0').replace(/\//g, '~1');
}

/** The steps of a JSON pointer; undefined when it is none. */
export function stepsOf(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** The row that a step names; undefined unless it is written as a row number is. */
export function rowOf(part: string): number | undefined {
  return /^(0|[1-9]\d{0,8})$/.test(part) ? Number(part) : undefined;
}
