import type { Bundle, Hints, QuestionProgram, Schema } from './bundle';
import { isArray, isObject, property } from './json';
import type { Kind } from './values';

/** One thing asked or calculated; a roster is a question too. */
export interface Question {
  /** Its place in the order of computation. */
  readonly index: number;
  /** `/hh_attr`; for a question asked of every row, with `*` for the row. */
  readonly path: string;
  readonly name: string;
  readonly kind: Kind;
  /** Path of the innermost roster it is asked in. */
  readonly roster: string | undefined;
  /** Its place among the questions of the same row. */
  readonly column: number;
  readonly schema: Schema;
  readonly hints: Hints;
  readonly codes: readonly string[];
  readonly nonresponse: readonly string[];
  readonly calculated: boolean;
  /** Rows that a roster may have. */
  readonly maxRows: number;
}

/** The questions that stand side by side: those of the form, or those of a row of one roster. */
export interface Level {
  /** Path of the roster; empty for the form. */
  readonly path: string;
  /** How many rosters lie around. */
  readonly depth: number;
  readonly roster: Question | undefined;
  readonly parent: Level | undefined;
  /** By column. */
  readonly questions: readonly Question[];
  readonly byName: ReadonlyMap<string, Question>;
  /** Rosters in its rows. */
  readonly inner: readonly Level[];
}

/** What the levels are made of while a form is read. */
interface Growing extends Level {
  readonly questions: Question[];
  readonly byName: Map<string, Question>;
  readonly inner: Growing[];
}

/** The questions of a form in the order of computation, and where each stands. */
export class Outline {
  readonly questions: readonly Question[];
  readonly byPath: ReadonlyMap<string, Question>;
  readonly form: Level;
  private readonly levels = new Map<string, Growing>();

  constructor(bundle: Bundle) {
    this.form = this.open('', undefined, undefined);
    this.questions = bundle.program.questions.map((program, index) => this.place(bundle, program, index));
    this.byPath = new Map(this.questions.map((question) => [question.path, question]));
  }

  /** The level of a roster's rows; of the form without a path. */
  level(path: string | undefined): Level {
    return this.levels.get(path ?? '') ?? this.form;
  }

  /** Every level, an outer one before the inner. */
  all(): Iterable<Level> {
    return this.levels.values();
  }

  private place(bundle: Bundle, program: QuestionProgram, index: number): Question {
    const level = this.levels.get(program.roster ?? '')!;
    const question = questionOf(bundle, program, index, level.questions.length);
    level.questions.push(question);
    level.byName.set(question.name, question);
    if (question.kind === 'roster') level.inner.push(this.open(question.path, question, level));
    return question;
  }

  private open(path: string, roster: Question | undefined, parent: Growing | undefined): Growing {
    const depth = parent ? parent.depth + 1 : 0;
    const level: Growing = { path, depth, roster, parent, questions: [], byName: new Map(), inner: [] };
    this.levels.set(path, level);
    return level;
  }
}

/** The level at the same depth or further out that lies around another. */
export function enclosing(level: Level, path: string): Level | undefined {
  let around: Level | undefined = level;
  while (around && around.path !== path) around = around.parent;
  return around;
}

function questionOf(bundle: Bundle, program: QuestionProgram, index: number, column: number): Question {
  const schema = schemaAt(bundle.schema, program.path);
  const hints = (property(schema, 'x-question') ?? {}) as Hints;
  const max = property(schema, 'maxItems');
  return {
    index,
    path: program.path,
    name: program.path.slice(program.path.lastIndexOf('/') + 1),
    kind: program.type,
    roster: program.roster,
    column,
    schema,
    hints,
    codes: codesOf(schema),
    nonresponse: program.nonresponse ?? [],
    calculated: program.calculate !== undefined,
    maxRows: typeof max === 'number' ? max : Number.MAX_SAFE_INTEGER,
  };
}

function schemaAt(root: Schema, path: string): Schema {
  const [name, ...inside] = path.slice(1).split('/*/');
  let schema = property(property(root, 'properties'), name!);
  for (const step of inside) schema = property(property(property(schema, 'items'), 'properties'), step);
  return isObject(schema) ? schema : {};
}

function codesOf(schema: Schema): readonly string[] {
  const codes = property(schema, 'enum') ?? property(property(schema, 'items'), 'enum');
  return isArray(codes) ? (codes as readonly string[]) : [];
}

/** What a text has that is no choice, though it names a code list. */
const OWN_WORDS = ['enum', 'maxLength', 'pattern', 'format'];

/** The schema with the codes of shared lists put in where a question names a list and no codes of its own. */
export function withCodes(schema: Schema, codelists: Bundle['codelists']): Schema {
  if (!codelists) return schema;
  const properties = property(schema, 'properties');
  if (!isObject(properties)) return schema;
  const filled = Object.entries(properties).map(([name, one]) => [name, codesPutIn(one as Schema, codelists)]);
  return { ...schema, properties: Object.fromEntries(filled) as Schema };
}

function codesPutIn(schema: Schema, codelists: NonNullable<Bundle['codelists']>): Schema {
  const items = property(schema, 'items');
  if (isObject(items) && property(items, 'type') === 'object') return { ...schema, items: withCodes(items, codelists) };
  const list = property(property(schema, 'x-question'), 'codelist');
  const codes = typeof list === 'string' && Object.hasOwn(codelists, list) ? codelists[list]!.codes : undefined;
  const answer = isObject(items) ? items : schema;
  if (!codes || property(answer, 'type') !== 'string' || OWN_WORDS.some((word) => property(answer, word) !== undefined)) return schema;
  return isObject(items) ? { ...schema, items: { ...items, enum: codes } } : { ...schema, enum: codes };
}
