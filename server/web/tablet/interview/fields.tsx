import { useState } from 'preact/hooks';
import { amount, offsetMoment } from '../../app/format';
import { Icon } from '../../app/icons';
import { say } from '../../app/language';
import { Say, Text } from '../../app/parts';
import { unitOf, wordsOf, type InputProps } from './question';
import { numberOf } from './typing';

const UNLIMITED = 10_000;

/** A moment is read from the clock, not typed. */
export function MomentInput({ sitting, pointer, question, id, describedBy }: InputProps) {
  const entered = sitting.interview.entered(pointer);
  return (
    <div class="row">
      <button id={id} type="button" class="button" aria-describedby={describedBy} onClick={() => sitting.enter(pointer, offsetMoment(new Date()))}>
        <Icon name="clock" />
        <Say word="moment.now" />
      </button>
      {entered !== undefined && <output class="number">{wordsOf(sitting.form, question, entered)}</output>}
    </div>
  );
}

/** A text as it is typed; blanks at its ends go when the field is left. */
export function TextInput({ sitting, pointer, question, id, describedBy, invalid }: InputProps) {
  const entered = sitting.interview.entered(pointer);
  const text = typeof entered === 'string' ? entered : '';
  const enter = (value: string) => sitting.enter(pointer, value === '' ? undefined : value);
  const maxLength = Number(question.schema['maxLength'] ?? UNLIMITED);
  const isLong = maxLength >= 100 && maxLength < UNLIMITED;
  const common = {
    id,
    class: 'input',
    value: text,
    maxLength,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    onInput: (event: Event) => enter((event.currentTarget as HTMLInputElement).value),
    onBlur: () => text !== text.trim() && enter(text.trim()),
  };
  if (isLong) return <textarea {...common} rows={3} />;
  return <input {...common} type="text" inputMode={keyboardOf(question.hints.identifier, String(question.schema['pattern'] ?? ''))} autocomplete="off" spellcheck={false} />;
}

function keyboardOf(identifier: string | undefined, pattern: string): 'tel' | 'numeric' | 'text' {
  if (identifier === 'phone') return 'tel';
  return /^\^\\d\{\d+\}\$$/.test(pattern) ? 'numeric' : 'text';
}

/** A number as it is typed, also with full-width digits or thousands marks; what is no number stays as typed and says so. */
export function NumberInput({ sitting, pointer, question, id, describedBy, invalid }: InputProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const entered = sitting.interview.entered(pointer);
  const stored = sitting.board.unreadableAt(pointer) ?? (entered === undefined ? '' : String(entered));
  const isYear = question.hints.widget === 'year';
  const unit = unitOf(question);
  const enter = (text: string) => {
    setTyped(text);
    const number = numberOf(text);
    if (number === 'unreadable') sitting.enterUnreadable(pointer, text);
    else sitting.enter(pointer, number);
  };
  return (
    <div class="with-unit">
      <input
        id={id}
        class={`input ${isYear ? 'year' : 'amount'}`}
        type="text"
        inputMode={question.schema['type'] === 'integer' ? 'numeric' : 'decimal'}
        autocomplete="off"
        value={typed ?? stored}
        placeholder={isYear ? say('date.year-form') : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onInput={(event) => enter(event.currentTarget.value)}
        onBlur={() => setTyped(undefined)}
      />
      <span class="quiet number">
        <Text>{!isYear && typeof entered === 'number' && Math.abs(entered) >= 1000 ? amount(entered, unit) : unit}</Text>
      </span>
    </div>
  );
}
