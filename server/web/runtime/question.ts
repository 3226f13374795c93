import type { Bundle, Hints, QuestionProgram, Schema } from './bundle';
import { isArray, isObject, property, step } from './json';
import type { Kind } from './values';

/** One thing asked or calculated; a roster is a question too. */
export interface Question {
  /** Its place in the order of computation. */
  readonly index: number;
  /** `/hh_attr`; for a question asked of every row, with `*` for the row. */
  readonly path: string;
  readonly name: string;
  readonly kind: Kind;
  /** Path of the roster it is asked in. */
  readonly roster: string | undefined;
  readonly schema: Schema;
  readonly hints: Hints;
  readonly codes: readonly string[];
  readonly nonresponse: readonly string[];
  readonly calculated: boolean;
  /** Rows that a roster may have. */
  readonly maxRows: number;
}

export function questionOf(bundle: Bundle, program: QuestionProgram, index: number): Question {
  const schema = schemaAt(bundle.schema, program);
  const name = program.path.slice(program.path.lastIndexOf('/') + 1);
  const max = property(schema, 'maxItems');
  return {
    index,
    path: program.path,
    name,
    kind: program.type,
    roster: program.roster,
    schema,
    hints: (property(schema, 'x-question') ?? {}) as Hints,
    codes: codesOf(schema),
    nonresponse: program.nonresponse ?? [],
    calculated: program.calculate !== undefined,
    maxRows: typeof max === 'number' ? max : Number.MAX_SAFE_INTEGER,
  };
}

/** The JSON pointer of a question in a row; rows count from 0, -1 at form level. */
export function pointerOf(question: Question, row: number): string {
  return row < 0 ? question.path : `${question.roster}/${row}${step(question.name)}`;
}

function schemaAt(root: Schema, { path, roster }: QuestionProgram): Schema {
  const properties = property(root, 'properties');
  if (roster === undefined) return schemaOr(property(properties, path.slice(1)));
  const items = property(property(properties, roster.slice(1)), 'items');
  return schemaOr(property(property(items, 'properties'), path.slice(roster.length + 3)));
}

function schemaOr(json: ReturnType<typeof property>): Schema {
  return isObject(json) ? json : {};
}

function codesOf(schema: Schema): readonly string[] {
  const codes = property(schema, 'enum') ?? property(property(schema, 'items'), 'enum');
  return isArray(codes) ? (codes as readonly string[]) : [];
}
