import type { Finding, Misfit, Program, Reason } from './bundle';
import { checkPointer, Engine, refersOf, type Slot } from './engine';
import { copyOf, isObject, type Json, rowOf, step, stepsOf } from './json';
import type { Judges } from './judges';
import { Notebook } from './notebook';
import type { Plan } from './program';
import type { Question } from './question';
import { sorted } from './shape';
import { write } from './values';

/** What an interview starts from: nothing, a prefill, or a stored draft. */
export interface Seed {
  readonly answers?: Json;
  readonly missing?: Json;
  readonly context?: Json;
}

export type State = 'not-relevant' | 'open' | 'answered' | 'missing' | 'calculated';

/**
 * One interview: what was entered, and everything that follows from it. A change evaluates again only what reads it.
 * Nothing here throws, whatever the answers are; a pointer that leads nowhere is ignored.
 */
export class Interview {
  private readonly notebook: Notebook;
  private readonly engine: Engine;
  private readonly listeners = new Set<(changed: ReadonlySet<string>) => void>();
  private readonly rootMisfits: readonly Misfit[];
  private readonly slotMisfits = new Map<Slot, readonly Misfit[]>();
  private findingsNow: readonly Finding[] | undefined;
  private failingNow: readonly Finding[] | undefined;
  private misfitsNow: readonly Misfit[] | undefined;

  constructor(
    private readonly program: Program,
    private readonly plan: Plan,
    private readonly judges: Judges,
    counties: ReadonlySet<string>,
    seed: Seed,
  ) {
    const rosters = [...plan.columns.keys()].map((index) => plan.questions[index]!);
    this.notebook = new Notebook(seed.answers, seed.missing, rosters);
    this.engine = new Engine(program, plan, counties, this.notebook, seed.context);
    this.rootMisfits = judges.root(seed.answers === undefined ? {} : seed.answers);
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
    if (slot?.question.kind === 'roster') return this.cleaned().answers[slot.question.name];
    if (!slot || slot.value === null) return undefined;
    return slot.question.calculated ? write(slot.value) : this.stored(slot);
  }

