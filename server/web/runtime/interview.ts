import type { Finding, Language, Misfit, Reason } from './bundle';
import { Engine, refersOf } from './engine';
import type { Form, Option } from './form';
import { copyOf, isArray, isObject, type Json, property, rowOf, step, stepsOf } from './json';
import type { Judges } from './judges';
import { Notebook } from './notebook';
import type { Plan } from './program';
import type { Question } from './question';
import type { NotMet, Remark, Row, Slot } from './rows';
import { moved, sorted } from './shape';
import { Telling } from './telling';
import { write } from './values';

/** What an interview starts from: nothing, a prefill, or a stored draft. */
export interface Seed {
  readonly answers?: Json;
  readonly missing?: Json;
  readonly context?: Json;
}

export type State = 'not-relevant' | 'open' | 'answered' | 'missing' | 'calculated';

/** A count that depends on the rows it counts may never come to rest. */
const MOST_FITTINGS = 5;

/**
 * One interview: what was entered, and everything that follows from it. A change evaluates again only what reads it.
 * Pointers lead through rows: `/members/0/jobs/1/months`. Nothing here throws, whatever the answers are; a pointer that
 * leads nowhere is ignored.
 */
export class Interview {
  private readonly notebook: Notebook;
  private readonly engine: Engine;
  private readonly telling: Telling;
  private readonly listeners = new Set<(changed: ReadonlySet<string>) => void>();
  private readonly rootMisfits: readonly Misfit[];
  private findingsNow: readonly Finding[] | undefined;
  private failingNow: readonly Finding[] | undefined;
  private misfitsNow: readonly Misfit[] | undefined;

  constructor(
    form: Form,
    private readonly plan: Plan,
    private readonly judges: Judges,
    counties: ReadonlySet<string>,
    seed: Seed,
  ) {
    this.notebook = new Notebook(seed.answers, seed.missing, plan.outline.form);
    this.engine = new Engine(form.bundle.program, plan, counties, this.notebook, seed.context);
    this.telling = new Telling(form, plan, this.engine);
    this.rootMisfits = judges.shell(plan.outline.form, seed.answers === undefined ? {} : seed.answers);
  }

  /** The answers as entered, for a draft; what is sent is `cleaned`. */
  get answers(): Readonly<Record<string, Json>> {
    return this.notebook.answers;
  }

  get missing(): Readonly<Record<string, Json>> {
    return this.notebook.missing;
  }

  /** The value as rules see it, of a roster its cleaned rows; undefined when not relevant, not answered or unreadable. */
  value(pointer: string): Json | undefined {
    const slot = this.slotAt(pointer);
    if (slot?.question.kind === 'roster') return slot.relevant ? this.cleanedRows(slot) : undefined;
    if (!slot || slot.value === null) return undefined;
    return slot.question.calculated ? write(slot.value) : this.notebook.stored(slot);
  }

  /** What was entered, readable or not. */
  entered(pointer: string): Json | undefined {
    const slot = this.slotAt(pointer);
    return slot && this.notebook.stored(slot);
  }

  relevant(pointer: string): boolean {
    return this.slotAt(pointer)?.relevant ?? false;
  }

  required(pointer: string): boolean {
    return this.slotAt(pointer)?.required ?? false;
  }

  state(pointer: string): State {
    const slot = this.slotAt(pointer);
    if (!slot?.relevant) return 'not-relevant';
    if (slot.question.calculated) return 'calculated';
    if (slot.hasReason) return 'missing';
    return this.engine.isAnswered(slot) ? 'answered' : 'open';
  }

  /** Text of the question at a pointer, with the answers it quotes; the pointer itself when there is none. */
  text(pointer: string, language: Language): string {
    const slot = this.slotAt(pointer);
    return (slot && this.telling.text(slot, 'label', language)) ?? pointer;
  }

  /** What is said below the question, with the answers it quotes. */
  hint(pointer: string, language: Language): string | undefined {
    const slot = this.slotAt(pointer);
    return slot && this.telling.text(slot, 'hint', language);
  }

