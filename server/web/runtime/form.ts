import type { Bundle, Labels, Language } from './bundle';
import { Interview, type Seed } from './interview';
import { isArray, type Json, property } from './json';
import { type Judges, judgesOf } from './judges';
import { type Plan, planOf } from './program';
import type { Question } from './question';

export interface Section {
  readonly name: string;
  /** Set when the section is asked for every row of a roster; then `questions` are those of the row, rosters in it included. */
  readonly roster?: string;
  readonly questions: readonly string[];
}

export interface Option {
  readonly code: string;
  readonly label: string;
}

/** A form version, compiled once; every interview on it is started here. */
export class Form {
  private readonly plan: Plan;
  private readonly judges: Judges;
  private readonly counties: ReadonlySet<string>;
  private readonly optionsOf = new Map<string, readonly Option[]>();

  constructor(readonly bundle: Bundle) {
    this.plan = planOf(bundle);
    this.judges = judgesOf(this.plan.schema, this.plan.outline);
    this.counties = new Set(bundle.counties ?? []);
  }

  /** Opens answers, new or stored; whatever they look like. */
  start(seed: Seed = {}): Interview {
    return new Interview(this, this.plan, this.judges, this.counties, seed);
  }

  /** In the order of computation, which is not the order on the screen: see `sections`. */
  questions(): readonly Question[] {
    return this.plan.outline.questions;
  }

  question(path: string): Question | undefined {
    return this.plan.outline.byPath.get(path);
  }

  sections(): readonly Section[] {
    const written = property(this.bundle.schema, 'x-sections');
    return isArray(written) ? written.map((section) => this.section(section)) : [];
  }

  /** Paths of all rosters in the order of the form, an outer one before those in its rows. */
  rosters(): readonly string[] {
    const within = (paths: readonly string[]): readonly string[] =>
      paths.filter((path) => this.question(path)?.kind === 'roster').flatMap((path) => [path, ...within(this.rowQuestions(path))]);
    return within(Object.keys(property(this.bundle.schema, 'properties') ?? {}).map((name) => `/${name}`));
  }

  /** Paths of the questions in a row of a roster, in the order of the form; a roster in the row is one of them. */
  rowQuestions(roster: string): readonly string[] {
    const items = property(this.question(roster)?.schema, 'items');
    return Object.keys(property(items, 'properties') ?? {}).map((field) => `${roster}/*/${field}`);
  }

  title(language: Language): string {
    return this.text(language, (labels) => labels.title) ?? this.bundle.form.name;
  }

  sectionTitle(name: string, language: Language): string {
    return this.text(language, (labels) => labels.sections?.[name]) ?? name;
  }

  /** Text of a question; its path when no language has one. */
  label(path: string, language: Language): string {
    return this.written(path, 'label', language) ?? path;
  }

  hint(path: string, language: Language): string | undefined {
    return this.written(path, 'hint', language);
  }

  /** A text of a question as the form has it; an interview puts answers into it. */
  written(path: string, kind: 'label' | 'hint', language: Language): string | undefined {
    return this.text(language, (labels) => own(labels.questions, path)?.[kind]);
  }

  /** The codes of a choice with their texts, in the order of the form. */
  options(path: string, language: Language): readonly Option[] {
    const key = `${language} ${path}`;
    let options = this.optionsOf.get(key);
    if (!options) {
      options = (this.question(path)?.codes ?? []).map((code) => ({ code, label: this.optionLabel(path, code, language) }));
      this.optionsOf.set(key, options);
    }
    return options;
  }

  /** Text of one code; the code itself when no language has one. */
  optionLabel(path: string, code: string, language: Language): string {
    return this.optionText(path, code, language) ?? code;
  }

  /** Text of one code, in each language the question's own before that of its code list. */
  optionText(path: string, code: string, language: Language): string | undefined {
    const shared = this.bundle.codelists?.[this.question(path)?.hints.codelist ?? ''];
    return first(language, (one) => own(own(this.bundle.labels[one]?.questions, path)?.options, code) ?? own(shared?.labels[one], code));
  }

  /** What a check tells people to do. */
  checkMessage(code: string, language: Language): string {
    return this.text(language, (labels) => labels.checks?.[code]) ?? code;
  }

  private section(written: Json): Section {
    const name = String(property(written, 'name'));
    const roster = property(written, 'roster');
    if (typeof roster !== 'string') return { name, questions: (property(written, 'questions') ?? []) as string[] };
    return { name, roster, questions: this.rowQuestions(roster) };
  }

  private text(language: Language, pick: (labels: Labels) => string | undefined): string | undefined {
    return first(language, (one) => {
      const labels = this.bundle.labels[one];
      return labels && pick(labels);
    });
  }
}

function own<T>(texts: { readonly [key: string]: T } | undefined, key: string): T | undefined {
  return texts && Object.hasOwn(texts, key) ? texts[key] : undefined;
}

/** The first language of the fall-back that has a text. */
function first(language: Language, pick: (language: Language) => string | undefined): string | undefined {
  const order: readonly Language[] = language === 'en' ? ['en', 'zh'] : language === 'zh' ? ['zh', 'en'] : ['bo', 'zh', 'en'];
  for (const one of order) {
    const text = pick(one);
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
}

export function loadForm(bundle: Bundle): Form {
  return new Form(bundle);
}
