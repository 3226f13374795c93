import type { Ast } from './ast';
import type { Bundle, CheckProgram } from './bundle';
import { compile, type Names, type Reach, type Reads, type Rule } from './compile';
import { questionOf, type Question } from './question';

/** One thing to evaluate, at form level or for every row of a roster. */
export type Node = {
  readonly index: number;
  /** Number of the roster question whose rows it is evaluated for; -1 at form level. */
  readonly roster: number;
} & (
  | { readonly kind: 'answer'; readonly question: Question; readonly relevant: Rule | undefined; readonly calculate: Rule | undefined }
  | { readonly kind: 'duty'; readonly question: Question; readonly required: Rule | boolean }
  | { readonly kind: 'check'; readonly check: CheckProgram; readonly number: number; readonly rule: Rule }
);

/** A node that must be evaluated again when a question changes. */
interface Dependent {
  readonly node: number;
  readonly reach: Reach;
}

/** A form's rules, compiled: nodes in order of evaluation, and who must follow whom. */
export interface Plan {
  readonly questions: readonly Question[];
  readonly byPath: ReadonlyMap<string, Question>;
  readonly nodes: readonly Node[];
  /** By question. */
  readonly dependents: readonly (readonly Dependent[])[];
  /** By roster question: the questions of its rows. */
  readonly columns: ReadonlyMap<number, readonly Question[]>;
  /** Nodes that read how much is unanswered. */
  readonly counting: readonly number[];
}

export function planOf(bundle: Bundle): Plan {
  return new Planner(bundle).plan();
}

class Planner {
  private readonly questions: readonly Question[];
  private readonly byPath: Map<string, Question>;
  private readonly nodes: Node[] = [];
  private readonly dependents: Dependent[][];
  private readonly counting: number[] = [];

  constructor(private readonly bundle: Bundle) {
    this.questions = bundle.program.questions.map((program, index) => questionOf(bundle, program, index));
    this.byPath = new Map(this.questions.map((question) => [question.path, question]));
    this.dependents = this.questions.map(() => []);
  }

  plan(): Plan {
    this.questions.forEach((question) => this.answerNode(question));
    this.questions.filter((question) => !question.calculated).forEach((question) => this.dutyNode(question));
    this.bundle.program.checks.forEach((check, number) => this.checkNode(check, number));
    return {
      questions: this.questions,
      byPath: this.byPath,
      nodes: this.nodes,
      dependents: this.dependents,
      columns: this.columns(),
      counting: this.counting,
    };
  }

  private answerNode(question: Question): void {
    const { relevant, calculate } = this.bundle.program.questions[question.index]!;
    const index = this.nodes.length;
    this.nodes.push({
      kind: 'answer',
      index,
      roster: this.rosterOf(question.roster),
      question,
      relevant: this.ruleOf(relevant, question.roster, index),
      calculate: this.ruleOf(calculate, question.roster, index),
    });
    if (question.roster !== undefined) this.follow(this.rosterOf(question.roster), index, 'every-row');
  }

  private dutyNode(question: Question): void {
    const asked = this.bundle.program.questions[question.index]!.required ?? true;
    if (asked === false) return;
    const index = this.nodes.length;
    const required = asked === true || this.ruleOf(asked, question.roster, index)!;
    this.nodes.push({ kind: 'duty', index, roster: this.rosterOf(question.roster), question, required });
    this.follow(question.index, index, 'same-row');
  }

  private checkNode(check: CheckProgram, number: number): void {
    const index = this.nodes.length;
    const roster = this.rosterOf(check.each);
    this.nodes.push({ kind: 'check', index, roster, check, number, rule: this.ruleOf(check.rule, check.each, index)! });
    if (roster >= 0) this.follow(roster, index, 'every-row');
  }

  private ruleOf(ast: Ast | undefined, roster: string | undefined, node: number): Rule | undefined {
    if (ast === undefined) return undefined;
    const { rule, reads } = compile(ast, this.names(roster));
    this.followAll(reads, node);
    return rule;
  }

  private names(roster: string | undefined): Names {
    return { question: (path) => this.byPath.get(path)?.index, roster };
  }

  private followAll(reads: Reads, node: number): void {
    for (const [question, reach] of reads.questions) this.follow(question, node, reach);
    if (reads.everything) this.counting.push(node);
  }

  private follow(question: number, node: number, reach: Reach): void {
    this.dependents[question]?.push({ node, reach });
  }

  private rosterOf(path: string | undefined): number {
    return path === undefined ? -1 : (this.byPath.get(path)?.index ?? -1);
  }

  private columns(): Map<number, readonly Question[]> {
    const columns = new Map<number, Question[]>();
    for (const question of this.questions) {
      if (question.kind === 'roster') columns.set(question.index, []);
    }
    for (const question of this.questions) columns.get(this.rosterOf(question.roster))?.push(question);
    return columns;
  }
}