  /** What was entered, readable or not. */
  entered(pointer: string): Json | undefined {
    const slot = this.slotAt(pointer);
    return slot && this.stored(slot);
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

  /** Rows written down, relevant or not. */
  rows(rosterPointer: string): number {
    const roster = this.rosterAt(rosterPointer);
    return roster ? this.engine.rowsWritten(roster.index) : 0;
  }

  /** Enters an answer, in place of a reason that was given; undefined takes it back. */
  set(pointer: string, value: Json | undefined): void {
    const slot = this.slotAt(pointer);
    if (!slot) return;
    this.notebook.store(slot.question, slot.row, value);
    if (value !== undefined) this.notebook.giveReason(slot.pointer, undefined);
    this.answerChanged(slot);
  }

  /** Enters a reason in place of an answer; undefined takes it back. */
  setMissing(pointer: string, reason: Reason | undefined): void {
    const slot = this.slotAt(pointer);
    if (!slot) return;
    this.notebook.giveReason(slot.pointer, reason);
    if (reason !== undefined) this.notebook.store(slot.question, slot.row, undefined);
    this.answerChanged(slot);
  }

  /** Adds a row with the next line number; its index, or -1 where no more rows are allowed. */
  addRow(rosterPointer: string): number {
    const roster = this.rosterAt(rosterPointer);
    const index = this.rows(rosterPointer);
    if (!roster || index >= roster.maxRows) return -1;
    const line = this.plan.columns.get(roster.index)!.find(({ hints }) => hints.widget === 'line-number');
    const next = line && this.nextLine(line);
    const row = this.notebook.addRow(roster);
    if (line && next !== undefined) row[line.name] = next;
    this.notebook.giveReason(roster.path, undefined);
    this.rowsChanged(roster, index);
    return index;
  }

  removeRow(rosterPointer: string, index: number): void {
    const roster = this.rosterAt(rosterPointer);
    if (!roster || !Number.isInteger(index) || index < 0 || index >= this.rows(rosterPointer)) return;
    this.notebook.removeRow(roster, index, this.plan.columns.get(roster.index)!);
    this.rowsChanged(roster, index);
  }

  /** Where answers do not have the prescribed shape, by pointer; each place and keyword once. */
  misfits(): readonly Misfit[] {
    return (this.misfitsNow ??= sorted([
      ...this.rootMisfits,
      ...this.plan.questions.flatMap((question) => this.engine.slotsOf(question.index).flatMap((slot) => this.misfitsOf(slot))),
      ...this.plan.questions.filter(({ kind }) => kind === 'roster').flatMap((roster) => this.rowMisfits(roster)),
      ...Object.keys(this.missing).flatMap((pointer) => this.reasonMisfits(pointer)),
    ]));
  }

  /** Misfits of one answer and of the reason given in its place. */
  misfitsAt(pointer: string): readonly Misfit[] {
    const slot = this.slotAt(pointer);
    if (!slot) return [];
    return [...this.misfitsOf(slot), ...(Object.hasOwn(this.missing, pointer) ? this.reasonMisfits(pointer) : [])];
  }

  /** What is odd: the engine's own by question, then checks in the order of the form; rows ascending. */
  findings(): readonly Finding[] {
    return (this.findingsNow ??= [...this.oddities(), ...this.failing()]);
  }

  /** What checks of the form are not satisfied: on a device the engine's own findings vanish when it sends `cleaned`. */
  failing(): readonly Finding[] {
    return (this.failingNow ??= this.failures());
  }

  /** Failing checks that are about one question, or about a row as a whole. */
  findingsAt(pointer: string): readonly Finding[] {
    return this.failing().filter((finding) => finding.pointer === pointer || finding.refers.includes(pointer));
  }

  /** Pointers of required questions without answer and without reason, in the order of computation. */
  unanswered(): readonly string[] {
    return this.plan.questions.flatMap(({ index }) =>
      this.engine
        .slotsOf(index)
        .filter((slot) => slot.open)
        .map((slot) => slot.pointer),
    );
  }

  /** What is sent: nothing that was not relevant, calculated values stored. */
  cleaned(): { readonly answers: Record<string, Json>; readonly missing: Record<string, Json> } {
    const answers = copyOf(this.answers);
    const missing = copyOf(this.missing);
    for (const [roster] of this.plan.columns) {
      const list = this.notebook.list(this.plan.questions[roster]!);
      if (list) answers[this.plan.questions[roster]!.name] = list.map((row) => (isObject(row) ? copyOf(row) : row));
    }
    for (const question of this.plan.questions) {
      for (const slot of this.engine.slotsOf(question.index)) {
        if (!slot.relevant) delete missing[slot.pointer];
        clean(slot, holderOf(slot, answers));
      }
    }
    return { answers, missing };
  }

  /** Tells which pointers look different after each change; gives the way to stop listening. */
  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private slotAt(pointer: string): Slot | undefined {
    const question = this.plan.byPath.get(pointer);
    if (question && question.roster === undefined) return this.engine.slot(question.index, -1);
    const steps = stepsOf(pointer);
    if (steps?.length !== 3) return undefined;
    const inRow = this.plan.byPath.get(`${step(steps[0]!)}/*${step(steps[2]!)}`);
    const row = rowOf(steps[1]!);
    return inRow && row !== undefined ? this.engine.slot(inRow.index, row) : undefined;
  }

  private rosterAt(pointer: string): Question | undefined {
    const question = this.plan.byPath.get(pointer);
    return question?.kind === 'roster' ? question : undefined;
  }

  private stored({ question, row }: Slot): Json | undefined {
    return this.notebook.stored(question, row);
  }

  private nextLine(line: Question): number {
    const lines = this.engine.slotsOf(line.index).map((slot) => this.stored(slot));
    return 1 + lines.reduce<number>((max, one) => (typeof one === 'number' && one > max ? Math.floor(one) : max), 0);
  }

  private answerChanged(slot: Slot): void {
    if (slot.question.kind === 'roster') this.rowsChanged(slot.question, 0);
    else {
      this.slotMisfits.delete(slot);
      this.tell(this.engine.answerChanged(slot));
    }
  }

  private rowsChanged(roster: Question, from: number): void {
    this.slotMisfits.clear();
    this.tell(this.engine.rowsChanged(roster, from));
  }

  private tell(changed: ReadonlySet<string>): void {
    this.findingsNow = undefined;
    this.failingNow = undefined;
    this.misfitsNow = undefined;
    for (const listener of this.listeners) listener(changed);
  }

  private misfitsOf(slot: Slot): readonly Misfit[] {
    const known = this.slotMisfits.get(slot);
    if (known) return known;
    const stored = this.stored(slot);
    const found = stored === undefined ? [] : this.judges.answer(slot.question, stored, slot.pointer);
    this.slotMisfits.set(slot, found);
    return found;
  }

  /** Rows by themselves, and the answers of rows that are too many to be read. */
  private rowMisfits(roster: Question): readonly Misfit[] {
    const list = this.notebook.list(roster) ?? [];
    const columns = this.plan.columns.get(roster.index)!;
    const shells = list.flatMap((row, i) => this.judges.row(roster, row, `${roster.path}/${i}`));
    const beyond = list.slice(roster.maxRows).flatMap((row, i) =>
      columns.flatMap((question) => {
        const stored = this.notebook.stored(question, roster.maxRows + i);
        const at = `${roster.path}/${roster.maxRows + i}${step(question.name)}`;
        return stored === undefined || !isObject(row) ? [] : this.judges.answer(question, stored, at);
      }),
    );
    return [...shells, ...beyond];
  }

  private reasonMisfits(pointer: string): readonly Misfit[] {
    const slot = this.slotAt(pointer);
    const allowed = slot?.question.nonresponse.includes(String(this.missing[pointer]));
    const fits = slot && allowed && (this.stored(slot) ?? null) === null;
    return fits ? [] : [{ pointer: '/missing' + step(pointer), keyword: 'missing' }];
  }

  private oddities(): readonly Finding[] {
    return this.plan.questions.flatMap(({ index }) =>
      this.engine.slotsOf(index).flatMap(({ oddities, pointer }) =>
        oddities.map((check) => ({ check, severity: 'soft' as const, pointer, refers: [pointer] })),
      ),
    );
  }

  private failures(): readonly Finding[] {
    return this.program.checks.flatMap((check, number) =>
      this.engine.verdictsOf(number).flatMap((verdict, row): readonly Finding[] => {
        if (verdict !== 'fails' && verdict !== 'broken') return [];
        const failed = verdict === 'fails' ? check : { code: 'broken-check', severity: 'soft' as const };
        const place = { pointer: checkPointer(check, row), refers: refersOf(check, row) };
        return [{ check: failed.code, severity: failed.severity, ...place }];
      }),
    );
  }
}

/** The object an answer stands in; undefined where its row is no object. */
function holderOf({ question, row }: Slot, answers: Record<string, Json>): Record<string, Json> | undefined {
  if (row < 0) return answers;
  const rows = answers[question.roster!.slice(1)];
  const holder = Array.isArray(rows) ? (rows[row] as Json) : undefined;
  return isObject(holder) ? (holder as Record<string, Json>) : undefined;
}

function clean({ question, relevant, value }: Slot, holder: Record<string, Json> | undefined): void {
  if (!holder) return;
  if (!relevant || (question.calculated && value === null)) delete holder[question.name];
  else if (question.calculated && value !== null) holder[question.name] = write(value);
}
