import type { Ast } from './ast';
import type { Bundle, CheckProgram, Schema } from './bundle';
import { compile, type Names, type Reads, type Rule } from './compile';
import { Codes, type Offer, offerOf } from './offer';
import { enclosing, type Level, Outline, type Question, withCodes } from './question';

/** One thing to evaluate, in every row of its level. */
export type Node = {
  readonly index: number;
  readonly level: Level;
} & (
  | { readonly kind: 'answer'; readonly question: Question; readonly relevant: Rule | undefined; readonly calculate: Rule | undefined }
  | { readonly kind: 'duty'; readonly question: Question; readonly required: Rule | boolean }
  | { readonly kind: 'offer'; readonly question: Question; readonly offer: Offer }
  | { readonly kind: 'count'; readonly question: Question; readonly rows: Rule }
  | { readonly kind: 'text'; readonly question: Question }
  | { readonly kind: 'check'; readonly check: CheckProgram; readonly number: number; readonly column: number; readonly rule: Rule }
);

/** A node that must be evaluated again when a question changes, in the rows that share their outer rows down to a depth. */
export interface Dependent {
  readonly node: Node;
  readonly shared: number;
}

/** An answer that a text quotes, in the row at a depth; or a value from outside. */
export type Shown = { readonly question: Question; readonly depth: number } | { readonly context: string };

/** A form's rules, compiled: nodes in order of evaluation, and who must follow whom. */
export interface Plan {
  readonly schema: Schema;
  readonly outline: Outline;
  readonly nodes: readonly Node[];
  readonly nodesOf: ReadonlyMap<Level, readonly Node[]>;
  readonly checks: readonly (Node & { readonly kind: 'check' })[];
  /** By question. */
  readonly dependents: readonly (readonly Dependent[])[];
  /** By question, where not all options are on offer, or they are rows. */
  readonly offers: ReadonlyMap<Question, Offer>;
  /** What asks for an answer, by question. */
  readonly duties: ReadonlyMap<Question, Node>;
  /** What texts quote, by question and by how it is written. */
  readonly shows: ReadonlyMap<Question, ReadonlyMap<string, Shown>>;
  /** Nodes that read how much is unanswered. */
  readonly counting: readonly Node[];
}

export function planOf(bundle: Bundle): Plan {
  return new Planner({ ...bundle, schema: withCodes(bundle.schema, bundle.codelists) }).plan();
}

class Planner {
  private readonly outline: Outline;
  private readonly codes: Codes;
  private readonly nodes: Node[] = [];
  private readonly dependents: Dependent[][];
  private readonly counting: Node[] = [];
  private readonly offers = new Map<Question, Offer>();
  private readonly duties = new Map<Question, Node>();
  private readonly shows = new Map<Question, ReadonlyMap<string, Shown>>();
  private readonly checksOn = new Map<Level, number>();

  constructor(private readonly bundle: Bundle) {
    this.outline = new Outline(bundle);
    this.codes = new Codes(bundle.codelists);
    this.dependents = this.outline.questions.map(() => []);
  }

  plan(): Plan {
    const { questions } = this.outline;
    questions.forEach((question) => this.answerNode(question));
    questions.forEach((question) => this.offerNode(question));
    questions.forEach((question) => this.countNode(question));
    questions.filter((question) => !question.calculated).forEach((question) => this.dutyNode(question));
    questions.forEach((question) => this.textNode(question));
    const checks = this.bundle.program.checks.map((check, number) => this.checkNode(check, number));
    return {
      schema: this.bundle.schema,
      outline: this.outline,
      nodes: this.nodes,
      nodesOf: new Map([...this.outline.all()].map((level) => [level, this.nodes.filter((node) => node.level === level)])),
      checks,
      dependents: this.dependents,
      offers: this.offers,
      duties: this.duties,
      shows: this.shows,
      counting: this.counting,
    };
  }

