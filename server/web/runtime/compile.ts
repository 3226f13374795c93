import type { Ast, Call, Quantifier, RosterOf } from './ast';
import { Day } from './calendar';
import { Decimal } from './decimal';
import { firstKnown, foldOf, kleene } from './folds';
import { characters, concat, count, extreme, functionOf, negated } from './functions';
import { enclosing, type Level, type Question } from './question';
import type { Row, Slot } from './rows';
import { equal, type Value } from './values';

/** What an expression may ask beside the answers. */
export interface Outside {
  context(name: string): Value;
  knownCounty(code: string): boolean;
  unanswered(): number;
}

/** Where an expression is evaluated: the form, its own row, the rows its quantifiers have reached, the option it judges. */
export interface Scope {
  readonly outside: Outside;
  readonly form: Row;
  row: Row;
  readonly bound: Row[];
  option: Option | undefined;
}

/** A code and what its list says about it. */
export interface Option {
  column(name: string): Value;
}

export type Rule = (scope: Scope) => Value;

/** What an expression reads; `everything` when it counts what is unanswered. */
export interface Reads {
  /** By question: the depth down to which it is of the row that reads, 0 when it may be of any row of the form. */
  readonly questions: Map<Question, number>;
  everything: boolean;
}

/** Names as one expression sees them. */
export interface Names {
  readonly form: Level;
  /** Of the row the expression belongs to. */
  readonly level: Level;
}

/** Rows of one level that an expression can name. */
interface Place {
  readonly level: Level;
  readonly row: (scope: Scope) => Row;
  /** As in `Reads`. */
  readonly shared: number;
}

/** A roster that an expression can name, and the level of its rows. */
interface Named {
  readonly level: Level;
  readonly slot: (scope: Scope) => Slot;
  /** As in `Reads`. */
  readonly shared: number;
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

/** The roster a tree names, as seen from a row. */
export function rosterIn(over: RosterOf, names: Names): Named & { readonly reads: Reads } {
  const compiler = new Compiler(names);
  return { ...compiler.roster(over), reads: compiler.reads };
}

/** Longer texts are not searched: what a pattern costs stays bounded. */
const LONGEST_MATCHED = 1000;

class Compiler {
  readonly reads: Reads = { questions: new Map(), everything: false };
  private readonly variables: { readonly name: string; readonly level: Level; readonly shared: number }[] = [];

  constructor(private readonly names: Names) {}

  rule(ast: Ast): Rule {
    if ('call' in ast) return 'over' in ast ? this.quantifier(ast) : this.call(ast);
    if ('field' in ast) return this.field(ast.field, ast.of);
    if ('roster' in ast) return this.size(ast);
    if ('column' in ast) return ({ option }) => option!.column(ast.column);
    if ('context' in ast) return ({ outside }) => outside.context(ast.context);
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
      case 'concat':
        return ofValues(this.all(args), concat);
      case 'matches':
        return this.matches(args);
      case 'known_county':
        return this.knownCounty(args);
      case 'unanswered':
        this.reads.everything = true;
        return ({ outside }) => count(outside.unanswered());
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
    const numbers = 'numbers' in set! ? set.numbers.map((digits) => Decimal.parse(digits)) : undefined;
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
      const { slot } = this.roster(asked);
      return (scope) => slot(scope).rowsAsked.length > 0;
    }
    const value = this.rule(asked!);
    return (scope) => value(scope) !== null;
  }

  private missing([asked]: readonly Ast[]): Rule {
    if ('roster' in asked!) {
      const { slot } = this.roster(asked);
      return (scope) => slot(scope).hasReason;
    }
    if (!('field' in asked!)) throw new Error('missing() is about a question');
    const slot = this.slot(asked.field, asked.of);
    return (scope) => slot(scope).hasReason;
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
      return typeof value === 'string' ? scope.outside.knownCounty(value) : null;
    };
  }

  private field(name: string, of: string): Rule {
    const place = this.place(of);
    const { column } = this.read(place, name);
    const { row } = place;
    return (scope) => row(scope).slots[column]!.value;
  }

  private slot(name: string, of: string): (scope: Scope) => Slot {
    const place = this.place(of);
    const { column } = this.read(place, name);
    return (scope) => place.row(scope).slots[column]!;
  }

  private line(of: string): Rule {
    const { row } = this.place(of);
    return (scope) => count(row(scope).index + 1);
  }

  /** The roster in the row a tree names, and the level of its rows. */
  roster({ roster: name, of }: RosterOf): Named {
    const place = this.place(of ?? 'form');
    const question = this.read(place, name);
    const level = place.level.inner.find(({ roster }) => roster === question);
    if (!level) throw new Error(`no roster ${name}`);
    return { level, slot: (scope) => place.row(scope).slots[question.column]!, shared: place.shared };
  }

  private size(of: RosterOf): Rule {
    const { slot } = this.roster(of);
    return (scope) => count(slot(scope).rowsAsked.length);
  }

  private quantifier({ call: name, over, index, var: variable, body }: Quantifier): Rule {
    if (body === undefined) return this.size(over);
    const { level, slot, shared } = this.roster(over);
    const number = name === 'at' ? this.rule(index!) : undefined;
    const depth = this.variables.length;
    this.variables.push({ name: variable ?? '', level, shared });
    const each = this.rule(body);
    this.variables.pop();
    if (number) return rowAt(slot, number, each, depth);
    const fold = foldOf(name);
    return (scope) => {
      const values: Value[] = [];
      for (const row of slot(scope).rowsAsked) {
        scope.bound[depth] = row;
        values.push(each(scope));
      }
      return fold(values);
    };
  }

  private place(of: string): Place {
    const { form, level } = this.names;
    if (of === 'form') return { level: form, row: (scope) => scope.form, shared: 0 };
    if (of === 'row') return { level, row: (scope) => scope.row, shared: level.depth };
    const around = of.startsWith('/') ? enclosing(level, of) : undefined;
    if (around) return { level: around, row: (scope) => scope.row.at(around.depth), shared: around.depth };
    const depth = this.variables.map(({ name }) => name).lastIndexOf(of);
    if (depth < 0) throw new Error(`no row ${of}`);
    return { ...this.variables[depth]!, row: (scope) => scope.bound[depth]! };
  }

  private read({ level, shared }: Place, name: string): Question {
    const question = level.byName.get(name);
    if (question === undefined) throw new Error(`no question ${level.path}/${name}`);
    this.reads.questions.set(question, Math.min(shared, this.reads.questions.get(question) ?? shared));
    return question;
  }
}

/** The body in the row of this number; null where there is no such row. */
function rowAt(slot: (scope: Scope) => Slot, number: Rule, body: Rule, depth: number): Rule {
  return (scope) => {
    const n = number(scope);
    const whole = n instanceof Decimal ? n.whole : null;
    const row = whole === null ? undefined : slot(scope).rowsAsked[whole - 1];
    if (!row) return null;
    scope.bound[depth] = row;
    return body(scope);
  };
}

function constant(ast: Ast): Value {
  if ('number' in ast) return Decimal.parse(ast.number);
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
