import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Ast } from './ast';
import type { Bundle, Language, Program, Schema } from './bundle';
import { Day } from './calendar';
import { compile } from './compile';
import { Decimal } from './decimal';
import { Engine } from './engine';
import { loadForm } from './form';
import type { Json } from './json';
import { Notebook } from './notebook';
import { planOf } from './program';
import type { Row } from './rows';
import { byCodePoint, read, type Value } from './values';

/** The cases that the server's runtime and this one must both pass; the server's also proves their trees and programs. */
const FOLDER = new URL('../../../forms/src/main/resources/vectors/', import.meta.url);

interface Given {
  readonly says: string;
  readonly answers?: Json;
  readonly missing?: Readonly<Record<string, string>>;
  readonly context?: Json;
}

interface ExpressionCase extends Given {
  readonly ast: Ast;
  /** An index in `/members`, or the pointer of a row. */
  readonly row?: number | string;
  readonly gives: Json;
}

interface EngineCase extends Given {
  readonly relevant?: Readonly<Record<string, boolean>>;
  readonly required?: Readonly<Record<string, boolean>>;
  readonly calculated?: Readonly<Record<string, Json>>;
  readonly unanswered?: readonly string[];
  readonly findings?: readonly { readonly check: string; readonly severity: string; readonly pointer: string; readonly refers?: readonly string[] }[];
  readonly offered?: Readonly<Record<string, readonly string[]>>;
  readonly texts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly hints?: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  readonly misfits?: readonly string[];
  readonly cleaned?: Json;
}

interface File<C> {
  readonly about: string;
  readonly schema: Schema;
  readonly program: Program;
  readonly counties?: readonly string[];
  readonly labels?: Bundle['labels'];
  readonly codelists?: NonNullable<Bundle['codelists']>;
  readonly cases: readonly C[];
}

function files<C>(folder: URL): readonly (File<C> & { readonly form?: File<C> })[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as File<C>);
}

function bundleOf({ schema, program, labels, codelists, counties }: Omit<File<unknown>, 'about' | 'cases'>): Bundle {
  const form = { name: 'vectors', version: '1' };
  return { form, digest: '', schema, labels: labels ?? {}, codelists: codelists ?? {}, program, ...(counties ? { counties } : {}) };
}

/** The row at a pointer, the form for the empty one. */
function rowAt(form: Row, pointer: string): Row {
  const steps = pointer.split('/').slice(1);
  let row = form;
  for (let i = 0; i < steps.length; i += 2) row = row.slots[row.level.byName.get(steps[i]!)!.column]!.rows[Number(steps[i + 1])]!;
  return row;
}

const expressions = files<ExpressionCase>(FOLDER);
const interviews = files<EngineCase>(new URL('engine/', FOLDER));

it('there are many vectors', () => {
  expect(expressions.flatMap(({ cases }) => cases).length).toBeGreaterThan(300);
  expect(interviews.flatMap(({ cases }) => cases).length).toBeGreaterThan(50);
});

describe.each(expressions)('$about', (file) => {
  const bundle = bundleOf(file);
  const plan = planOf(bundle);

  it.each(file.cases)('$says', ({ ast, answers, missing, context, row, gives }) => {
    const { form } = plan.outline;
    const engine = new Engine(bundle.program, plan, new Set(bundle.counties), new Notebook(answers, missing, form), context);
    const at = rowAt(engine.form, typeof row === 'number' ? `/members/${row}` : (row ?? ''));
    expect(shown(compile(ast, { form, level: at.level }).rule(engine.scopeAt(at)))).toEqual(gives);
  });
});

describe.each(interviews)('$about', (file) => {
  const form = loadForm(bundleOf(file.form ?? file));

  it.each(file.cases)('$says', (told) => {
    const interview = form.start(told);
    for (const [pointer, relevant] of Object.entries(told.relevant ?? {})) {
      expect([pointer, interview.relevant(pointer)]).toEqual([pointer, relevant]);
    }
    for (const [pointer, required] of Object.entries(told.required ?? {})) {
      expect([pointer, interview.required(pointer)]).toEqual([pointer, required]);
    }
    for (const [pointer, value] of Object.entries(told.calculated ?? {})) {
      const kind = form.question(pointer.replace(/\/\d+(?=\/)/g, '/*'))!.kind;
      expect([pointer, shown(read(kind, interview.value(pointer)))]).toEqual([pointer, value]);
    }
    if (told.unanswered) expect(interview.unanswered()).toEqual(told.unanswered);
    if (told.findings) {
      const found = interview.findings().map(({ refers, ...finding }, i) => (told.findings![i]?.refers ? { ...finding, refers } : finding));
      expect(found).toEqual(told.findings);
    }
    for (const [pointer, codes] of Object.entries(told.offered ?? {})) {
      expect([pointer, interview.offered(pointer, 'zh').map(({ code }) => code)]).toEqual([pointer, codes]);
    }
    for (const [pointer, texts] of Object.entries(told.texts ?? {})) {
      for (const [language, text] of Object.entries(texts)) expect(interview.text(pointer, language as Language)).toBe(text);
    }
    for (const [pointer, hints] of Object.entries(told.hints ?? {})) {
      for (const [language, hint] of Object.entries(hints)) expect(interview.hint(pointer, language as Language) ?? null).toBe(hint);
    }
    if (told.misfits) expect([...new Set(interview.misfits().map(({ pointer }) => pointer))]).toEqual(told.misfits);
    if (told.cleaned) expect(JSON.parse(JSON.stringify(interview.cleaned()))).toEqual(told.cleaned);
  });
});

/** A value as vectors write it. */
function shown(value: Value): Json {
  if (value instanceof Decimal) return { number: value.toString() };
  if (value instanceof Day) return { date: value.toString() };
  if (value instanceof Set) return { codes: [...value].sort(byCodePoint) };
  return value as Json;
}
