import type { Language } from './bundle';
import type { Engine } from './engine';
import type { Form, Option } from './form';
import { Choice } from './offer';
import type { Plan } from './program';
import type { Question } from './question';
import type { Row, Slot } from './rows';
import { byCodePoint, textOf, type Value } from './values';

/** What stands in a text where an answer is not known yet. */
const UNKNOWN = '＿＿';

const INSERT = /\{\{([^{}]{1,200})\}\}/g;

/** What an interview says of itself in words: texts with answers in them, and the options of the moment. */
export class Telling {
  constructor(
    private readonly form: Form,
    private readonly plan: Plan,
    private readonly engine: Engine,
  ) {}

  /** Text of a question, or what is said below it; undefined when no language has one. */
  text({ question, row }: Slot, kind: 'label' | 'hint', language: Language): string | undefined {
    const text = this.form.written(question.path, kind, language);
    return text?.replace(INSERT, (_, insert: string) => this.inserted(question, insert, row, language) ?? UNKNOWN);
  }

  offered({ question, row, relevant }: Slot, language: Language): readonly Option[] {
    if (!relevant) return [];
    const offer = this.plan.offers.get(question);
    if (!offer) return this.form.options(question.path, language);
    const scope = this.engine.scopeAt(row);
    try {
      if (!(offer instanceof Choice)) {
        return offer.codes(scope).map((code) => ({ code, label: this.form.optionLabel(question.path, code, language) }));
      }
      return offer.rows(scope).map((one) => ({ code: one.answer, label: this.rowLabel(offer, one.row, language) || one.answer }));
    } catch {
      return [];
    }
  }

  private inserted(question: Question, insert: string, row: Row, language: Language): string | undefined {
    const shown = this.plan.shows.get(question)?.get(insert);
    if (!shown) return undefined;
    if ('context' in shown) return this.plain(undefined, this.engine.context(shown.context), language);
    return this.answer(row.at(shown.depth).slots[shown.question.column]!, language);
  }

  /** An answer in words; undefined when it is not known. */
  private answer({ question, row, value }: Slot, language: Language): string | undefined {
    const offer = this.plan.offers.get(question);
    if (!(offer instanceof Choice)) return this.plain(question, value, language);
    return inWords(value, language, (one) => {
      const answer = textOf(one);
      const chosen = answer === null ? undefined : offer.row(this.engine.scopeAt(row), answer);
      return (chosen && this.rowLabel(offer, chosen, language)) || this.word(question, one, language);
    });
  }

  /** What a row is called: its answers to the questions of the label. */
  private rowLabel({ label }: Choice, row: Row, language: Language): string {
    return label.flatMap((column) => this.plain(row.level.questions[column], row.slots[column]!.value, language) ?? []).join(' ');
  }

  private plain(question: Question | undefined, value: Value, language: Language): string | undefined {
    return inWords(value, language, (one) => this.word(question, one, language));
  }

  private word(question: Question | undefined, value: Value, language: Language): string | undefined {
    const text = textOf(value);
    if (text === null) return undefined;
    const option = question && this.form.optionText(question.path, text, language);
    return option ?? (typeof value === 'boolean' ? yesOrNo(value, language) : text);
  }
}

/** Several codes one after the other, in the order of codes. */
function inWords(value: Value, language: Language, word: (one: Value) => string | undefined): string | undefined {
  if (value === null) return undefined;
  if (!(value instanceof Set)) return word(value);
  const codes = [...(value as ReadonlySet<string>)].sort(byCodePoint);
  return codes.map(word).join(language === 'en' ? ', ' : '、');
}

function yesOrNo(value: boolean, language: Language): string {
  if (language === 'en') return value ? 'yes' : 'no';
  return value ? '是' : '否';
}
