import { copyOf, isArray, isObject, type Json, property, rowOf } from './json';
import type { Level } from './question';
import type { Row, Slot } from './rows';

/** The raw answers and reasons as entered. */
export class Notebook {
  readonly answers: Record<string, Json>;
  readonly missing: Record<string, Json>;

  constructor(answers: Json | undefined, missing: Json | undefined, form: Level) {
    this.answers = isObject(answers) ? (ownRow(answers, form) as Record<string, Json>) : copyOf(undefined);
    this.missing = copyOf(missing);
  }

  stored({ question, row }: Slot): Json | undefined {
    return property(row.given, question.name);
  }

  store({ question, row }: Slot, value: Json | undefined): void {
    const holder = this.writable(row);
    if (value === undefined) delete holder[question.name];
    else holder[question.name] = isArray(value) ? ownList(value, row.level, question.name) : value;
  }

  hasReason(pointer: string): boolean {
    return typeof property(this.missing, pointer) === 'string';
  }

  giveReason(pointer: string, reason: string | undefined): void {
    if (reason === undefined) delete this.missing[pointer];
    else this.missing[pointer] = reason;
  }

  /** Whether a reason is given for anything in a row. */
  hasReasonsIn(row: Row): boolean {
    return Object.keys(this.missing).some((pointer) => pointer.startsWith(`${row.pointer}/`));
  }

  /** The rows of a roster; undefined when what is stored is no list. */
  list(roster: Slot): Json[] | undefined {
    const rows = this.stored(roster);
    return isArray(rows) ? (rows as Json[]) : undefined;
  }

  addRow(roster: Slot): Record<string, Json> {
    if (!this.list(roster)) this.writable(roster.row)[roster.question.name] = [];
    const row = copyOf(undefined);
    this.list(roster)!.push(row);
    return row;
  }

  /** Takes a row out; reasons given in later rows move up with them. */
  removeRow(roster: Slot, index: number): void {
    const rows = this.list(roster);
    if (!rows || index >= rows.length) return;
    rows.splice(index, 1);
    const inside = `${roster.pointer}/`;
    const moved: [string, Json][] = [];
    for (const [pointer, reason] of Object.entries(this.missing)) {
      const [row, rest] = pointer.startsWith(inside) ? numberAt(pointer, inside.length) : [undefined, ''];
      if (row === undefined || row < index) continue;
      delete this.missing[pointer];
      if (row > index) moved.push([`${inside}${row - 1}${rest}`, reason]);
    }
    for (const [pointer, reason] of moved) this.missing[pointer] = reason;
  }

  private writable(row: Row): Record<string, Json> {
    if (!isObject(row.given)) this.list(row.home!)![row.index] = row.given = copyOf(undefined);
    return row.given as Record<string, Json>;
  }
}

/** The row number at a place of a pointer, and what follows it. */
function numberAt(pointer: string, from: number): readonly [number | undefined, string] {
  const end = pointer.indexOf('/', from);
  return end < 0 ? [undefined, ''] : [rowOf(pointer.slice(from, end)), pointer.slice(end)];
}

/** A copy that may be written into, down to the rows of the rosters it holds. */
function ownRow(row: Json, level: Level): Json {
  if (!isObject(row)) return row;
  const copy = copyOf(row);
  for (const { roster } of level.inner) {
    const rows = copy[roster!.name];
    if (isArray(rows)) copy[roster!.name] = ownList(rows, level, roster!.name);
  }
  return copy;
}

function ownList(list: readonly Json[], level: Level, name: string): Json {
  const inner = level.inner.find(({ roster }) => roster!.name === name);
  return inner ? list.map((row) => ownRow(row, inner)) : list;
}
