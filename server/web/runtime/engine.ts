import type { CheckProgram, Program } from './bundle';
import type { Outside, Rule, Scope } from './compile';
import { asJson, Decimal } from './decimal';
import { type Json, property } from './json';
import type { Notebook } from './notebook';
import type { Memo } from './offer';
import type { Dependent, Node, Plan } from './program';
import type { Question } from './question';
import { byPlace, descend, type NotMet, type Remark, Row, Slot, type Verdict } from './rows';
import { read, same, textOf, type Value } from './values';

/** What a rule gives that cannot be run. */
const BROKEN = Symbol('broken');

const NO_REMARK: readonly Remark[] = [];

/** Keeps relevance, values, duties and verdicts true to the notebook; a change evaluates again only what reads it. */
export class Engine implements Outside {
  readonly form: Row;
  /** By check of the form: where it fails, or cannot be judged. */
  private readonly failing: readonly Set<Row>[];
  /** By question: where there is a remark, and where something is not met. */
  private readonly odd: readonly Set<Slot>[];
  private readonly unmet: readonly Set<Slot>[];
  /** By question: where an answer must still be given. */
  private readonly open: readonly Set<Slot>[];
  private readonly dirty: (true | Set<Row> | undefined)[];
  private readonly scope: Scope;
  private readonly contextValues = new Map<string, Value>();
  private readonly recounted = new Set<Slot>();
  private changed = new Set<string>();
  private openCount = 0;

  constructor(
    program: Program,
    private readonly plan: Plan,
    private readonly counties: ReadonlySet<string>,
    private readonly notebook: Notebook,
    context: Json | undefined,
  ) {
    this.form = new Row(plan.outline.form, undefined);
    this.form.given = notebook.answers;
    this.failing = plan.checks.map(() => new Set());
    this.odd = plan.outline.questions.map(() => new Set());
    this.unmet = plan.outline.questions.map(() => new Set());
    this.open = plan.outline.questions.map(() => new Set());
    this.dirty = plan.nodes.map(() => true);
    this.scope = { outside: this, form: this.form, row: this.form, bound: [], option: undefined };
    for (const name of Object.keys(program.context)) this.contextValues.set(name, contextOf(program, name, context));
    this.fitInside(this.form);
    this.settle();
    this.recounted.clear();
  }

  // What expressions see.

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

  /** In the order of questions, rows ascending. */
  remarked(): readonly Slot[] {
    return this.odd.flatMap(inOrder);
  }

  notMet(): readonly Slot[] {
    return this.unmet.flatMap(inOrder);
  }

  openSlots(): readonly Slot[] {
    return this.open.flatMap(inOrder);
  }

  /** Where a check fails, rows ascending. */
  failingRows(check: number): readonly Row[] {
    return [...this.failing[check]!].sort(byPlace);
  }

  slotsOf(question: Question): readonly Slot[] {
    const slots: Slot[] = [];
    descend(this.form, this.plan.outline.level(question.roster), (row) => slots.push(row.slots[question.column]!));
    return slots;
  }

  /** Whether it has a value; a roster: rows, or none where none are asked for. */
  isAnswered(slot: Slot): boolean {
    return slot.question.kind === 'roster' ? slot.rowsAsked.length > 0 || slot.wanted === 0 : slot.value !== null;
  }

  /** Where an expression of this row is evaluated. */
  scopeAt(row: Row): Scope {
    return { outside: this, form: this.form, row, bound: [], option: undefined };
  }

  /** Takes over a changed answer or reason; gives the pointers at which anything looks different now. */
  answerChanged(slot: Slot): ReadonlySet<string> {
    this.soil(this.plan.nodes[slot.question.index]!, slot.row);
    return this.settle(slot.pointer);
  }

  /** Takes over rows that were added, taken out or written anew, from the first of them on. */
  rowsChanged(roster: Slot, from: number, taken = 0): ReadonlySet<string> {
    for (const gone of roster.rows.splice(from, taken)) this.forget(gone);
    this.fit(roster, from);
    this.soil(this.plan.nodes[roster.question.index]!, roster.row);
    this.soilReaders(roster);
    const touched = roster.rows.slice(from).flatMap(pointersIn);
    return this.settle(roster.pointer, ...touched);
  }

  /** A roster whose wanted number of rows has become another one; each is told once. */
  nextRecounted(): Slot | undefined {
    for (const slot of this.recounted) {
      this.recounted.delete(slot);
      return slot;
    }
    return undefined;
  }

