import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Finding, Form, Interview, Misfit, Section } from '../../runtime';

/** Something that stands at a question: what does not fit, or an expectation that is not met. */
export type Note =
  | { readonly kind: 'misfit'; readonly pointer: string; readonly keyword: string }
  | { readonly kind: 'check'; readonly key: string; readonly finding: Finding; readonly places: readonly string[] };

/** How far a section, or one member of a roster, is. */
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
      for (const path of section.roster ? [section.roster, ...section.questions] : section.questions) {
        this.#home.set(path, section.name);
        this.#order.set(path, this.#order.size);
      }
    }
    this.refresh();
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

  /** Where on the screen a question is. */
  whereIs(pointer: string): { readonly section: string; readonly row?: number } {
    const row = /^\/[^/]+\/(\d+)(?:\/|$)/.exec(pointer)?.[1];
    return { section: this.#sectionOf(pointer), ...(row === undefined ? {} : { row: Number(row) }) };
  }

  /** Whether a note is about something in a section or in a roster's row. */
  isIn(note: Note, group: string): boolean {
    return placesOf(note).some((place) => this.#groupOf(place) === group || this.#sectionOf(place) === group);
  }

  /** A check that refers to many questions asks for its reason once on a page: at the last of them. */
  isAnchor(note: Note, pointer: string): boolean {
    const group = this.#groupOf(pointer);
    return placesOf(note).filter((place) => this.#groupOf(place) === group && this.#interview.relevant(place)).at(-1) === pointer;
  }

  /** Required questions still open: of a section, of a roster's row, or of the whole interview. */
  openPointers(group?: string): readonly string[] {
    const open = this.#interview.unanswered().filter((pointer) => this.#isShown(pointer));
    const inGroup = open.filter((pointer) => group === undefined || this.#groupOf(pointer) === group || this.#sectionOf(pointer) === group);
    return inGroup.sort((a, b) => this.#orderOf(a) - this.#orderOf(b));
  }

  changed(pointers: ReadonlySet<string>): void {
    for (const pointer of pointers) this.#stale.add(this.#groupOf(pointer));
    this.#soon();
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
      const groups = new Set(places.flatMap((place) => [this.#groupOf(place), this.#sectionOf(place)]));
      for (const group of groups) failing.set(group, (failing.get(group) ?? 0) + 1);
    }
    for (const pointer of this.#notes.keys()) if (!at.has(pointer)) write(this.#notes.get(pointer)!, []);
    for (const [pointer, list] of at) write(this.#signalAt(this.#notes, pointer, []), list);
    return failing;
  }

  #count(section: Section, failing: ReadonlyMap<string, number>): void {
    const { roster } = section;
    const groups = roster === undefined ? [section.name] : [roster, ...this.#rowsOf(roster)];
    let sum = NONE;
    for (const group of groups) {
      if (!this.#counted.has(group) || this.#stale.has(group) || this.#stale.has(roster ?? '')) {
        this.#counted.set(group, this.#countGroup(section, group));
      }
      const tally = { ...this.#counted.get(group)!, failing: failing.get(group) ?? 0 };
      write(this.#signalAt(this.#tallies, group, NONE), tally);
      sum = { asked: sum.asked + tally.asked, done: sum.done + tally.done, open: sum.open + tally.open, failing: 0 };
    }
    write(this.#signalAt(this.#tallies, section.name, NONE), { ...sum, failing: failing.get(section.name) ?? 0 });
  }

  #countGroup(section: Section, group: string): Tally {
    const pointers = section.roster === undefined ? section.questions : group === section.roster ? [group] : section.questions.map((path) => path.replace(`${section.roster}/*`, group));
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

  #rowsOf(roster: string): string[] {
    return Array.from({ length: this.#interview.rows(roster) }, (_, row) => `${roster}/${row}`);
  }

  /** A section at form level, `/members/2` inside a roster. */
  #groupOf(pointer: string): string {
    const path = patternOf(pointer);
    if (path !== pointer) return pointer.slice(0, pointer.lastIndexOf('/'));
    const question = this.#form.question(path);
    return question?.kind === 'roster' ? path : this.#sectionOf(pointer);
  }

  #sectionOf(pointer: string): string {
    const path = patternOf(pointer);
    return this.#home.get(path) ?? this.#home.get(path.slice(0, Math.max(1, path.indexOf('/', 1)))) ?? '';
  }

  /** As on the screen: by section, by row, by question. */
  #orderOf(pointer: string): number {
    const path = patternOf(pointer);
    const roster = this.#form.question(path)?.roster;
    const place = this.#order.get(path) ?? this.#order.size;
    return roster === undefined ? place * 1000 : this.#order.get(roster)! * 1000 + (this.whereIs(pointer).row! + 1) * 30 + (place - this.#order.get(roster)!) / 1000;
  }

  #signalAt<T>(signals: Map<string, Signal<T>>, key: string, empty: T): Signal<T> {
    let found = signals.get(key);
    if (!found) signals.set(key, (found = signal(empty)));
    return found;
  }
}

/** Filled by the device: shown, if at all, but not asked. */
const UNASKED = new Set(['hidden', 'line-number', 'start-time', 'end-time']);

/** The path of the question at a pointer: the row's number becomes a star. */
export function patternOf(pointer: string): string {
  let path = patterns.get(pointer);
  if (path === undefined) patterns.set(pointer, (path = pointer.replace(/^(\/[^/]+)\/\d+\//, '$1/*/')));
  return path;
}

const patterns = new Map<string, string>();

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
