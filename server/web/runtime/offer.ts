import type { Ast } from './ast';
import type { Bundle, ChooseProgram, Codelist, QuestionProgram } from './bundle';
import { compile, type Names, type Option, type Reads, type Rule, rosterIn, type Scope } from './compile';
import type { Question } from './question';
import type { Row, Slot } from './rows';
import { textOf, type Value } from './values';

/** Which answers a question takes at the moment. Whoever asks stands in the row of the question. */
export type Offer = Filter | Choice;

/** What a choice has looked up while nothing changes: rows by answer, of each roster it took them from. */
export type Memo = Map<Slot, ReadonlyMap<string, readonly Row[]>>;

/** The options of a question among the codes of its list, by position; what the list says about each. */
class Table {
  private readonly positions: ReadonlyMap<string, number>;
  private readonly indexes = new Map<string, ReadonlyMap<string, readonly number[]>>();

  constructor(
    readonly codes: readonly string[],
    private readonly list: Codelist | undefined,
    private readonly inList: (position: number) => number | undefined,
  ) {
    this.positions = new Map(codes.map((code, position) => [code, position]));
  }

  position(code: string): number | undefined {
    return this.positions.get(code);
  }

  option(position: number): Option {
    return { column: (name) => this.column(name, position) };
  }

  column(name: string, position: number): Value {
    if (name === 'code') return this.codes[position]!;
    const columns = this.list?.columns;
    const at = this.inList(position);
    const value = columns && at !== undefined && Object.hasOwn(columns, name) ? columns[name]![at] : undefined;
    return typeof value === 'string' ? value : null;
  }

  /** Positions of the codes with this text in a column, in the order of the codes. */
  having(column: string, text: string): readonly number[] {
    let index = this.indexes.get(column);
    if (!index) this.indexes.set(column, (index = this.indexOf(column)));
    return index.get(text) ?? [];
  }

  private indexOf(column: string): ReadonlyMap<string, readonly number[]> {
    const index = new Map<string, number[]>();
    for (let position = 0; position < this.codes.length; position++) {
      const value = this.column(column, position);
      if (typeof value !== 'string') continue;
      const found = index.get(value);
      if (found) found.push(position);
      else index.set(value, [position]);
    }
    return index;
  }
}

/** The code lists of a form; each is looked through once, however many questions take their options from it. */
export class Codes {
  private readonly shared = new Map<string, Table>();

  constructor(private readonly lists: Bundle['codelists']) {}

  of({ codes, hints }: Question): Table {
    const name = hints.codelist;
    const list = name !== undefined && this.lists && Object.hasOwn(this.lists, name) ? this.lists[name]! : undefined;
    if (!list) return new Table(codes, undefined, () => undefined);
    if (list.codes !== codes) {
      const positions = new Map(list.codes.map((code, position) => [code, position]));
      return new Table(codes, list, (position) => positions.get(codes[position]!));
    }
    let table = this.shared.get(name!);
    if (!table) this.shared.set(name!, (table = new Table(codes, list, (position) => position)));
    return table;
  }
}

/** Stands for the number of a row, from 1. */
const LINE = 'line';

/** Of the codes, those for which a rule holds. */
export class Filter {
  constructor(
    private readonly table: Table,
    private readonly holds: Rule,
    /** Columns that must equal something that does not depend on the option. */
    private readonly keys: readonly { readonly column: string; readonly text: Rule }[],
  ) {}

  allows(scope: Scope, answer: string): boolean {
    const position = this.table.position(answer);
    return position !== undefined && this.isOffered(scope, position);
  }

  codes(scope: Scope): readonly string[] {
    return this.candidates(scope)
      .filter((position) => this.isOffered(scope, position))
      .map((position) => this.table.codes[position]!);
  }

  private isOffered(scope: Scope, position: number): boolean {
    scope.option = this.table.option(position);
    return this.holds(scope) === true;
  }

  private candidates(scope: Scope): readonly number[] {
    let fewest: readonly number[] | undefined;
    for (const { column, text } of this.keys) {
      const value = text(scope);
      const found = typeof value === 'string' ? this.table.having(column, value) : [];
      if (!fewest || found.length < fewest.length) fewest = found;
    }
    return fewest ?? this.table.codes.map((_, position) => position);
  }
}