  private fit(roster: Slot, from: number): void {
    const list = this.notebook.list(roster) ?? [];
    const { rows, question } = roster;
    const count = Math.min(list.length, question.maxRows);
    while (rows.length > count) this.forget(rows.pop()!);
    const level = this.plan.outline.level(question.path);
    for (let i = from; i < count; i++) {
      const row = (rows[i] ??= new Row(level, roster));
      row.given = list[i]!;
      row.number(i);
      for (const node of this.plan.nodesOf.get(level)!) this.soil(node, row);
      this.fitInside(row);
    }
  }

  private fitInside(row: Row): void {
    for (const { roster } of row.level.inner) this.fit(row.slots[roster!.column]!, 0);
  }

  /** A row is gone: nothing in it is open, odd or failing any more. */
  private forget(row: Row): void {
    for (const slot of row.slots) {
      this.setOpen(slot, false);
      this.odd[slot.question.index]!.delete(slot);
      this.unmet[slot.question.index]!.delete(slot);
      this.recounted.delete(slot);
      slot.rows.forEach((inner) => this.forget(inner));
    }
    for (const node of this.plan.nodesOf.get(row.level)!) {
      if (node.kind === 'check' && this.failing[node.number]!.delete(row)) this.touchCheck(node.check, row);
      const rows = this.dirty[node.index];
      if (rows instanceof Set) rows.delete(row);
    }
  }

  private settle(...touched: readonly string[]): ReadonlySet<string> {
    for (const pointer of touched) this.changed.add(pointer);
    for (const node of this.plan.nodes) {
      const rows = this.dirty[node.index];
      if (rows === undefined) continue;
      this.dirty[node.index] = undefined;
      const memo: Memo = new Map();
      const evaluate = (row: Row) => this.evaluate(node, row, memo);
      if (rows === true) descend(this.form, node.level, evaluate);
      else rows.forEach(evaluate);
    }
    const changed = this.changed;
    this.changed = new Set();
    return changed;
  }

  private evaluate(node: Node, row: Row, memo: Memo): void {
    switch (node.kind) {
      case 'answer':
        return this.evaluateAnswer(node, row.slots[node.question.column]!);
      case 'duty':
        return this.evaluateDuty(node, row.slots[node.question.column]!);
      case 'offer':
        return this.evaluateOffer(node, row.slots[node.question.column]!, memo);
      case 'count':
        return this.evaluateCount(node, row.slots[node.question.column]!);
      case 'text':
        this.changed.add(row.slots[node.question.column]!.pointer);
        return;
      default:
        return this.evaluateCheck(node, row);
    }
  }

  private evaluateAnswer(node: Node & { kind: 'answer' }, slot: Slot): void {
    const { question, row } = slot;
    const asked = row.home === undefined || isAsked(row.home);
    const relevance = asked && node.relevant ? this.run(node.relevant, row) : asked;
    const relevant = relevance === true;
    const given = this.notebook.hasReason(slot.pointer);
    const hasReason = relevant && given && !question.calculated;
    const stored = this.notebook.stored(slot) ?? null;
    const computed = relevant && node.calculate ? this.run(node.calculate, row) : null;
    const answer = relevant && !hasReason ? read(question.kind, stored) : null;
    const value = !node.calculate ? answer : computed === BROKEN ? null : asStored(computed);
    const remarks: Remark[] = relevance === BROKEN || computed === BROKEN ? ['broken-check'] : [];
    if (!relevant && (given || stored !== null)) remarks.push('not-relevant');
    if (node.calculate && !same(value, answer)) remarks.push('calculated-differs');
    const moved = relevant !== slot.relevant || hasReason !== slot.hasReason || !same(value, slot.value);
    if (moved || remarks.join() !== slot.remarks.join()) this.changed.add(slot.pointer);
    slot.relevant = relevant;
    slot.hasReason = hasReason;
    slot.value = value;
    slot.remarks = remarks.length === 0 ? NO_REMARK : remarks;
    keep(this.odd[question.index]!, slot, remarks.length > 0);
    if (moved) this.soilReaders(slot);
  }

  private evaluateDuty(node: Node & { kind: 'duty' }, slot: Slot): void {
    const required = slot.relevant && (typeof node.required === 'boolean' ? node.required : this.run(node.required, slot.row) === true);
    const open = required && !slot.hasReason && !this.isAnswered(slot);
    if (required !== slot.required || open !== slot.open) this.changed.add(slot.pointer);
    slot.required = required;
    this.setOpen(slot, open);
  }

  /** Whatever it finds: other options may be on offer now, or be called otherwise where a text quotes the answer. */
  private evaluateOffer(node: Node & { kind: 'offer' }, slot: Slot, memo: Memo): void {
    const { value, row } = slot;
    const answers = value instanceof Set ? [...(value as ReadonlySet<string>)] : [textOf(value)];
    const offered = this.run((scope) => answers.every((answer) => answer === null || node.offer.allows(scope, answer, memo)), row);
    this.noteNotMet(slot, offered === BROKEN ? 'broken-check' : offered ? undefined : 'not-offered');
    this.changed.add(slot.pointer);
    for (const reader of this.plan.dependents[slot.question.index]!) if (reader.node.kind === 'text') this.soilReader(reader, row);
  }

