import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Bundle, Finding, Misfit } from './bundle';
import { Form } from './form';
import type { Interview } from './interview';
import { isObject, type Json, type JsonObject } from './json';
import { arrive, beginning, pathOf, plain, randomFrom, Walker } from './testing/walk';
import { read, write } from './values';

/** What the Java runtime made of random forms and answers; written by `RuntimeCasesTest` of the module forms. */
const FOLDER = new URL('../../../forms/target/runtime-cases/', import.meta.url);
/** The server reports no more misfits than this. */
const MOST_MISFITS = 100;
/** Cases of a form that are also come to by changes. */
const MOST_WALKED = 25;
/** Changes made at random before an interview is brought to the answers of a case. */
const STEPS = 12;

/** What is said of one question in one row. */
interface Place {
  readonly required: boolean;
  readonly value?: Json;
  readonly offered?: readonly string[];
  readonly hint?: string;
  readonly texts?: readonly string[];
}

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
    readonly places: { readonly [pointer: string]: Place };
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
    cases.forEach((one, n) => {
      const interview = form.start(one);
      expectSame(saidBy(form, interview, one), saidByJava(one), n);
      if (one.gives.misfits.length < MOST_MISFITS) expectSame(interview.misfits(), one.gives.misfits, n);
    });
  });

  it('answers reached by changes say the same', () => {
    const step = Math.ceil(cases.length / MOST_WALKED);
    const walked = cases.filter(({ answers }, n) => isObject(answers) && n % step === 0);
    const arrived = walked.filter((one, n) => {
      const { missing, context } = one;
      const answers = one.answers as JsonObject;
      const random = randomFrom(n);
      const drawn = cases[Math.floor(random() * cases.length)]!.answers;
      const interview = form.start({ ...beginning(form, drawn, answers, missing), context });
      const walker = new Walker(form, random, drawn);
      for (let i = 1; i < STEPS; i++) walker.step(interview);
      expectSame(untold(form, interview, () => walker.step(interview)), [], n);
      expectSame(everything(form, interview), everything(form, opened(form, interview, context)), n);
      arrive(form, interview, answers, missing, random);
      const there = plain([interview.answers, interview.missing]) === plain([answers, missing]);
      if (there) expectSame(saidBy(form, interview, one), saidByJava(one), n);
      else expectSame(everything(form, interview), everything(form, opened(form, interview, context)), n);
      return there;
    });
    expect(arrived.length).toBeGreaterThan(walked.length / 5);
  });
});

/** The same answers, opened anew. */
function opened(form: Form, { answers, missing }: Interview, context: Json): Interview {
  return form.start({ answers, missing, context });
}

/** Texts are compared much faster than trees; a tree tells more when something is wrong. */
function expectSame(actual: unknown, expected: unknown, n: number): void {
  if (plain(actual) === plain(expected)) return;
  expect({ case: n, said: actual }).toEqual({ case: n, said: expected });
  expect(plain(actual)).toBe(plain(expected));
}

function saidBy(form: Form, interview: Interview, { answers, gives }: Case) {
  const { answers: cleaned, missing } = interview.cleaned();
  return {
    cleaned: isObject(answers) ? cleaned : '',
    reasons: missing,
    unanswered: interview.unanswered(),
    findings: interview.findings(),
    places: Object.keys(gives.places).length === 0 ? {} : placesOf(form, interview),
  };
}

function saidByJava({ answers, gives: { cleaned, reasons, unanswered, findings, places } }: Case) {
  return { cleaned: isObject(answers) ? cleaned : '', reasons, unanswered, findings, places };
}

/** What is said about every question that is relevant, in every row. */
function placesOf(form: Form, interview: Interview): { readonly [pointer: string]: Place } {
  const pointers = form.questions().flatMap(({ path }) => pointersOf(interview, path));
  const relevant = pointers.filter((pointer) => interview.relevant(pointer));
  return Object.fromEntries(relevant.map((pointer) => [pointer, placeOf(form, interview, pointer)]));
}

function placeOf(form: Form, interview: Interview, pointer: string): Place {
  const { path, hints } = form.question(pathOf(pointer))!;
  const value = valueOf(form, interview, pointer);
  const hint = interview.hint(pointer, 'zh');
  return {
    required: interview.required(pointer),
    ...(value === undefined ? {} : { value }),
    ...(hints.codelist || hints.choose ? { offered: interview.offered(pointer, 'zh').map(({ code }) => code) } : {}),
    ...(hint === undefined ? {} : { hint }),
    ...(form.written(path, 'label', 'en') === undefined ? {} : { texts: [interview.text(pointer, 'zh'), interview.text(pointer, 'en')] }),
  };
}

/** As rules see it: read strictly, codes in order and each once. */
function valueOf(form: Form, interview: Interview, pointer: string): Json | undefined {
  const { kind } = form.question(pathOf(pointer))!;
  const value = kind === 'roster' ? null : read(kind, interview.value(pointer));
  return value === null ? undefined : write(value);
}

/** Pointers that look different after a change though nobody was told so. */
function untold(form: Form, interview: Interview, change: () => void): readonly string[] {
  const before = looks(form, interview);
  const told = new Set<string>();
  const stop = interview.subscribe((changed) => changed.forEach((pointer) => told.add(pointer)));
  change();
  stop();
  return [...looks(form, interview)].flatMap(([pointer, look]) => (look === before.get(pointer) || told.has(pointer) ? [] : [pointer]));
}

function looks(form: Form, interview: Interview): ReadonlyMap<string, string> {
  const pointers = form.questions().flatMap(({ path }) => pointersOf(interview, path));
  const entered = (at: string) => (form.question(pathOf(at))!.kind === 'roster' ? interview.rows(at) : interview.entered(at));
  const look = (at: string) => plain([interview.state(at), entered(at), interview.offered(at, 'zh'), interview.misfitsAt(at), placeOf(form, interview, at)]);
  return new Map(pointers.map((pointer) => [pointer, look(pointer)]));
}

/** All that an interview says. */
function everything(form: Form, interview: Interview) {
  return {
    cleaned: interview.cleaned(),
    unanswered: interview.unanswered(),
    findings: interview.findings(),
    misfits: interview.misfits(),
    states: form.questions().flatMap(({ path }) => pointersOf(interview, path)).map((pointer) => `${pointer} ${interview.state(pointer)}`),
    places: placesOf(form, interview),
  };
}

function pointersOf(interview: Interview, path: string): readonly string[] {
  return path.split('/*').reduce<readonly string[]>(
    (owners, part, i) => (i === 0 ? [part] : owners.flatMap((owner) => Array.from({ length: interview.rows(owner) }, (_, row) => `${owner}/${row}${part}`))),
    [],
  );
}