  /** The options on offer at the moment, in the order of the form, or of the rows they are. */
  offered(pointer: string, language: Language): readonly Option[] {
    const slot = this.slotAt(pointer);
    return slot ? this.telling.offered(slot, language) : [];
  }

  /** Rows written down, relevant or not. */
  rows(rosterPointer: string): number {
    return this.rosterAt(rosterPointer)?.rows.length ?? 0;
  }

  /** Enters an answer, in place of a reason that was given; undefined takes it back. */
  set(pointer: string, value: Json | undefined): void {
    const slot = this.slotAt(pointer);
    if (!slot) return;
    this.notebook.store(slot, value);
    if (value !== undefined) this.notebook.giveReason(slot.pointer, undefined);
    this.answerChanged(slot);
  }

  /** Enters a reason in place of an answer; undefined takes it back. */
  setMissing(pointer: string, reason: Reason | undefined): void {
    const slot = this.slotAt(pointer);
    if (!slot) return;
    this.notebook.giveReason(slot.pointer, reason);
    if (reason !== undefined) this.notebook.store(slot, undefined);
    this.answerChanged(slot);
  }

  /** Adds a row with the next line number; its index, or -1 where no more rows are allowed. */
  addRow(rosterPointer: string): number {
    const roster = this.rosterAt(rosterPointer);
    if (!roster || roster.rows.length >= roster.question.maxRows) return -1;
    const index = roster.rows.length;
    this.notebook.giveReason(roster.pointer, undefined);
    this.tell(this.addRows(roster, 1));
    return index;
  }

  removeRow(rosterPointer: string, index: number): void {
    const roster = this.rosterAt(rosterPointer);
    if (!roster || !Number.isInteger(index) || index < 0 || index >= roster.rows.length) return;
    this.notebook.removeRow(roster, index);
    roster.misfits = undefined;
    this.tell(this.engine.rowsChanged(roster, index, 1));
  }

  /**
   * Brings rosters to the number of rows their form asks for: adds rows, and takes empty ones off the end. Changes do so
   * by themselves where they change that number; whoever opens an interview to fill it in does it once.
   */
  fitRows(): void {
    const rosters = this.plan.nodes.flatMap((node) => (node.kind === 'count' ? this.engine.slotsOf(node.question) : []));
    const changed = new Set<string>();
    for (const roster of rosters) for (const pointer of this.fitted(roster)) changed.add(pointer);
    if (changed.size > 0) this.tell(changed);
  }

  /** Where answers do not have the prescribed shape, by pointer; each place and keyword once. */
  misfits(): readonly Misfit[] {
    return (this.misfitsNow ??= sorted([
      ...this.rootMisfits,
      ...this.misfitsIn(this.engine.form),
      ...Object.keys(this.missing).flatMap((pointer) => this.reasonMisfits(pointer)),
    ]));
  }

  /** Misfits of one answer and of the reason given in its place. */
  misfitsAt(pointer: string): readonly Misfit[] {
    const slot = this.slotAt(pointer);
    if (!slot) return [];
    return [...this.misfitsOf(slot), ...(Object.hasOwn(this.missing, pointer) ? this.reasonMisfits(pointer) : [])];
  }

  /** What is odd: remarks by question, what is not on offer, then checks in the order of the form; rows ascending. */
  findings(): readonly Finding[] {
    return (this.findingsNow ??= [...this.remarks(), ...this.failing()]);
  }

  /** What is odd and stays so: on a device remarks vanish when it sends `cleaned`. */
  failing(): readonly Finding[] {
    return (this.failingNow ??= [...this.notMet(), ...this.failures()]);
  }

  /** What fails about one question, or about a row as a whole. */
  findingsAt(pointer: string): readonly Finding[] {
    return this.failing().filter((finding) => finding.pointer === pointer || finding.refers.includes(pointer));
  }

