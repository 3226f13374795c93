import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Bundle, Finding, Misfit } from './bundle';
import { Form } from './form';
import type { Interview } from './interview';
import { isArray, isObject, type Json, type JsonObject, property } from './json';
import type { Question } from './question';

/** What the Java runtime made of random forms and answers; written by `RuntimeCasesTest` of the module forms. */
const FOLDER = new URL('../../../forms/target/runtime-cases/', import.meta.url);
/** The server reports no more misfits than this. */
const MOST_MISFITS = 100;

interface Case {
  readonly answers: Json;
  readonly missing: JsonObject;
  readonly context: Json;
  readonly gives: {
    readonly cleaned: Json;
    readonly reasons: Json;
    readonly unanswered: readonly string[];
    readonly findings: readonly Finding[];
    readonly misfits: readonly Misfit[];
  };
}

const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.ndjson')) : [];

it.skipIf(process.env['RUHU_WITHOUT_JAVA'] === '1')('the cases of the Java runtime are there: mvn -pl forms test writes them', () => {
  expect(files.length).toBeGreaterThan(20);
});

describe.each(files)('like the Java runtime: %s', (file) => {
  const [first, ...lines] = readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n');
  const form = new Form(JSON.parse(first!) as Bundle);
  const cases = lines.map((line) => JSON.parse(line) as Case);

  it('opened answers say the same', () => {
    for (const one of cases) {
      const interview = form.start(one);
      expectSame(saidBy(interview, one), saidByJava(one));
      if (one.gives.misfits.length < MOST_MISFITS) expectSame(interview.misfits(), one.gives.misfits);
    }
  });

  it('answers reached by changes say the same', () => {
    const interviews = new Map<string, Interview>();
    const reached = cases.filter(reachable(form));
    expect(reached.length).toBeGreaterThan(cases.length / 10);
    for (const one of reached) {
      const context = JSON.stringify(one.context);
      const interview = interviews.get(context) ?? form.start({ context: one.context });
      interviews.set(context, interview);
      become(form, interview, one);
      expectSame(saidBy(interview, one), saidByJava(one));
    }
  });
});

/** Texts are compared much faster than trees; a tree tells more when something is wrong. */
function expectSame(actual: unknown, expected: unknown): void {
  if (plain(actual) !== plain(expected)) expect(actual).toEqual(expected);
}

function saidBy(interview: Interview, { answers }: Case) {
  const { answers: cleaned, missing } = interview.cleaned();
  return {
    cleaned: isObject(answers) ? plain(cleaned) : '',
    reasons: plain(missing),
    unanswered: interview.unanswered(),
    findings: interview.findings(),
  };
}

function saidByJava({ answers, gives }: Case) {
  return {
    cleaned: isObject(answers) ? plain(gives.cleaned) : '',
    reasons: plain(gives.reasons),
    unanswered: gives.unanswered,
    findings: gives.findings,
  };
}

/** JSON by content alone, its keys in one order, whatever prototypes and minus zeros it came with. */
function plain(json: unknown): string {
  const sorted = (_: string, value: Json): Json =>
    isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  return JSON.stringify(json, sorted);
}

/** Whether one can come to these answers by entering them: no strange members or rows, no answer beside a reason. */
function reachable(form: Form): (one: Case) => boolean {
  const known = (at: string) => (name: string) => form.question(`${at}/${name}`) !== undefined;
  const enterable = (answers: JsonObject, { path, maxRows }: Question) => {
    const rows = property(answers, path.slice(1));
    if (!isArray(rows)) return true;
    return rows.length <= maxRows && rows.every((row) => isObject(row) && Object.keys(row).every(known(`${path}/*`)));
  };
  return ({ answers, missing }) =>
    isObject(answers) &&
    Object.keys(answers).every(known('')) &&
    Object.keys(missing).every((pointer) => form.question(pointer.replace(/\/\d+\//, '/*/'))) &&
    Object.keys(missing).every((pointer) => storedAt(answers, pointer) === undefined) &&
    form.questions().every((question) => question.kind !== 'roster' || enterable(answers, question));
}

function storedAt(answers: Json, pointer: string): Json | undefined {
  const [, name, row, field] = pointer.split('/');
  const top = property(answers, name!);
  return field === undefined ? top : isArray(top) ? property(top[Number(row)], field) : undefined;
}

/** Enters answers one by one, in an order of its own, over those that are there. */
function become(form: Form, interview: Interview, { answers, missing }: Case): void {
  for (const pointer of Object.keys(interview.missing)) interview.setMissing(pointer, undefined);
  for (const question of [...form.questions()].reverse()) {
    if (question.roster !== undefined) continue;
    const value = property(answers, question.name);
    if (question.kind === 'roster' && isArray(value)) enterRows(form, interview, question.path, value);
    else interview.set(question.path, value);
  }
  for (const [pointer, reason] of Object.entries(missing)) interview.setMissing(pointer, reason as 'refused');
}

function enterRows(form: Form, interview: Interview, roster: string, rows: readonly Json[]): void {
  while (interview.rows(roster) > rows.length) interview.removeRow(roster, interview.rows(roster) >> 1);
  while (interview.rows(roster) < rows.length && interview.addRow(roster) >= 0);
  if (interview.rows(roster) < rows.length || !isArray(interview.answers[roster.slice(1)])) interview.set(roster, rows);
  const columns = form.questions().filter((question) => question.roster === roster);
  rows.forEach((row, i) => {
    for (const { name } of columns) interview.set(`${roster}/${i}/${name}`, property(row, name));
  });
}
