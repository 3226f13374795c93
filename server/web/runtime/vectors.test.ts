import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Ast } from './ast';
import type { Bundle, Program, Schema } from './bundle';
import { Day } from './calendar';
import { compile } from './compile';
import { Decimal } from './decimal';
import { Engine } from './engine';
import { loadForm } from './form';
import type { Json } from './json';
import { Notebook } from './notebook';
import { planOf } from './program';
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
  readonly row?: number;
  readonly gives: Json;
}

interface EngineCase extends Given {
  readonly relevant?: Readonly<Record<string, boolean>>;
  readonly required?: Readonly<Record<string, boolean>>;
  readonly calculated?: Readonly<Record<string, Json>>;
  readonly unanswered?: readonly string[];
  readonly findings?: readonly Readonly<Record<string, string>>[];
  readonly misfits?: readonly string[];
  readonly cleaned?: Json;
}

interface File<C> {
  readonly about: string;
  readonly schema: Schema;
  readonly program: Program;
  readonly counties?: readonly string[];
  readonly cases: readonly C[];
}

function files<C>(folder: URL): readonly (File<C> & { readonly form?: File<C> })[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as File<C>);
}

function bundleOf({ schema, program, counties }: Omit<File<unknown>, 'about' | 'cases'>): Bundle {
  return { form: { name: 'vectors', version: '1' }, digest: '', schema, labels: {}, program, ...(counties ? { counties } : {}) };
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
    const { form, level } = { form: plan.outline.form, level: plan.outline.level(row === undefined ? undefined : '/members') };
    const engine = new Engine(bundle.program, plan, new Set(bundle.counties), new Notebook(answers, missing, form), context);
    const at = row === undefined ? engine.form : engine.form.slots[level.roster!.column]!.rows[row]!;
    expect(shown(compile(ast, { form, level }).rule(engine.scopeAt(at)))).toEqual(gives);
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
      const kind = form.question(pointer.replace(/\/\d+\//, '/*/'))!.kind;
      expect([pointer, shown(read(kind, interview.value(pointer)))]).toEqual([pointer, value]);
    }
    if (told.unanswered) expect(interview.unanswered()).toEqual(told.unanswered);
    if (told.findings) expect(interview.findings().map(({ check, severity, pointer }) => ({ check, severity, pointer }))).toEqual(told.findings);
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
