import type { Bundle, Labels, Language } from './bundle';
import { Interview, type Seed } from './interview';
import { isArray, type Json, property } from './json';
import { type Judges, judgesOf } from './judges';
import { type Plan, planOf } from './program';
import type { Question } from './question';

export interface Section {
  readonly name: string;
  /** Set when the section is asked for every row of a roster; then `questions` are those of the row. */
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

  constructor(readonly bundle: Bundle) {
    this.plan = planOf(bundle);
    this.judges = judgesOf(bundle.schema, this.plan);
    this.counties = new Set(bundle.counties ?? []);
  }

  /** Opens answers, new or stored; whatever they look like. */
  start(seed: Seed = {}): Interview {
    return new Interview(this.bundle.program, this.plan, this.judges, this.counties, seed);
  }

  /** In the order of computation, which is not the order on the screen: see `sections`. */
  questions(): readonly Question[] {
    return this.plan.questions;
  }

  question(path: string): Question | undefined {
    return this.plan.byPath.get(path);
  }

  sections(): readonly Section[] {
    const written = property(this.bundle.schema, 'x-sections');
    return isArray(written) ? written.map((section) => this.section(section)) : [];
  }

  title(language: Language): string {
    return this.text(language, (labels) => labels.title) ?? this.bundle.form.name;
  }

  sectionTitle(name: string, language: Language): string {
    return this.text(language, (labels) => labels.sections?.[name]) ?? name;
  }

  /** Text of a question; its path when no language has one. */
  label(path: string, language: Language): string {
    return this.text(language, (labels) => labels.questions?.[path]?.label) ?? path;
  }

  hint(path: string, language: Language): string | undefined {
    return this.text(language, (labels) => labels.questions?.[path]?.hint);
  }

  /** The codes of a choice with their texts, in the order of the form. */
  options(path: string, language: Language): readonly Option[] {
    const question = this.question(path);
    if (!question) return [];
    const shared = this.bundle.codelists?.[question.hints.codelist ?? ''];
    const textOf = (code: string) =>
      this.text(language, (labels) => labels.questions?.[path]?.options?.[code]) ??
      first(language, (one) => shared?.labels[one]?.[code]) ??
      code;
    return question.codes.map((code) => ({ code, label: textOf(code) }));
  }

  /** What a check tells people to do. */
  checkMessage(code: string, language: Language): string {
    return this.text(language, (labels) => labels.checks?.[code]) ?? code;
  }

  private section(written: Json): Section {
    const name = String(property(written, 'name'));
    const roster = property(written, 'roster');
    if (typeof roster !== 'string') return { name, questions: (property(written, 'questions') ?? []) as string[] };
    const items = property(property(property(this.bundle.schema, 'properties'), roster.slice(1)), 'items');
    const questions = Object.keys(property(items, 'properties') ?? {}).map((field) => `${roster}/*/${field}`);
    return { name, roster, questions };
  }

  private text(language: Language, pick: (labels: Labels) => string | undefined): string | undefined {
    return first(language, (one) => {
      const labels = this.bundle.labels[one];
      return labels && pick(labels);
    });
  }
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
