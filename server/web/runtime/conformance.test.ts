import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Schema } from './bundle';
import { isArray, isObject, type Json, property } from './json';
import { shapeOf } from './shape';

/** The JSON-Schema-Test-Suite and our own cases, as `ConformanceTest` of the module forms runs them too. */
const RESOURCES = new URL('../../../forms/src/test/resources/', import.meta.url);
const SUITE = new URL('json-schema-test-suite/draft2020-12/', RESOURCES);
const KEYWORDS = JSON.parse(read('../../main/resources/meta/keywords.json')) as {
  readonly types: { readonly [type: string]: readonly string[] };
  readonly formats: readonly string[];
};
const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const SILENT = ['$comment', '$id', '$schema', 'type'];

interface Group {
  readonly description: string;
  readonly schema: Schema;
  readonly tests: readonly { readonly description: string; readonly data: Json; readonly valid: boolean }[];
}

const judged = [
  ...files(SUITE).filter((file) => file !== 'format.json').flatMap((file) => groups(new URL(file, SUITE))),
  ...files(new URL('conformance/', RESOURCES)).flatMap((file) => groups(new URL(`conformance/${file}`, RESOURCES))),
].filter(({ schema }) => isCovered(schema));

it('judges as the JSON-Schema-Test-Suite says', () => {
  const others = judged.flatMap(({ description, schema, tests }) => {
    const shape = shapeOf(schema);
    return tests.filter((one) => (shape(one.data).length === 0) !== one.valid).map((one) => `${description}: ${one.description}`);
  });
  expect(others).toEqual([]);
});

it('judges as many cases as the report of the module forms says', () => {
  const count = judged.reduce((sum, { tests }) => sum + tests.length, 0);
  expect(read('../../../CONFORMANCE.md')).toContain(`On all ${count} of those cases`);
});

/** Whether a schema says nothing beyond what a form may say. */
function isCovered(schema: Json): boolean {
  if (!isObject(schema) || (property(schema, '$schema') ?? DRAFT) !== DRAFT) return false;
  const type = property(schema, 'type');
  const known = type === undefined ? Object.values(KEYWORDS.types).flat() : typeof type === 'string' ? KEYWORDS.types[type] : undefined;
  if (known === undefined) return false;
  return Object.keys(schema).every((keyword) => SILENT.includes(keyword) || (known.includes(keyword) && covers(keyword, property(schema, keyword)!)));
}

function covers(keyword: string, value: Json): boolean {
  switch (keyword) {
    case 'items':
      return isCovered(value);
    case 'properties':
      return isObject(value) && Object.keys(value).every((key) => isCovered(property(value, key)!));
    case 'additionalProperties':
      return typeof value === 'boolean';
    case 'format':
      return KEYWORDS.formats.includes(String(value));
    case 'pattern':
      return !/\\[^dtnr]/.test(String(value));
    default:
      return true;
  }
}

function files(folder: URL): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).sort();
}

function groups(file: URL): readonly Group[] {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Json;
  return isArray(read) ? (read as unknown as readonly Group[]) : [];
}

function read(path: string): string {
  return readFileSync(new URL(path, RESOURCES), 'utf8');
}
