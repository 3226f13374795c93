import type { Ast, Call, Quantifier } from './ast';
import { Day } from './calendar';
import { Decimal, plain } from './decimal';
import { characters, count, extreme, functionOf, negated, sum, unique } from './functions';
import { equal, type Value } from './values';

/** The answers an expression is evaluated on: questions by number, rows from 0, -1 at form level. */
export interface Data {
  value(question: number, row: number): Value;
  hasReason(question: number, row: number): boolean;
  rows(roster: number): number;
  context(name: string): Value;
  knownCounty(code: string): boolean;
  unanswered(): number;
}

/** Where an expression is evaluated: its own row, and the rows its quantifiers have reached. */
export interface Scope {
  readonly data: Data;
  row: number;
  readonly rows: number[];
}

export type Rule = (scope: Scope) => Value;

/** How far a change of a question reaches into what reads it. */
export type Reach = 'same-row' | 'every-row';

/** What an expression reads; `everything` when it counts what is unanswered. */
export interface Reads {
  readonly questions: Map<number, Reach>;
  everything: boolean;
}

/** Names as one expression sees them. */
export interface Names {
  question(path: string): number | undefined;
  readonly roster: string | undefined;
}

/** Turns a tree into a function, once; a tree it cannot read becomes a rule that throws. */
export function compile(ast: Ast, names: Names): { readonly rule: Rule; readonly reads: Reads } {
  const compiler = new Compiler(names);
  try {
    return { rule: compiler.rule(ast), reads: compiler.reads };
  } catch (problem) {
    const rule = () => {
      throw problem;
    };
    return { rule, reads: compiler.reads };
  }
}

/** Longer texts are not searched: what a pattern costs stays bounded. */
const LONGEST_MATCHED = 1000;

class Compiler {
  readonly reads: Reads = { questions: new Map(), everything: false };
  private readonly variables: { readonly name: string; readonly roster: string }[] = [];

  constructor(private readonly names: Names) {}

  rule(ast: Ast): Rule {
    if ('call' in ast) return 'over' in ast ? this.quantifier(ast) : this.call(ast);
    if ('field' in ast) return this.field(ast.field, ast.of);
    if ('roster' in ast) return this.rosterSize(ast.roster);
    if ('context' in ast) return ({ data }) => data.context(ast.context);
    if ('line' in ast) return this.line(ast.line);
    const value = constant(ast);
    return () => value;
  }

  private call(ast: Call): Rule {
    const { call: name, args } = ast;
    switch (name) {
      case 'and':
        return kleene(this.all(args), false);
      case 'or':
        return kleene(this.all(args), true);
      case 'implies':
        return this.implies(args);
      case 'not':
        return this.unary(args, negated);
      case 'in':
        return this.membership(args);
      case 'if':
        return this.choice(args);
      case 'coalesce':
        return firstKnown(this.all(args));
      case 'answered':
        return this.answered(args);
      case 'missing':
        return this.missing(args);
      case 'min':
        return ofValues(this.all(args), (values) => extreme(values, -1));
      case 'max':
        return ofValues(this.all(args), (values) => extreme(values, 1));
      case 'matches':
        return this.matches(args);
      case 'known_county':
        return this.knownCounty(args);
      case 'unanswered':
        this.reads.everything = true;
        return ({ data }) => count(data.unanswered());
      default:
        return ofValues(this.all(args), functionOf(name));
    }
  }

  private all(args: readonly Ast[]): readonly Rule[] {
    return args.map((arg) => this.rule(arg));
  }

  private unary(args: readonly Ast[], gives: (x: Value) => Value): Rule {
    const x = this.rule(args[0]!);
    return (scope) => gives(x(scope));
  }

  private implies(args: readonly Ast[]): Rule {
    const [premise, conclusion] = this.all(args) as [Rule, Rule];
    return kleene([(scope) => negated(premise(scope)), conclusion], true);
  }

  private choice(args: readonly Ast[]): Rule {
    const [condition, whenTrue, whenFalse] = this.all(args) as [Rule, Rule, Rule];
    return (scope) => {
      const holds = condition(scope);
      return holds === true ? whenTrue(scope) : holds === false ? whenFalse(scope) : null;
    };
  }

  private membership([element, set]: readonly Ast[]): Rule {
    const x = this.rule(element!);
    const numbers = 'numbers' in set! ? set.numbers.map((digits) => new Decimal(digits)) : undefined;
    const codes: Rule = numbers ? () => null : this.rule(set!);
    return (scope) => {
      const value = x(scope);
      if (numbers) return value === null ? null : numbers.some((one) => equal(value, one) === true);
      const allowed = codes(scope);
      return typeof value === 'string' && allowed instanceof Set ? allowed.has(value) : null;
    };
  }

  private answered([asked]: readonly Ast[]): Rule {
    if ('roster' in asked!) {
      const roster = this.read('/' + asked.roster, 'same-row');
      return ({ data }) => data.rows(roster) > 0;
    }
    const value = this.rule(asked!);
    return (scope) => value(scope) !== null;
  }