  private answerNode(question: Question): void {
    const { relevant, calculate } = this.bundle.program.questions[question.index]!;
    const level = this.outline.level(question.roster);
    const rules = [this.ruleOf(relevant, level), this.ruleOf(calculate, level)];
    const node: Node = { kind: 'answer', index: this.nodes.length, level, question, relevant: rules[0]?.rule, calculate: rules[1]?.rule };
    this.add(node, ...rules);
    if (level.roster) this.follow(level.roster, node, level.depth - 1);
  }

  private dutyNode(question: Question): void {
    const asked = this.bundle.program.questions[question.index]!.required ?? true;
    if (asked === false) return;
    const level = this.outline.level(question.roster);
    const rule = asked === true ? undefined : this.ruleOf(asked, level);
    const node: Node = { kind: 'duty', index: this.nodes.length, level, question, required: rule?.rule ?? true };
    this.duties.set(question, node);
    this.add(node, rule);
    this.follow(question, node, level.depth);
  }

  private offerNode(question: Question): void {
    const level = this.outline.level(question.roster);
    const program = this.bundle.program.questions[question.index]!;
    const made = offerOf(question, program, this.names(level), this.codes);
    if (!made) return;
    this.offers.set(question, made.offer);
    const node: Node = { kind: 'offer', index: this.nodes.length, level, question, offer: made.offer };
    this.add(node, made);
    this.follow(question, node, level.depth);
  }

  private countNode(question: Question): void {
    const level = this.outline.level(question.roster);
    const rule = this.ruleOf(this.bundle.program.questions[question.index]!.rows, level);
    if (!rule) return;
    const node: Node = { kind: 'count', index: this.nodes.length, level, question, rows: rule.rule };
    this.add(node, rule);
    this.follow(question, node, level.depth);
  }

  /** Nothing follows from a text; a page wants to know that it reads differently. */
  private textNode(question: Question): void {
    const level = this.outline.level(question.roster);
    const shows = Object.entries(this.bundle.program.questions[question.index]!.shows ?? {});
    if (shows.length === 0) return;
    const node: Node = { kind: 'text', index: this.nodes.length, level, question };
    this.add(node);
    this.shows.set(question, new Map(shows.flatMap(([insert, ast]) => this.shown(insert, ast, node))));
  }

  private shown(insert: string, ast: Ast, node: Node): readonly (readonly [string, Shown])[] {
    if ('context' in ast) return [[insert, { context: ast.context }]];
    if (!('field' in ast)) return [];
    const around = ast.of === 'row' ? node.level : ast.of === 'form' ? this.outline.form : enclosing(node.level, ast.of);
    const question = around?.byName.get(ast.field);
    if (!around || !question) return [];
    this.follow(question, node, around.depth);
    return [[insert, { question, depth: around.depth }]];
  }

  private checkNode(check: CheckProgram, number: number): Node & { kind: 'check' } {
    const level = this.outline.level(check.each);
    const rule = this.ruleOf(check.rule, level)!;
    const column = this.checksOn.get(level) ?? 0;
    this.checksOn.set(level, column + 1);
    const node = { kind: 'check' as const, index: this.nodes.length, level, check, number, column, rule: rule.rule };
    this.add(node, rule);
    if (level.roster) this.follow(level.roster, node, level.depth - 1);
    return node;
  }

  private add(node: Node, ...rules: readonly ({ readonly reads: Reads } | undefined)[]): void {
    this.nodes.push(node);
    for (const rule of rules) {
      rule?.reads.questions.forEach((shared, question) => this.follow(question, node, shared));
      if (rule?.reads.everything) this.counting.push(node);
    }
  }

  private ruleOf(ast: Ast | undefined, level: Level) {
    return ast === undefined ? undefined : compile(ast, this.names(level));
  }

  private names(level: Level): Names {
    return { form: this.outline.form, level };
  }

  private follow(question: Question, node: Node, shared: number): void {
    this.dependents[question.index]!.push({ node, shared });
  }
}
