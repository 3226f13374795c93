import type { Program } from './bundle';
import type { Data, Reach, Rule, Scope } from './compile';
import { asJson, Decimal } from './decimal';
import { type Json, property } from './json';
import type { Notebook } from './notebook';
import type { Node, Plan } from './program';
import { pointerOf, type Question } from './question';
import { read, same, type Value } from './values';

type Verdict = 'holds' | 'fails' | 'unanswered' | 'broken';

type Oddity = 'not-relevant' | 'calculated-differs' | 'broken-check';

/** What a rule gives that cannot be run. */
const BROKEN = Symbol('broken');

const NOTHING_ODD: readonly Oddity[] = [];

/** A question as it stands, at form level or in one row. */
export class Slot {
  relevant = false;
  value: Value = null;
  /** A reason is given instead of an answer, and counts. */
  hasReason = false;
  required = false;
  /** Counted by `unanswered()`. */
  open = false;
  /** The engine's own findings. */
  oddities: readonly Oddity[] = NOTHING_ODD;
  readonly pointer: string;

  constructor(
    readonly question: Question,
    readonly row: number,
  ) {
    this.pointer = pointerOf(question, row);
  }
}

/** Keeps relevance, values, duties and verdicts true to the notebook; a change evaluates again only what reads it. */
export class Engine implements Data {
  private readonly slots: Slot[][];
  private readonly verdicts: (Verdict | undefined)[][];
  private readonly dirty: (true | Set<number> | undefined)[];
  private readonly scope: Scope = { data: this, row: -1, rows: [] };
  private readonly contextValues = new Map<string, Value>();
  private changed = new Set<string>();
  private openCount = 0;

  constructor(
    program: Program,
    private readonly plan: Plan,
    private readonly counties: ReadonlySet<string>,
    private readonly notebook: Notebook,
    context: Json | undefined,
  ) {
    this.slots = plan.questions.map((question) => (question.roster === undefined ? [new Slot(question, -1)] : []));
    this.verdicts = program.checks.map(() => []);
    this.dirty = plan.nodes.map(() => true);
    for (const name of Object.keys(program.context)) this.contextValues.set(name, contextOf(program, name, context));
    for (const roster of plan.columns.keys()) this.fitRows(roster);
    this.settle();
  }

  // What expressions see.

  value(question: number, row: number): Value {
    return this.slot(question, row)?.value ?? null;
  }

  hasReason(question: number, row: number): boolean {
    return this.slot(question, row)?.hasReason ?? false;
  }

  rows(roster: number): number {
    const slot = this.slots[roster]![0]!;
    return slot.relevant && !slot.hasReason ? this.rowsWritten(roster) : 0;
  }

  context(name: string): Value {
    return this.contextValues.get(name) ?? null;
  }

  knownCounty(code: string): boolean {
    return this.counties.has(code);
  }

  unanswered(): number {
    return this.openCount;
  }

  // What the interview sees.

  slot(question: number, row: number): Slot | undefined {
    return this.slots[question]?.[row < 0 ? 0 : row];
  }

  slotsOf(question: number): readonly Slot[] {
    return this.slots[question]!;
  }

  /** By row; one for a check of the whole interview. */
  verdictsOf(check: number): readonly (Verdict | undefined)[] {
    return this.verdicts[check]!;
  }

  /** Rows that are written down and may be read, relevant or not. */
  rowsWritten(roster: number): number {
    const question = this.plan.questions[roster]!;
    return Math.min(this.notebook.list(question)?.length ?? 0, question.maxRows);
  }

  isAnswered(slot: Slot): boolean {
    return slot.question.kind === 'roster' ? this.rows(slot.question.index) > 0 : slot.value !== null;
  }

  /** Takes over a changed answer or reason; gives the pointers at which anything looks different now. */
  answerChanged(slot: Slot): ReadonlySet<string> {
    const node = this.plan.nodes[slot.question.index]!;
    this.soil(node.index, slot.row);
    return this.settle(slot.pointer);
  }

  /** Takes over a changed number or order of rows, from the first row concerned on. */
  rowsChanged(roster: Question, from: number): ReadonlySet<string> {
    this.fitRows(roster.index);
    this.dirty.fill(true);
    const moved = this.plan.columns.get(roster.index)!.flatMap(({ index }) => this.slots[index]!.slice(from));
    return this.settle(roster.path, ...moved.map((slot) => slot.pointer));
  }

  private fitRows(roster: number): void {
    const rows = this.rowsWritten(roster);
    for (const question of this.plan.columns.get(roster)!) {
      const slots = this.slots[question.index]!;
      for (const gone of slots.splice(rows)) if (gone.open) this.openCount--;
      while (slots.length < rows) slots.push(new Slot(question, slots.length));
    }
  }

  private settle(...touched: readonly string[]): ReadonlySet<string> {
    this.changed = new Set(touched);
    for (const node of this.plan.nodes) {
      const rows = this.dirty[node.index];
      if (rows === undefined) continue;
      this.dirty[node.index] = undefined;
      if (node.roster < 0) this.evaluate(node, -1);
      else if (rows === true) this.evaluateEveryRow(node);
      else rows.forEach((row) => this.evaluate(node, row));
    }
    return this.changed;
  }

