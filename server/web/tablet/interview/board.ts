import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Finding, Form, Interview, Misfit, Section } from '../../runtime';
import { patternOf, questionsIn, rowAround, rowPlaceOf, rowsAround, type RowPlace } from '../../runtime/places';

/** Something that stands at a question: what does not fit, or an expectation that is not met. */
export type Note =
  | { readonly kind: 'misfit'; readonly pointer: string; readonly keyword: string }
  | { readonly kind: 'check'; readonly key: string; readonly finding: Finding; readonly places: readonly string[] };

/** How far a section, or one row of a roster, is; rows within count with it. */
export interface Tally {
  readonly asked: number;
  readonly done: number;
  /** Must still be answered. */
  readonly open: number;
  /** Must be corrected or explained. */
  readonly failing: number;
}

const NONE: Tally = { asked: 0, done: 0, open: 0, failing: 0 };
const PAUSE_MILLIS = 120;

/** The engine's own remarks on stored data; on the device they settle themselves when the interview is sent. */
const SETTLED = new Set(['not-relevant', 'calculated-differs']);

/**
 * What the page says about the answers as a whole: notes by question, counts by section. It follows the answers a breath
 * later, so that typing never waits for it, and counts again only the sections and members that changed.
 */
export class Board {
  readonly #form: Form;
  readonly #interview: Interview;
  readonly #sections: readonly Section[];
  readonly #home = new Map<string, string>();
  readonly #order = new Map<string, number>();
  readonly #reasons: Signal<Readonly<Record<string, string>>>;
  readonly #unreadable: Signal<Readonly<Record<string, string>>>;
  readonly #notes = new Map<string, Signal<readonly Note[]>>();
  readonly #tallies = new Map<string, Signal<Tally>>();
  readonly #counted = new Map<string, Tally>();
  readonly #stale = new Set<string>();
  readonly all = signal<readonly Note[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: Form, interview: Interview, reasons: Readonly<Record<string, string>>, unreadable: Readonly<Record<string, string>>) {
    this.#form = form;
    this.#interview = interview;
    this.#sections = form.sections();
    this.#reasons = signal(reasons);
    this.#unreadable = signal(unreadable);
    for (const section of this.#sections) {
      this.#settle(section.roster ? [section.roster] : section.questions, section.name);
    }
    this.refresh();
  }

  #settle(paths: readonly string[], section: string): void {
    for (const path of paths) {
      this.#home.set(path, section);
      this.#order.set(path, this.#order.size);
      if (this.#form.question(path)?.kind === 'roster') this.#settle(this.#form.rowQuestions(path), section);
    }
  }

  notesAt(pointer: string): ReadonlySignal<readonly Note[]> {
    return this.#signalAt(this.#notes, pointer, []);
  }

  /** Of a section by its name, or of a roster's row by its pointer. */
  tallyOf(group: string): ReadonlySignal<Tally> {
    return this.#signalAt(this.#tallies, group, NONE);
  }

  unreadableAt(pointer: string): string | undefined {
    return this.#unreadable.value[pointer];
  }

  reason(key: string): string {
    return this.#reasons.value[key] ?? '';
  }

  setReason(key: string, text: string): void {
    this.#reasons.value = { ...this.#reasons.value, [key]: text };
    this.#soon();
  }

