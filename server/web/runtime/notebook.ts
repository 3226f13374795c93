import { copyOf, isArray, isObject, type Json, property } from './json';
import { pointerOf, type Question } from './question';

/** The raw answers and reasons as entered, written by question and row (-1 at form level). */
export class Notebook {
  readonly answers: Record<string, Json>;
  readonly missing: Record<string, Json>;

  constructor(answers: Json | undefined, missing: Json | undefined, rosters: readonly Question[]) {
    this.answers = copyOf(answers);
    this.missing = copyOf(missing);
    for (const roster of rosters) {
      const rows = this.list(roster);
      if (rows) this.answers[roster.name] = rows.map(ownRow);
    }
  }

  stored(question: Question, row: number): Json | undefined {
    if (row < 0) return property(this.answers, question.name);
    const rows = property(this.answers, question.roster!.slice(1));
    return isArray(rows) ? property(rows[row], question.name) : undefined;
  }

  store(question: Question, row: number, value: Json | undefined): void {
    const holder = row < 0 ? this.answers : this.rowToWrite(question, row);
    if (value === undefined) delete holder[question.name];
    else holder[question.name] = question.kind === 'roster' && isArray(value) ? value.map(ownRow) : value;
  }

  hasReason(pointer: string): boolean {
    return typeof property(this.missing, pointer) === 'string';
  }

  giveReason(pointer: string, reason: string | undefined): void {
    if (reason === undefined) delete this.missing[pointer];
    else this.missing[pointer] = reason;
  }

  /** The rows of a roster; undefined when what is stored is no list. */
  list(roster: Question): Json[] | undefined {
    const rows = property(this.answers, roster.name);
    return isArray(rows) ? (rows as Json[]) : undefined;
  }

  addRow(roster: Question): Record<string, Json> {
    if (!this.list(roster)) this.answers[roster.name] = [];
    const row = copyOf(undefined);
    this.list(roster)!.push(row);
    return row;
  }

  /** Takes a row out; reasons given in later rows move up with them. */
  removeRow(roster: Question, index: number, columns: readonly Question[]): void {
    const rows = this.list(roster);
    if (!rows || index >= rows.length) return;
    rows.splice(index, 1);
    for (const question of columns) {
      for (let row = index; row <= rows.length; row++) {
        const next = property(this.missing, pointerOf(question, row + 1));
        if (next === undefined) delete this.missing[pointerOf(question, row)];
        else this.missing[pointerOf(question, row)] = next;
      }
    }
  }

  private rowToWrite(question: Question, row: number): Record<string, Json> {
    const rows = property(this.answers, question.roster!.slice(1)) as Json[];
    if (!isObject(rows[row])) rows[row] = copyOf(undefined);
    return rows[row] as Record<string, Json>;
  }
}

function ownRow(row: Json): Json {
  return isObject(row) ? copyOf(row) : row;
}
