import type { Language } from './bundle';
import type { Engine } from './engine';
import type { Form, Option } from './form';
import { Choice } from './offer';
import type { Plan } from './program';
import type { Row, Slot } from './rows';
import { filled } from './texts';
import { textOf } from './values';

/** What an interview says of itself in words: texts with answers in them, and the options of the moment. */
export class Telling {
  constructor(
    private readonly form: Form,
    private readonly plan: Plan,
    private readonly engine: Engine,
  ) {}

  label({ question, row }: Slot, language: Language): string {
    return this.withAnswers(this.form.label(question.path, language), row, language);
  }

  hint({ question, row }: Slot, language: Language): string | undefined {
    const hint = this.form.hint(question.path, language);
    return hint === undefined ? undefined : this.withAnswers(hint, row, language);
  }

  offered({ question, row }: Slot, language: Language): readonly Option[] {
    const offer = this.plan.offers.get(question);
    if (!offer) return this.form.options(question.path, language);
    const scope = this.engine.scopeAt(row);
    if (offer instanceof Choice) {
      return offer.rows(scope).map((one) => ({ code: one.answer, label: this.rowLabel(offer, one.row, one.answer, language) }));
    }
    return offer.codes(scope).map((code) => ({ code, label: this.form.optionLabel(question.path, code, language) }));
  }

  private withAnswers(text: string, row: Row, language: Language): string {
    return filled(
      text,
      row,
      (slot) => this.answer(slot, language),
      (name) => textOf(this.engine.context(name)) ?? undefined,
    );
  }

  /** An answer in words; undefined when it is not known. */
  private answer({ question, row, value }: Slot, language: Language): string | undefined {
    if (value === null) return undefined;
    const inWords = (answer: string) => {
      const offer = this.plan.offers.get(question);
      if (!(offer instanceof Choice)) return this.form.optionLabel(question.path, answer, language);
      const chosen = offer.row(this.engine.scopeAt(row), answer);
      return chosen ? this.rowLabel(offer, chosen, answer, language) : answer;
    };
    if (value instanceof Set) return [...(value as ReadonlySet<string>)].map(inWords).join(language === 'en' ? ', ' : '、');
    return inWords(textOf(value)!);
  }

  /** What the row is called: its answers to the questions of the label, else the answer that names it. */
  private rowLabel({ label }: Choice, row: Row, answer: string, language: Language): string {
    const words = label.flatMap((column) => this.answer(row.slots[column]!, language) ?? []);
    return words.join(' ') || answer;
  }
}
