/**
 * An expression as it travels: parsed and type-checked by the server, evaluated here. `of` names the row a question
 * stands in: `form`, `row` (the innermost), the path of a roster for an enclosing row, or the variable of a quantifier.
 */
export type Ast =
  | { readonly number: string }
  | { readonly text: string }
  | { readonly boolean: boolean }
  | { readonly null: true }
  | { readonly date: string }
  | { readonly list: readonly string[] }
  | { readonly numbers: readonly string[] }
  | { readonly field: string; readonly of: string }
  | RosterOf
  | { readonly column: string }
  | { readonly context: string }
  | { readonly line: string }
  | Call
  | Quantifier;

/** A roster, of the form when it does not say of what. */
export interface RosterOf {
  readonly roster: string;
  readonly of?: string;
}

/** An operator or a function. */
export interface Call {
  readonly call: string;
  readonly args: readonly Ast[];
}

/** `call(over, variable -> body)`; `at(over, index, variable -> body)`. */
export interface Quantifier {
  readonly call: string;
  readonly over: RosterOf;
  readonly index?: Ast;
  readonly var?: string;
  readonly body?: Ast;
}