/** Of the rows of a roster, those for which a rule holds; a row answers by one of its values. */
export class Choice {
  constructor(
    private readonly slot: (scope: Scope) => Slot,
    /** The question that answers; a row's number otherwise. */
    private readonly value: number | undefined,
    readonly label: readonly number[],
    private readonly where: Rule | undefined,
  ) {}

  allows(scope: Scope, answer: string, memo: Memo): boolean {
    return this.row(scope, answer, memo) !== undefined;
  }

  /** The row that an answer names. */
  row(scope: Scope, answer: string, memo: Memo = new Map()): Row | undefined {
    const slot = this.slot(scope);
    let rows = memo.get(slot);
    if (!rows) memo.set(slot, (rows = this.byAnswer(slot.rowsAsked)));
    return rows.get(answer)?.find((row) => this.holds(scope, row));
  }

  rows(scope: Scope): readonly { readonly row: Row; readonly answer: string }[] {
    const answers = new Set<string>();
    return this.slot(scope).rowsAsked.flatMap((row) => {
      const answer = this.answer(row);
      if (answer === null || answers.has(answer) || !this.holds(scope, row)) return [];
      answers.add(answer);
      return [{ row, answer }];
    });
  }

  private byAnswer(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
    const found = new Map<string, Row[]>();
    for (const row of rows) {
      const answer = this.answer(row);
      const same = answer === null ? undefined : found.get(answer);
      if (same) same.push(row);
      else if (answer !== null) found.set(answer, [row]);
    }
    return found;
  }

  private answer(row: Row): string | null {
    return this.value === undefined ? String(row.index + 1) : textOf(row.slots[this.value]!.value);
  }

  private holds(scope: Scope, row: Row): boolean {
    return this.where === undefined || this.where({ ...scope, row, bound: [] }) === true;
  }
}

/** The offer of a question whose program names one, and what it reads. */
export function offerOf(
  question: Question,
  { filter, choose }: QuestionProgram,
  names: Names,
  codes: Codes,
): { readonly offer: Offer; readonly reads: Reads } | undefined {
  if (choose) return choiceOf(choose, names);
  if (!filter) return undefined;
  const { rule, reads } = compile(filter, names);
  const keys = conjuncts(filter).flatMap((one) => keyOf(one, names));
  return { offer: new Filter(codes.of(question), rule, keys), reads };
}

function choiceOf({ roster, value, label, where }: ChooseProgram, names: Names): { readonly offer: Choice; readonly reads: Reads } {
  const { level, slot, shared, reads } = rosterIn(roster, names);
  const question = (name: string) => {
    const found = level.byName.get(name);
    if (!found) throw new Error(`no question ${level.path}/*/${name}`);
    reads.questions.set(found, shared);
    return found.column;
  };
  const rule = where && compile(where, { ...names, level });
  rule?.reads.questions.forEach((depth, read) => {
    reads.questions.set(read, Math.min(depth, shared, reads.questions.get(read) ?? depth));
  });
  return { offer: new Choice(slot, value === LINE ? undefined : question(value), label.map(question), rule?.rule), reads };
}

function conjuncts(ast: Ast): readonly Ast[] {
  return 'call' in ast && ast.call === 'and' && !('over' in ast) ? ast.args.flatMap(conjuncts) : [ast];
}

/** `choice.column == text`, either way round, where the text is the same for all options. */
function keyOf(ast: Ast, names: Names): readonly { readonly column: string; readonly text: Rule }[] {
  if (!('call' in ast) || 'over' in ast || ast.call !== '==') return [];
  const [left, right] = ast.args as readonly [Ast, Ast];
  if ('column' in left) return asksColumn(right) ? [] : [{ column: left.column, text: compile(right, names).rule }];
  return 'column' in right && !asksColumn(left) ? [{ column: right.column, text: compile(left, names).rule }] : [];
}

function asksColumn(ast: Ast): boolean {
  if ('column' in ast) return true;
  if (!('call' in ast)) return false;
  const inside = 'over' in ast ? [ast.index, ast.body].flatMap((one) => one ?? []) : ast.args;
  return inside.some(asksColumn);
}