  /** Pointers of required questions without answer and without reason, in the order of computation. */
  unanswered(): readonly string[] {
    return this.engine.openSlots().map((slot) => slot.pointer);
  }

  /** What is sent: nothing that was not relevant, calculated values stored. */
  cleaned(): { readonly answers: Record<string, Json>; readonly missing: Record<string, Json> } {
    const missing = copyOf(this.missing);
    for (const pointer of Object.keys(missing)) if (this.slotAt(pointer)?.relevant === false) delete missing[pointer];
    return { answers: this.cleanedRow(this.engine.form) as Record<string, Json>, missing };
  }

  /** Tells which pointers look different after each change; gives the way to stop listening. */
  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private slotAt(pointer: string): Slot | undefined {
    const steps = stepsOf(pointer) ?? [];
    let row: Row | undefined = this.engine.form;
    for (let i = 0; row; i += 2) {
      const question: Question | undefined = row.level.byName.get(steps[i] ?? '');
      const slot: Slot | undefined = question && row.slots[question.column];
      if (!slot || i === steps.length - 1) return slot;
      row = slot.rows[rowOf(steps[i + 1]!) ?? -1];
    }
    return undefined;
  }

  private rosterAt(pointer: string): Slot | undefined {
    const slot = this.slotAt(pointer);
    return slot?.question.kind === 'roster' ? slot : undefined;
  }

  private answerChanged(slot: Slot): void {
    slot.misfits = undefined;
    if (slot.question.kind !== 'roster') return this.tell(this.engine.answerChanged(slot));
    slot.rows.forEach(judgeAgain);
    this.tell(this.engine.rowsChanged(slot, 0));
  }

  /** Rows with the next line numbers; what looks different then. */
  private addRows(roster: Slot, count: number): ReadonlySet<string> {
    const level = this.plan.outline.level(roster.question.path);
    const line = level.questions.find(({ hints }) => hints.widget === 'line-number');
    const from = roster.rows.length;
    const last = line ? lastLine(roster, line.name) : 0;
    for (let i = 1; i <= count; i++) {
      const row = this.notebook.addRow(roster);
      if (line) row[line.name] = last + i;
    }
    roster.misfits = undefined;
    return this.engine.rowsChanged(roster, from);
  }

  /** Brings a roster to the number of rows it is to have, as far as that takes nothing away that was entered. */
  private fitted(roster: Slot): ReadonlySet<string> {
    const { wanted, rows } = roster;
    if (wanted === undefined || rows.length === wanted) return new Set();
    if (rows.length < wanted) return this.addRows(roster, wanted - rows.length);
    const written = this.notebook.list(roster)!;
    const changed = new Set<string>();
    while (written.length === rows.length && rows.length > wanted && this.isEmpty(rows.at(-1)!)) {
      this.notebook.removeRow(roster, rows.length - 1);
      for (const pointer of this.engine.rowsChanged(roster, rows.length - 1, 1)) changed.add(pointer);
    }
    roster.misfits = undefined;
    return changed;
  }

  private isEmpty(row: Row): boolean {
    const untouched = (name: string, value: Json): boolean => {
      const question = row.level.byName.get(name);
      if (!question) return false;
      if (question.calculated || question.hints.widget === 'line-number' || value === null) return true;
      const { rows } = row.slots[question.column]!;
      return question.kind === 'roster' && isArray(value) && value.length === rows.length && rows.every((inner) => this.isEmpty(inner));
    };
    return isObject(row.given) && Object.entries(row.given).every(([name, value]) => untouched(name, value)) && !this.notebook.hasReasonsIn(row);
  }

  private tell(first: ReadonlySet<string>): void {
    const changed = new Set(first);
    const times = new Map<Slot, number>();
    for (let next = this.engine.nextRecounted(); next; next = this.engine.nextRecounted()) {
      times.set(next, 1 + (times.get(next) ?? 0));
      if (times.get(next)! <= MOST_FITTINGS) for (const pointer of this.fitted(next)) changed.add(pointer);
    }
    this.findingsNow = undefined;
    this.failingNow = undefined;
    this.misfitsNow = undefined;
    for (const listener of this.listeners) listener(changed);
  }

