/** An expression as it travels: parsed and type-checked by the server, evaluated here. */
export type Ast =
  | { readonly number: string }
  | { readonly text: string }
  | { readonly boolean: boolean }
  | { readonly null: true }
  | { readonly date: string }
  | { readonly list: readonly string[] }
  | { readonly numbers: readonly string[] }
  | { readonly field: string; readonly of: string }
  | { readonly roster: string; readonly of?: string }
  | { readonly context: string }
  | { readonly line: string }
  | Call
  | Quantifier;

/** An operator or a function. */
export interface Call {
  readonly call: string;
  readonly args: readonly Ast[];
}

/** `call(over, variable -> body)`. */
export interface Quantifier {
  readonly call: string;
  readonly over: { readonly roster: string };
  readonly var?: string;
  readonly body?: Ast;
}
