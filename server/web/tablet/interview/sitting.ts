import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { offsetMoment } from '../../app/format';
import { language } from '../../app/language';
import type { Form, Interview, Json, Question, Reason } from '../../runtime';
import type { Unit } from '../assignments';
import type { Body, Draft, Drafts, Where } from '../drafts';
import { Keeper } from '../keeper';
import { answers } from '../returned';
import { patternOf } from '../../runtime/places';
import { Board } from './board';

const BREATH_MILLIS = 350;

/** Where an interview is kept while it goes on, and what is done with it at its end. */
export type Shelf = Pick<Drafts, 'save' | 'photo' | 'keepPhoto' | 'finish'>;

/** An interview on the screen: its answers, what the page must know about them, and the draft that follows every change. */
export class Sitting {
  readonly form: Form;
  readonly interview: Interview;
  readonly keeper: Keeper;
  readonly board: Board;
  readonly unit: Unit;
  /** Pointers of the answers the office wants corrected by this revision. */
  readonly toCorrect: readonly string[];
  #focused: string | undefined;
  readonly #quiet = signal<ReadonlySet<string>>(new Set());
  readonly #drafts: Shelf;
  readonly #begun: Draft;
  readonly #seen = new Map<string, Signal<number>>();
  readonly #languages: Set<string>;
  #where: Where | undefined;

  constructor(form: Form, unit: Unit, draft: Draft, drafts: Shelf) {
    this.form = form;
    this.unit = unit;
    this.toCorrect = unit.returned && answers(draft, unit.returned) ? unit.returned.fields.filter((at) => form.question(patternOf(at))) : [];
    this.#drafts = drafts;
    this.#begun = draft;
    this.#where = draft.where;
    this.#languages = new Set(draft.languages);
    this.interview = form.start({ answers: draft.answers as Json, missing: draft.missing, context: contextOf(unit) });
    this.board = new Board(form, this.interview, draft.reasons, draft.unreadable);
    this.keeper = new Keeper(() => this.#drafts.save(this.draft()));
    this.interview.fitRows();
    this.board.refresh();
    this.interview.subscribe((changed) => this.#changed(changed));
  }

  /** Ticks whenever something about the question at this pointer changed; reading it in a component follows it. */
  at(pointer: string): ReadonlySignal<number> {
    let seen = this.#seen.get(pointer);
    if (!seen) this.#seen.set(pointer, (seen = signal(0)));
    return seen;
  }

  /** Whether somebody is just typing here, so that the shape of the answer is not judged yet. */
  isQuiet(pointer: string): boolean {
    return this.#quiet.value.has(pointer);
  }

  focus(pointer: string): void {
    this.#focused = pointer;
    this.#quiet.value = new Set([...this.#quiet.value, pointer]);
  }

  /** A breath later: what the page then says about the answer must not push away what the finger is just touching. */
  blur(pointer: string): void {
    if (this.#focused === pointer) this.#focused = undefined;
    setTimeout(() => {
      if (this.#focused === pointer) return;
      this.#quiet.value = new Set([...this.#quiet.value].filter((each) => each !== pointer));
    }, BREATH_MILLIS);
  }

  enter(pointer: string, value: Json | undefined): void {
    this.board.setUnreadable(pointer, undefined);
    this.interview.set(pointer, value);
  }

  /** What was typed is no answer: it is kept as typed, and stands in the way of finishing. */
  enterUnreadable(pointer: string, text: string): void {
    this.board.setUnreadable(pointer, text);
    this.interview.set(pointer, undefined);
    this.#changed(new Set([pointer]));
  }

  giveMissing(pointer: string, reason: Reason | undefined): void {
    this.board.setUnreadable(pointer, undefined);
    this.interview.setMissing(pointer, reason);
  }

  explain(key: string, text: string): void {
    this.board.setReason(key, text);
    this.keeper.touch();
  }

  addRow(roster: string): number {
    return this.interview.addRow(roster);
  }

  removeRow(roster: string, row: number): void {
    this.board.forgetRow(roster, row);
    this.interview.removeRow(roster, row);
  }

  moveTo(where: Where): void {
    this.#where = where;
    this.#languages.add(language.peek());
    this.keeper.touch();
  }

  get where(): Where | undefined {
    return this.#where;
  }

  /** Puts the time into questions that ask for the end of the interview. */
  stampEnd(): void {
    for (const question of this.form.questions()) {
      if (question.hints.widget === 'end-time') this.enter(question.path, offsetMoment(new Date()));
    }
  }

  photo(hash: string): Promise<Blob | undefined> {
    return this.#drafts.photo(this.unit.unit, hash);
  }

  keepPhoto(photo: Blob): Promise<string> {
    return this.#drafts.keepPhoto(this.unit.unit, photo);
  }

  draft(): Draft {
    const { answers, missing } = structuredClone({ answers: this.interview.answers, missing: this.interview.missing });
    const { reasons, unreadable } = this.board.written();
    const where = this.#where ? { where: this.#where } : {};
    return { ...this.#begun, answers, missing: missing as Draft['missing'], reasons, unreadable, languages: [...this.#languages], ...where };
  }

  /** The interview is over: what is sent is made here, once. */
  async finish(): Promise<void> {
    await this.keeper.flush();
    const draft = this.draft();
    const { answers, missing } = this.interview.cleaned();
    const body: Body = {
      form: draft.form,
      campaign: draft.campaign,
      unit: draft.unit,
      answers,
      missing: missing as Draft['missing'],
      attachments: this.#attachments(answers),
      paradata: {
        reasons: this.board.standingReasons(),
        began: draft.began,
        finished: offsetMoment(new Date()),
        resumed: draft.resumed,
        languages: draft.languages,
      },
    };
    this.keeper.stop();
    await this.#drafts.finish(draft, body).catch((trouble: unknown) => {
      this.keeper.start();
      throw trouble;
    });
  }

  #attachments(answers: Readonly<Record<string, Json>>): string[] {
    const named = this.form.questions().filter(isFile).flatMap(({ path }) => answersAt(answers as Json, path.split('/').slice(1)));
    return [...new Set(named.filter((hash) => typeof hash === 'string'))].sort();
  }

  #changed(pointers: ReadonlySet<string>): void {
    for (const pointer of pointers) {
      const seen = this.#seen.get(pointer);
      if (seen) seen.value += 1;
    }
    this.board.changed(pointers);
    this.keeper.touch();
  }
}

/** All answers to a question, in whichever rows it is asked; a star stands for every row. */
function answersAt(holder: Json | undefined, [step, ...rest]: readonly string[]): readonly Json[] {
  if (holder === undefined || holder === null) return [];
  if (step === undefined) return [holder].flat();
  if (step === '*') return [holder].flat().flatMap((row) => answersAt(row, rest));
  return typeof holder === 'object' && !Array.isArray(holder) ? answersAt((holder as Record<string, Json>)[step], rest) : [];
}

export function isFile({ hints }: Question): boolean {
  return hints.widget === 'photos' || hints.widget === 'signature';
}

function contextOf(unit: Unit): Json {
  return { unit_area: unit.area, ...unit.context } as Json;
}