  private misfitsIn(row: Row): readonly Misfit[] {
    return row.slots.flatMap((slot) => {
      const own = this.misfitsOf(slot);
      return slot.question.kind === 'roster' ? [...own, ...this.rowMisfits(slot)] : own;
    });
  }

  private misfitsOf(slot: Slot): readonly Misfit[] {
    const stored = this.notebook.stored(slot);
    slot.misfits ??= stored === undefined ? [] : this.judges.answer(slot.question, stored);
    return moved(slot.misfits, slot.pointer);
  }

  /** Rows by themselves with their answers; rows that are too many to be read, whole. */
  private rowMisfits(roster: Slot): readonly Misfit[] {
    const level = this.plan.outline.level(roster.question.path);
    return (this.notebook.list(roster) ?? []).flatMap((given, i) => {
      const row = roster.rows[i];
      if (!row) return moved(this.judges.whole(level, given), `${roster.pointer}/${i}`);
      return [...moved(this.judges.shell(level, given), row.pointer), ...this.misfitsIn(row)];
    });
  }

  private reasonMisfits(pointer: string): readonly Misfit[] {
    const slot = this.slotAt(pointer);
    const allowed = slot?.question.nonresponse.includes(String(this.missing[pointer]));
    const fits = slot && allowed && (this.notebook.stored(slot) ?? null) === null;
    return fits ? [] : [{ pointer: '/missing' + step(pointer), keyword: 'missing' }];
  }

  private remarks(): readonly Finding[] {
    return this.engine.remarked().flatMap(({ remarks, pointer }) => remarks.map((remark) => own(remark, pointer)));
  }

  private notMet(): readonly Finding[] {
    return this.engine.notMet().map(({ notMet, pointer }) => own(notMet!, pointer));
  }

  private failures(): readonly Finding[] {
    return this.plan.checks.flatMap(({ check, number, column }) =>
      this.engine.failingRows(number).map((row) => {
        const failed = row.verdicts[column] === 'fails' ? check : { code: 'broken-check', severity: 'soft' as const };
        return { check: failed.code, severity: failed.severity, pointer: row.pointer, refers: refersOf(check, row) };
      }),
    );
  }

  private cleanedRow({ given, slots }: Row): Json {
    if (!isObject(given)) return given;
    const clean = copyOf(given);
    for (const slot of slots) {
      const { name, kind, calculated } = slot.question;
      if (!slot.relevant || (calculated && slot.value === null)) delete clean[name];
      else if (calculated && slot.value !== null) clean[name] = write(slot.value);
      else if (kind === 'roster' && isArray(clean[name])) clean[name] = this.cleanedRows(slot)!;
    }
    return clean;
  }

  private cleanedRows(roster: Slot): Json | undefined {
    const list = this.notebook.list(roster);
    if (!list) return this.notebook.stored(roster);
    return list.map((given, i) => (i < roster.rows.length ? this.cleanedRow(roster.rows[i]!) : given));
  }
}

/** A finding of the engine itself: about one question. */
function own(check: Remark | NotMet, pointer: string): Finding {
  return { check, severity: check === 'not-offered' || check === 'row-count' ? 'hard' : 'soft', pointer, refers: [pointer] };
}

/** The greatest line number in use; lines are numbered from 1. */
function lastLine(roster: Slot, name: string): number {
  const lines = roster.rows.map((row) => property(row.given, name));
  return lines.reduce<number>((max, one) => (typeof one === 'number' && one > max ? Math.floor(one) : max), 0);
}

function judgeAgain(row: Row): void {
  for (const slot of row.slots) {
    slot.misfits = undefined;
    slot.rows.forEach(judgeAgain);
  }
}
