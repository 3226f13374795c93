import type { Form } from './form';

/** A row of a roster: `/members/0/jobs/1` is row 1 of `/members/0/jobs`. */
export interface RowPlace {
  readonly pointer: string;
  readonly roster: string;
  readonly index: number;
}

/** The path of the question at a pointer: numbers of rows become stars. */
export function patternOf(pointer: string): string {
  let path = patterns.get(pointer);
  if (path === undefined) patterns.set(pointer, (path = pointer.replace(/\/\d+(?=\/)/g, '/*')));
  return path;
}

const patterns = new Map<string, string>();

/** A pointer of a row taken apart; undefined when it is none. */
export function rowPlaceOf(pointer: string): RowPlace | undefined {
  const cut = pointer.lastIndexOf('/');
  const last = pointer.slice(cut + 1);
  return cut > 0 && /^\d{1,6}$/.test(last) ? { pointer, roster: pointer.slice(0, cut), index: Number(last) } : undefined;
}

/** The rows a pointer lies in or is, the outermost first. What only looks like a row, such as one of several codes, is none. */
export function rowsAround(form: Form, pointer: string): readonly RowPlace[] {
  const around: RowPlace[] = [];
  for (let cut = pointer.indexOf('/', 1); cut >= 0; cut = pointer.indexOf('/', cut + 1)) {
    const end = pointer.indexOf('/', cut + 1);
    const row = rowPlaceOf(end < 0 ? pointer : pointer.slice(0, end));
    if (row && form.question(patternOf(row.roster))?.kind === 'roster') around.push(row);
  }
  return around;
}

/** The row a pointer lies in or is; undefined at form level. */
export function rowAround(form: Form, pointer: string): string | undefined {
  return rowsAround(form, pointer).at(-1)?.pointer;
}

/** Pointers of the questions of a row, in the order of the form; rosters in it included. */
export function questionsIn(form: Form, row: RowPlace): readonly string[] {
  const path = patternOf(row.roster);
  return form.rowQuestions(path).map((question) => `${row.pointer}${question.slice(path.length + 2)}`);
}