  private evaluateEveryRow(node: Node): void {
    const rows = node.kind === 'check' ? this.rows(node.roster) : this.rowsWritten(node.roster);
    if (node.kind === 'check') this.verdicts[node.number]!.splice(rows).forEach((_, i) => this.touchCheck(node, rows + i));
    for (let row = 0; row < rows; row++) this.evaluate(node, row);
  }

  private evaluate(node: Node, row: number): void {
    if (node.kind === 'answer') this.evaluateAnswer(node, row);
    else if (node.kind === 'duty') this.evaluateDuty(node, row);
    else this.evaluateCheck(node, row);
  }

  private evaluateAnswer(node: Node & { kind: 'answer' }, row: number): void {
    const { question } = node;
    const slot = this.slot(question.index, row)!;
    const asked = node.roster < 0 || this.rows(node.roster) > row;
    const relevance = asked && node.relevant ? this.run(node.relevant, row) : asked;
    const relevant = relevance === true;
    const given = this.notebook.hasReason(slot.pointer);
    const hasReason = relevant && given && !question.calculated;
    const stored = this.notebook.stored(question, row) ?? null;
    const computed = relevant && node.calculate ? this.run(node.calculate, row) : null;
    const answer = relevant && !hasReason ? read(question.kind, stored) : null;
    const value = !node.calculate ? answer : computed === BROKEN ? null : asStored(computed);
    const oddities: Oddity[] = relevance === BROKEN || computed === BROKEN ? ['broken-check'] : [];
    if (!relevant && (given || stored !== null)) oddities.push('not-relevant');
    if (node.calculate && !same(value, answer)) oddities.push('calculated-differs');
    const moved = relevant !== slot.relevant || hasReason !== slot.hasReason || !same(value, slot.value);
    if (moved || oddities.join() !== slot.oddities.join()) this.changed.add(slot.pointer);
    slot.relevant = relevant;
    slot.hasReason = hasReason;
    slot.value = value;
    slot.oddities = oddities.length === 0 ? NOTHING_ODD : oddities;
    if (moved) for (const { node: reader, reach } of this.plan.dependents[question.index]!) this.soilReader(node, row, reader, reach);
  }

  private evaluateDuty(node: Node & { kind: 'duty' }, row: number): void {
    const slot = this.slot(node.question.index, row)!;
    const required = slot.relevant && (typeof node.required === 'boolean' ? node.required : this.run(node.required, row) === true);
    const open = required && !slot.hasReason && !this.isAnswered(slot);
    if (required !== slot.required || open !== slot.open) this.changed.add(slot.pointer);
    if (open !== slot.open) {
      this.openCount += open ? 1 : -1;
      for (const reader of this.plan.counting) this.soil(reader, -1);
    }
    slot.required = required;
    slot.open = open;
  }

  private evaluateCheck(node: Node & { kind: 'check' }, row: number): void {
    if (node.roster >= 0 && row >= this.rows(node.roster)) return;
    const verdicts = this.verdicts[node.number]!;
    const at = Math.max(row, 0);
    const verdict = this.verdict(node.rule, row);
    if (verdicts[at] !== verdict) this.touchCheck(node, row);
    verdicts[at] = verdict;
  }

  private verdict(rule: Rule, row: number): Verdict {
    const value = this.run(rule, row);
    if (value === BROKEN) return 'broken';
    return value === true ? 'holds' : value === false ? 'fails' : 'unanswered';
  }

  private run(rule: Rule, row: number): Value | typeof BROKEN {
    try {
      this.scope.row = row;
      return rule(this.scope);
    } catch {
      return BROKEN;
    }
  }

  private touchCheck({ check }: Node & { kind: 'check' }, row: number): void {
    for (const pointer of refersOf(check, row)) this.changed.add(pointer);
    this.changed.add(checkPointer(check, row));
  }

  private soilReader(changed: Node, row: number, reader: number, reach: Reach): void {
    const sameRow = reach === 'same-row' && changed.roster >= 0 && this.plan.nodes[reader]!.roster === changed.roster;
    this.soil(reader, sameRow ? row : -1);
  }

  private soil(node: number, row: number): void {
    const rows = this.dirty[node];
    if (row < 0) this.dirty[node] = true;
    else if (rows === undefined) this.dirty[node] = new Set([row]);
    else if (rows !== true) rows.add(row);
  }
}

/** Where a check of a row, or of the whole interview, is found. */
export function checkPointer(check: { readonly each?: string }, row: number): string {
  return check.each === undefined ? '' : `${check.each}/${row}`;
}

/** The questions a check is about, with its own row put in. */
export function refersOf(check: { readonly each?: string; readonly refers: readonly string[] }, row: number): readonly string[] {
  const { each, refers } = check;
  if (each === undefined) return refers;
  return refers.map((path) => (path.startsWith(`${each}/*/`) ? `${each}/${row}${path.slice(each.length + 2)}` : path));
}

/** A computed number is what JSON will carry of it. */
function asStored(value: Value): Value {
  return value instanceof Decimal ? asJson(value) : value;
}

function contextOf(program: Program, name: string, given: Json | undefined): Value {
  const { type, default: otherwise } = program.context[name]!;
  return read(type, property(given, name)) ?? read(type, otherwise);
}
