import type { Ast, RosterOf } from './ast';
import type { Json, JsonObject } from './json';
import type { Kind } from './values';

export type Language = 'zh' | 'en' | 'bo';
export type Reason = 'dont-know' | 'refused';

/** A form version as the server hands it out: schema, texts, code lists, and its rules as trees. */
export interface Bundle {
  readonly form: { readonly name: string; readonly version: string };
  readonly digest: string;
  readonly schema: Schema;
  readonly labels: { readonly [language in Language]?: Labels };
  readonly codelists?: { readonly [name: string]: Codelist };
  readonly counties?: readonly string[];
  readonly program: Program;
}

export interface Labels {
  readonly title?: string;
  readonly sections?: { readonly [name: string]: string };
  readonly questions?: { readonly [path: string]: QuestionTexts };
  readonly checks?: { readonly [code: string]: string };
}

export interface QuestionTexts {
  readonly label?: string;
  readonly hint?: string;
  readonly options?: { readonly [code: string]: string };
}

export interface Codelist {
  readonly codes: readonly string[];
  /** What filters may ask about a code, parallel to the codes. */
  readonly columns?: { readonly [name: string]: readonly Json[] };
  readonly labels: { readonly [language in Language]?: { readonly [code: string]: string } };
}

export interface Schema extends JsonObject {}

/** What a schema cannot say about a question. */
export interface Hints {
  readonly widget?: string;
  readonly unit?: string;
  readonly codelist?: string;
  readonly nonresponse?: readonly Reason[];
  readonly sensitivity?: 'plain' | 'personal' | 'sensitive';
  readonly identifier?: 'id-number' | 'phone' | 'name';
  readonly prefill?: string;
  readonly readonly?: boolean;
  /** Set when the options are rows of a roster. */
  readonly choose?: { readonly roster: string };
  /** Set when some options are on offer only at times. */
  readonly filter?: string;
  /** Of a roster: set when the number of its rows follows from answers. */
  readonly rows?: string;
  /** Of a roster: what its rows open. */
  readonly opens?: 'problem';
}

export interface Program {
  readonly context: { readonly [name: string]: { readonly type: Kind; readonly default?: Json } };
  /** In the order of computation: a question after everything it reads. */
  readonly questions: readonly QuestionProgram[];
  readonly checks: readonly CheckProgram[];
}

export interface QuestionProgram {
  readonly path: string;
  readonly type: Kind;
  readonly roster?: string;
  readonly relevant?: Ast;
  readonly required?: boolean | Ast;
  readonly calculate?: Ast;
  readonly nonresponse?: readonly string[];
  /** True for the options on offer; judged for each of them. */
  readonly filter?: Ast;
  readonly choose?: ChooseProgram;
  /** Of a roster: how many rows it must have. */
  readonly rows?: Ast;
  /** What its texts quote, by how it is written in them between `{{` and `}}`. */
  readonly shows?: { readonly [insert: string]: Ast };
  readonly reads?: readonly string[];
}

/** The options are rows of a roster, told apart by one of its questions. */
export interface ChooseProgram {
  readonly roster: RosterOf;
  readonly value: string;
  readonly label: readonly string[];
  readonly where?: Ast;
}

export interface CheckProgram {
  readonly code: string;
  readonly severity: 'hard' | 'soft';
  readonly each?: string;
  readonly rule: Ast;
  readonly refers: readonly string[];
  readonly reads?: readonly string[];
}

/** An expectation that is not satisfied; `pointer` is a row, a question, or "" for the whole interview. */
export interface Finding {
  readonly check: string;
  readonly severity: 'hard' | 'soft';
  readonly pointer: string;
  readonly refers: readonly string[];
}

/** A place where answers do not have the shape their form version prescribes. */
export interface Misfit {
  readonly pointer: string;
  readonly keyword: string;
}