  private missing([asked]: readonly Ast[]): Rule {
    if ('roster' in asked!) {
      const roster = this.read('/' + asked.roster, 'same-row');
      return ({ data }) => data.hasReason(roster, -1);
    }
    if (!('field' in asked!)) throw new Error('missing() is about a question');
    const { question, row } = this.locate(asked.field, asked.of);
    return (scope) => scope.data.hasReason(question, row(scope));
  }

  private matches([text, pattern]: readonly Ast[]): Rule {
    const x = this.rule(text!);
    const regex = new RegExp(`^(?:${'text' in pattern! ? pattern.text : ''})$`, 'us');
    return (scope) => {
      const value = x(scope);
      return typeof value === 'string' && characters(value) <= LONGEST_MATCHED ? regex.test(value) : null;
    };
  }

  private knownCounty(args: readonly Ast[]): Rule {
    const code = this.rule(args[0]!);
    return (scope) => {
      const value = code(scope);
      return typeof value === 'string' ? scope.data.knownCounty(value) : null;
    };
  }

  private field(name: string, of: string): Rule {
    const { question, row } = this.locate(name, of);
    return (scope) => scope.data.value(question, row(scope));
  }

  private line(of: string): Rule {
    const row = this.rowOf(of);
    return (scope) => count(row(scope) + 1);
  }

  private rosterSize(name: string): Rule {
    const roster = this.read('/' + name, 'same-row');
    return ({ data }) => count(data.rows(roster));
  }

  private quantifier({ call: name, over, var: variable, body }: Quantifier): Rule {
    const path = '/' + over.roster;
    const roster = this.read(path, 'same-row');
    if (body === undefined) return ({ data }) => count(data.rows(roster));
    const depth = this.variables.length;
    this.variables.push({ name: variable ?? '', roster: path });
    const each = this.rule(body);
    this.variables.pop();
    const fold = foldOf(name);
    return (scope) => {
      const values: Value[] = [];
      const rows = scope.data.rows(roster);
      for (let row = 0; row < rows; row++) {
        scope.rows[depth] = row;
        values.push(each(scope));
      }
      return fold(values);
    };
  }

  private locate(name: string, of: string): { readonly question: number; readonly row: (scope: Scope) => number } {
    if (of === 'form') return { question: this.read('/' + name, 'same-row'), row: () => -1 };
    const roster = of === 'row' ? this.names.roster : this.variables[this.variableOf(of)]!.roster;
    if (roster === undefined) throw new Error(`no row for ${name}`);
    const question = this.read(`${roster}/*/${name}`, of === 'row' ? 'same-row' : 'every-row');
    return { question, row: this.rowOf(of) };
  }

  private rowOf(of: string): (scope: Scope) => number {
    if (of === 'row') return (scope) => scope.row;
    const depth = this.variableOf(of);
    return (scope) => scope.rows[depth]!;
  }

  private variableOf(name: string): number {
    for (let i = this.variables.length - 1; i >= 0; i--) if (this.variables[i]!.name === name) return i;
    throw new Error(`no variable ${name}`);
  }

  private read(path: string, reach: Reach): number {
    const question = this.names.question(path);
    if (question === undefined) throw new Error(`no question ${path}`);
    if (this.reads.questions.get(question) !== 'every-row') this.reads.questions.set(question, reach);
    return question;
  }
}

function constant(ast: Ast): Value {
  if ('number' in ast) return plain(new Decimal(ast.number));
  if ('text' in ast) return ast.text;
  if ('boolean' in ast) return ast.boolean;
  if ('date' in ast) return Day.ofText(ast.date);
  if ('null' in ast) return null;
  if ('list' in ast) return new Set(ast.list);
  throw new Error('no expression');
}

function ofValues(args: readonly Rule[], gives: (values: readonly Value[]) => Value): Rule {
  const [first, second] = args;
  if (args.length === 1) return (scope) => gives([first!(scope)]);
  if (args.length === 2) return (scope) => gives([first!(scope), second!(scope)]);
  return (scope) => gives(args.map((arg) => arg(scope)));
}

/** `or` when decided by true, `and` when decided by false. */
function kleene(args: readonly Rule[], decides: boolean): Rule {
  return (scope) => {
    let known = true;
    for (const arg of args) {
      const value = arg(scope);
      if (value === decides) return decides;
      if (typeof value !== 'boolean') known = false;
    }
    return known ? !decides : null;
  };
}

function firstKnown(args: readonly Rule[]): Rule {
  return (scope) => {
    for (const arg of args) {
      const value = arg(scope);
      if (value !== null) return value;
    }
    return null;
  };
}

function foldOf(quantifier: string): (values: readonly Value[]) => Value {
  switch (quantifier) {
    case 'count':
      return (values) => (values.some(unknown) ? null : count(values.filter((value) => value === true).length));
    case 'sum':
      return sum;
    case 'min':
      return (values) => extreme(values, -1);
    case 'max':
      return (values) => extreme(values, 1);
    case 'any':
      return (values) => (values.includes(true) ? true : values.some(unknown) ? null : false);
    case 'all':
      return (values) => (values.includes(false) ? false : values.some(unknown) ? null : true);
    case 'unique':
      return unique;
    default:
      throw new Error(`no quantifier ${quantifier}`);
  }
}

function unknown(value: Value): boolean {
  return value === null;
}
