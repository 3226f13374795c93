import type { Misfit } from './bundle';
import type { Json } from './json';
import type { Level, Question } from './question';
import type { Value } from './values';

export type Verdict = 'holds' | 'fails' | 'unanswered' | 'broken';

/** What the engine itself says about a stored answer. */
export type Remark = 'not-relevant' | 'calculated-differs' | 'broken-check';

/** What the form offers or asks for is not what is there. */
export type NotMet = 'not-offered' | 'row-count' | 'broken-check';

const NOTHING: readonly never[] = [];

/** A question as it stands, at form level or in one row. */
export class Slot {
  relevant = false;
  value: Value = null;
  /** A reason is given instead of an answer, and counts. */
  hasReason = false;
  required = false;
  /** Counted by `unanswered()`. */
  open = false;
  remarks: readonly Remark[] = NOTHING;
  /** An answer that is not among its options, a number of rows that is not the one asked for. */
  notMet: NotMet | undefined = undefined;
  /** Of a roster: how many rows it is to have, while it is known. */
  wanted: number | undefined = undefined;
  /** Of a roster: the rows that are written down and may be read, relevant or not. */
  readonly rows: Row[];
  /** Where its answer does not fit, from here; judged when somebody asks. */
  misfits: readonly Misfit[] | undefined = undefined;
  pointer = '';

  constructor(
    readonly question: Question,
    readonly row: Row,
  ) {
    this.rows = question.kind === 'roster' ? [] : (NOTHING as never as Row[]);
  }

  /** Rows that are asked about. */
  get rowsAsked(): readonly Row[] {
    return this.relevant && !this.hasReason ? this.rows : NOTHING;
  }
}

/** The form itself, or one row of a roster. */
export class Row {
  readonly slots: readonly Slot[];
  /** Of the checks on this level, by their place there. */
  readonly verdicts: (Verdict | undefined)[] = [];
  /** What is written in it; anything at all. */
  given: Json = null;
  index = -1;
  pointer = '';

  constructor(
    readonly level: Level,
    /** The roster it is a row of. */
    readonly home: Slot | undefined,
  ) {
    this.slots = level.questions.map((question) => new Slot(question, this));
    if (!home) for (const slot of this.slots) slot.pointer = slot.question.path;
  }

  /** The row its roster stands in. */
  get parent(): Row | undefined {
    return this.home?.row;
  }

  /** Takes its number, from 0; everything inside is now found under it. */
  number(index: number): void {
    const pointer = `${this.home!.pointer}/${index}`;
    this.index = index;
    if (this.pointer === pointer) return;
    this.pointer = pointer;
    for (const slot of this.slots) {
      slot.pointer = `${pointer}/${slot.question.name}`;
      slot.rows.forEach((row) => row.number(row.index));
    }
  }

  /** The row itself, or the one around it, at this depth. */
  at(depth: number): Row {
    let row: Row = this;
    while (row.level.depth > depth) row = row.parent!;
    return row;
  }
}

/** Visits every row of a level that lies in a row, or is it. */
export function descend(from: Row, level: Level, visit: (row: Row) => void): void {
  if (from.level === level) return visit(from);
  let next = level;
  while (next.parent !== from.level) next = next.parent!;
  for (const row of from.slots[next.roster!.column]!.rows) descend(row, level, visit);
}

/** Orders rows of one level as they are written. */
export function byPlace(a: Row, b: Row): number {
  if (a === b) return 0;
  return a.home === b.home ? a.index - b.index : byPlace(a.parent!, b.parent!);
}