  private evaluateCount(node: Node & { kind: 'count' }, slot: Slot): void {
    const value = isAsked(slot) ? this.run(node.rows, slot.row) : null;
    const rows = value instanceof Decimal ? value.floor.double : -1;
    const wanted = rows >= 0 ? Math.min(rows, slot.question.maxRows) : undefined;
    const right = wanted === undefined || wanted === slot.rows.length;
    this.noteNotMet(slot, value === BROKEN ? 'broken-check' : right ? undefined : 'row-count');
    if (wanted === slot.wanted) return;
    slot.wanted = wanted;
    this.recounted.add(slot);
    this.changed.add(slot.pointer);
    const duty = this.plan.duties.get(slot.question);
    if (duty) this.soil(duty, slot.row);
  }

  private noteNotMet(slot: Slot, notMet: NotMet | undefined): void {
    if (notMet !== slot.notMet) this.changed.add(slot.pointer);
    slot.notMet = notMet;
    keep(this.unmet[slot.question.index]!, slot, notMet !== undefined);
  }

  private evaluateCheck({ check, number, column, rule }: Node & { kind: 'check' }, row: Row): void {
    const asked = row.home === undefined || isAsked(row.home);
    const verdict = asked ? this.verdict(rule, row) : undefined;
    if (row.verdicts[column] === verdict) return;
    row.verdicts[column] = verdict;
    keep(this.failing[number]!, row, verdict === 'fails' || verdict === 'broken');
    this.touchCheck(check, row);
  }

  private verdict(rule: Rule, row: Row): Verdict {
    const value = this.run(rule, row);
    if (value === BROKEN) return 'broken';
    return value === true ? 'holds' : value === false ? 'fails' : 'unanswered';
  }

  private run(rule: Rule, row: Row): Value | typeof BROKEN {
    try {
      this.scope.row = row;
      return rule(this.scope);
    } catch {
      return BROKEN;
    }
  }

  private setOpen(slot: Slot, open: boolean): void {
    if (open === slot.open) return;
    slot.open = open;
    this.openCount += open ? 1 : -1;
    keep(this.open[slot.question.index]!, slot, open);
    for (const reader of this.plan.counting) this.dirty[reader.index] = true;
  }

  private touchCheck(check: CheckProgram, row: Row): void {
    for (const pointer of refersOf(check, row)) this.changed.add(pointer);
    this.changed.add(row.pointer);
  }

  private soilReaders({ question, row }: Slot): void {
    for (const reader of this.plan.dependents[question.index]!) this.soilReader(reader, row);
  }

  private soilReader({ node, shared }: Dependent, changed: Row): void {
    if (shared === 0 && node.level.depth > 0) this.dirty[node.index] = true;
    else descend(changed.at(shared), node.level, (row) => this.soil(node, row));
  }

  private soil(node: Node, row: Row): void {
    const rows = this.dirty[node.index];
    if (rows === undefined) this.dirty[node.index] = new Set([row]);
    else if (rows !== true) rows.add(row);
  }
}

function isAsked(roster: Slot): boolean {
  return roster.relevant && !roster.hasReason;
}

function keep<T>(set: Set<T>, one: T, belongs: boolean): void {
  if (belongs) set.add(one);
  else set.delete(one);
}

function inOrder(slots: ReadonlySet<Slot>): readonly Slot[] {
  return [...slots].sort((a, b) => byPlace(a.row, b.row));
}

function pointersIn(row: Row): readonly string[] {
  return [row.pointer, ...row.slots.flatMap((slot) => [slot.pointer, ...slot.rows.flatMap(pointersIn)])];
}

/** The questions a check is about, with its own rows put in. */
export function refersOf({ refers }: CheckProgram, row: Row): readonly string[] {
  return row.home === undefined ? refers : refers.map((path) => referred(path, row));
}

/** A path with the numbers of the rows around a place, as far as they lie on its way. */
function referred(path: string, row: Row): string {
  for (let around: Row | undefined = row; around?.home; around = around.parent) {
    const rows = `${around.level.path}/*`;
    if (path.startsWith(`${rows}/`)) return around.pointer + path.slice(rows.length);
  }
  return path;
}

/** A computed number is what JSON will carry of it. */
function asStored(value: Value): Value {
  return value instanceof Decimal ? asJson(value) : value;
}

function contextOf(program: Program, name: string, given: Json | undefined): Value {
  const { type, default: otherwise } = program.context[name]!;
  return read(type, property(given, name)) ?? read(type, otherwise);
}