  setUnreadable(pointer: string, text: string | undefined): void {
    if (this.#unreadable.value[pointer] === text) return;
    const { [pointer]: _, ...rest } = this.#unreadable.value;
    this.#unreadable.value = text === undefined ? rest : { ...rest, [pointer]: text };
    this.#soon();
  }

  /** A row goes: what was noted about it goes with it, and about later rows moves up. */
  forgetRow(roster: string, row: number): void {
    this.#reasons.value = withoutRow(this.#reasons.value, roster, row);
    this.#unreadable.value = withoutRow(this.#unreadable.value, roster, row);
  }

  written(): { readonly reasons: Readonly<Record<string, string>>; readonly unreadable: Readonly<Record<string, string>> } {
    return { reasons: this.#reasons.value, unreadable: this.#unreadable.value };
  }

  /** The reasons of checks that still fail: those are sent. */
  standingReasons(): Record<string, string> {
    this.refresh();
    const keys = this.all.value.flatMap((note) => (note.kind === 'check' ? [note.key] : []));
    return Object.fromEntries(keys.map((key) => [key, this.reason(key).trim()]).filter(([, text]) => text !== ''));
  }

  /** Whether a note stands in the way of finishing. */
  stands(note: Note): boolean {
    return note.kind === 'misfit' || note.finding.severity === 'hard' || this.reason(note.key).trim() === '';
  }

  /** Where on the screen a question is: its section, and the row it is asked in. */
  whereIs(pointer: string): { readonly section: string; readonly at?: string } {
    const at = rowAround(this.#form, pointer);
    return { section: this.#sectionOf(pointer), ...(at === undefined ? {} : { at }) };
  }

  /** Whether a note is about something in a section or in a roster's row. */
  isIn(note: Note, group: string): boolean {
    return placesOf(note).some((place) => this.#groupsOf(place).includes(group));
  }

  /** A check that refers to many questions asks for its reason once on a page: at the last of them. */
  isAnchor(note: Note, pointer: string): boolean {
    const group = this.#groupOf(pointer);
    return placesOf(note).filter((place) => this.#groupOf(place) === group && this.#interview.relevant(place)).at(-1) === pointer;
  }

  /** Required questions still open: of a section, of a roster's row, or of the whole interview. */
  openPointers(group?: string): readonly string[] {
    const open = this.#interview.unanswered().filter((pointer) => this.#isShown(pointer));
    const inGroup = open.filter((pointer) => group === undefined || this.#groupsOf(pointer).includes(group));
    return inGroup.map((pointer) => ({ pointer, key: this.#orderOf(pointer) })).sort(byKey).map(({ pointer }) => pointer);
  }

  changed(pointers: ReadonlySet<string>): void {
    for (const pointer of pointers) {
      this.#stale.add(this.#groupOf(pointer));
      if (this.#form.question(patternOf(pointer))?.kind === 'roster') this.#forgetCounts(pointer);
    }
    this.#soon();
  }

  /** Rows came or went: those behind them are others now. */
  #forgetCounts(roster: string): void {
    for (const group of this.#counted.keys()) if (group.startsWith(`${roster}/`)) this.#counted.delete(group);
  }

  /** Brings notes and counts up to date now. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const notes = [...this.#misfits(), ...this.#checks()];
    const failing = this.#place(notes);
    for (const section of this.#sections) this.#count(section, failing);
    this.#stale.clear();
    this.all.value = notes;
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => this.refresh(), PAUSE_MILLIS);
  }

  #misfits(): Note[] {
    const unreadable = Object.keys(this.#unreadable.value).filter((pointer) => this.#interview.relevant(pointer));
    const shape = this.#interview.misfits().filter((misfit) => this.#counts(misfit));
    return [...unreadable.map((pointer) => ({ pointer, keyword: 'unreadable' })), ...shape].map((misfit) => ({ kind: 'misfit' as const, ...misfit }));
  }

  /** What is not relevant is not sent, so it cannot stand in the way. */
  #counts({ pointer }: Misfit): boolean {
    return this.#form.question(patternOf(pointer)) === undefined || this.#interview.relevant(pointer);
  }

  #checks(): Note[] {
    return this.#interview.findings().flatMap((finding) => {
      if (SETTLED.has(finding.check)) return [];
      const places = [...new Set(finding.refers.map(placeOf))];
      return [{ kind: 'check' as const, key: `${finding.check}@${finding.pointer}`, finding, places }];
    });
  }

  /** Puts every note at its questions, and counts those in the way by section and by row. */
  #place(notes: readonly Note[]): ReadonlyMap<string, number> {
    const at = new Map<string, Note[]>();
    const failing = new Map<string, number>();
    for (const note of notes) {
      const places = placesOf(note);
      for (const place of places) at.set(place, [...(at.get(place) ?? []), note]);
      if (!this.stands(note)) continue;
      const groups = new Set(places.flatMap((place) => this.#groupsOf(place)));
      for (const group of groups) failing.set(group, (failing.get(group) ?? 0) + 1);
    }
    for (const pointer of this.#notes.keys()) if (!at.has(pointer)) write(this.#notes.get(pointer)!, []);
    for (const [pointer, list] of at) write(this.#signalAt(this.#notes, pointer, []), list);
    return failing;
  }

  #count(section: Section, failing: ReadonlyMap<string, number>): void {
    const pointers = section.roster === undefined ? section.questions : [section.roster];
    this.#countGroup(section.name, pointers, failing);
  }

  /** Counts the questions of a section or a row and the rows within it; only what changed is looked at again. */
  #countGroup(group: string, pointers: readonly string[], failing: ReadonlyMap<string, number>): Tally {
    if (!this.#counted.has(group) || this.#stale.has(group)) this.#counted.set(group, this.#countOwn(pointers));
    let sum = this.#counted.get(group)!;
    for (const row of pointers.flatMap((pointer) => this.#rowsOf(pointer))) {
      const within = this.#countGroup(row.pointer, questionsIn(this.#form, row), failing);
      sum = { asked: sum.asked + within.asked, done: sum.done + within.done, open: sum.open + within.open, failing: 0 };
    }
    const tally = { ...sum, failing: failing.get(group) ?? 0 };
    write(this.#signalAt(this.#tallies, group, NONE), tally);
    return tally;
  }

  #countOwn(pointers: readonly string[]): Tally {
    const tally = { asked: 0, done: 0, open: 0, failing: 0 };
    for (const pointer of pointers) {
      const state = this.#interview.state(pointer);
      if (state === 'not-relevant' || state === 'calculated' || !this.#isShown(pointer)) continue;
      tally.asked += 1;
      if (state !== 'open') tally.done += 1;
      else if (this.#interview.required(pointer)) tally.open += 1;
    }
    return tally;
  }

  #isShown(pointer: string): boolean {
    const widget = this.#form.question(patternOf(pointer))?.hints.widget ?? '';
    return !UNASKED.has(widget);
  }

  #rowsOf(pointer: string): readonly RowPlace[] {
    if (this.#form.question(patternOf(pointer))?.kind !== 'roster' || !this.#interview.relevant(pointer)) return [];
    return Array.from({ length: this.#interview.rows(pointer) }, (_, row) => rowPlaceOf(`${pointer}/${row}`)!);
  }

  /** The row a pointer lies in; a section at form level. */
  #groupOf(pointer: string): string {
    return rowAround(this.#form, pointer) ?? this.#sectionOf(pointer);
  }

  /** Everything it counts in: its section, and every row it lies in. */
  #groupsOf(pointer: string): readonly string[] {
    return [this.#sectionOf(pointer), ...rowsAround(this.#form, pointer).map((row) => row.pointer)];
  }

  #sectionOf(pointer: string): string {
    for (let path = patternOf(pointer); path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
      const home = this.#home.get(path);
      if (home !== undefined) return home;
    }
    return '';
  }

  /** As on the screen: by section, by question, by row. */
  #orderOf(pointer: string): readonly number[] {
    const rows = rowsAround(this.#form, pointer);
    const place = (path: string) => this.#order.get(patternOf(path)) ?? this.#order.size;
    return [...rows.flatMap(({ roster, index }) => [place(roster), index]), place(pointer)];
  }

  #signalAt<T>(signals: Map<string, Signal<T>>, key: string, empty: T): Signal<T> {
    let found = signals.get(key);
    if (!found) signals.set(key, (found = signal(empty)));
    return found;
  }
}

/** Filled by the device: shown, if at all, but not asked. */
const UNASKED = new Set(['hidden', 'line-number', 'start-time', 'end-time', 'today']);

function placesOf(note: Note): readonly string[] {
  return note.kind === 'misfit' ? [note.pointer] : note.places;
}

/** A check on all rows stands at the roster. */
function placeOf(refer: string): string {
  const star = refer.indexOf('/*');
  return star < 0 ? refer : refer.slice(0, star);
}

function write<T>(into: Signal<T>, value: T): void {
  if (JSON.stringify(into.peek()) !== JSON.stringify(value)) into.value = value;
}

function withoutRow(notes: Readonly<Record<string, string>>, roster: string, gone: number): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [key, text] of Object.entries(notes)) {
    const place = new RegExp(`^(.*?)(${roster})/(\\d+)(.*)$`).exec(key);
    const row = Number(place?.[3]);
    if (!place || row < gone) kept[key] = text;
    else if (row > gone) kept[`${place[1]}${place[2]}/${row - 1}${place[4]}`] = text;
  }
  return kept;
}

function byKey(a: { readonly key: readonly number[] }, b: { readonly key: readonly number[] }): number {
  const at = a.key.findIndex((part, i) => part !== b.key[i]);
  return at < 0 ? a.key.length - b.key.length : a.key[at]! - (b.key[at] ?? -1);
}
