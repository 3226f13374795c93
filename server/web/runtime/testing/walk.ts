import type { Form } from '../form';
import type { Interview } from '../interview';
import { isArray, isObject, type Json, type JsonObject, property } from '../json';

/** The same numbers every time, from 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

const NONSENSE: readonly Json[] = [null, true, 'x', '1', 0, -1, 2.5, 1e29, [], {}, ['1', '1'], [null], [[]], '2020-12-31', Infinity, '\ud83d'];

/** Somebody who enters this and that, anywhere, and takes it back. */
export class Walker {
  constructor(
    private readonly form: Form,
    private readonly random: () => number,
    /** Answers to draw from. */
    private readonly drawn: Json,
  ) {}

  step(interview: Interview): void {
    const pointer = this.anywhere(interview);
    const roster = this.form.question(pathOf(pointer))?.kind === 'roster';
    const what = this.random();
    if (roster && what < 0.35) interview.addRow(pointer);
    else if (roster && what < 0.6) interview.removeRow(pointer, Math.floor(this.random() * interview.rows(pointer)));
    else if (what < 0.72) interview.setMissing(pointer, this.one(['refused', 'dont-know', undefined]));
    else if (what < 0.74) interview.fitRows();
    else if (what < 0.8) interview.set(pointer, undefined);
    else if (what < 0.86) interview.set(pointer, this.one(NONSENSE));
    else interview.set(pointer, this.valueFor(pointer));
  }

  /** A question in some row that is there, or nearly. */
  private anywhere(interview: Interview): string {
    const path = this.one(this.form.questions()).path;
    let pointer = '';
    for (const part of path.split('/*')) {
      const at: string = pointer + part;
      pointer = at === path || part === path.split('/*').at(-1) ? at : `${at}/${Math.floor(this.random() * (interview.rows(at) + 0.1))}`;
    }
    return pointer;
  }

  /** What the question is answered with somewhere in the answers drawn from. */
  private valueFor(pointer: string): Json | undefined {
    let values: readonly (Json | undefined)[] = [this.drawn];
    for (const name of pathOf(pointer).split('/*').flatMap((part, i) => (i === 0 ? [part] : ['*', part])).filter((part) => part !== '')) {
      values = name === '*' ? values.flatMap((list) => (isArray(list) ? list : [])) : values.map((one) => property(one, name.slice(1)));
    }
    return values.length === 0 ? undefined : this.one(values);
  }

  private one<T>(of: readonly T[]): T {
    return of[Math.floor(this.random() * of.length)]!;
  }
}

export function pathOf(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}

/**
 * Answers to begin with on the way to others: some of the drawn ones, and what can neither be entered nor taken back
 * (members that are no questions, reasons beside answers or of nothing).
 */
export function beginning(form: Form, drawn: Json, answers: JsonObject, missing: JsonObject): { readonly answers: Json; readonly missing: Json } {
  const known = isObject(drawn) ? Object.entries(drawn).filter(([name]) => form.question(`/${name}`)) : [];
  const strangers = Object.entries(answers).filter(([name]) => !form.question(`/${name}`));
  const reasons = Object.entries(missing).filter(([pointer]) => !isPlain(form, answers, pointer));
  return { answers: owned([...known, ...strangers]), missing: owned(reasons) };
}

/** Brings an interview to these answers, from wherever it is, in an order of its own. */
export function arrive(form: Form, interview: Interview, answers: JsonObject, missing: JsonObject, random: () => number): void {
  for (const pointer of Object.keys(interview.missing)) if (property(missing, pointer) === undefined) interview.setMissing(pointer, undefined);
  const top = form.questions().filter(({ roster }) => roster === undefined);
  const shuffled = top.map((question) => ({ question, at: random() })).sort((a, b) => a.at - b.at);
  for (const { question } of shuffled) {
    const wanted = property(answers, question.name);
    if (!same(interview.entered(question.path), wanted)) interview.set(question.path, wanted);
  }
  for (const [pointer, reason] of Object.entries(missing)) if (isPlain(form, answers, pointer)) interview.setMissing(pointer, reason as 'refused');
  // Rows may have come or gone by themselves meanwhile.
  for (const { path, name } of top) {
    const wanted = property(answers, name);
    if (!same(interview.entered(path), wanted) && wanted !== undefined) interview.set(path, wanted);
  }
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return plain(a) === plain(b);
}

/** JSON by content alone, its keys in one order, whatever prototypes and minus zeros it came with, and numbers beyond JSON. */
export function plain(json: unknown): string {
  if (typeof json === 'number') return String(json);
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  if (Array.isArray(json)) return `[${json.map(plain).join()}]`;
  const entries = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${plain(value)}`).join()}}`;
}

/** Whether a reason stands at a question that has no answer, and can be entered like this. */
function isPlain(form: Form, answers: JsonObject, pointer: string): boolean {
  if (!form.question(pathOf(pointer)) || pointer.includes('~')) return false;
  let value: Json | undefined = answers;
  const steps = pointer.split('/').slice(1);
  for (const [i, name] of steps.entries()) {
    if (i % 2 === 1) {
      const rows: Json | undefined = value;
      const most = form.question(pathOf('/' + steps.slice(0, i).join('/')))!.maxRows;
      if (!/^(0|[1-9]\d*)$/.test(name) || Number(name) >= most || !isArray(rows) || !isObject(rows[Number(name)])) return false;
      value = rows[Number(name)];
    } else value = property(value, name);
  }
  return value === undefined;
}

function owned(entries: readonly (readonly [string, Json])[]): Json {
  const json = Object.create(null) as Record<string, Json>;
  for (const [key, value] of entries) json[key] = value;
  return json;
}
