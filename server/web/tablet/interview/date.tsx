import { useState } from 'preact/hooks';
import { Say } from '../../app/parts';
import type { InputProps } from './question';
import { dateOf } from './typing';

const PARTS = ['year', 'month', 'day'] as const;

/** Year, month, day, typed in this order in every language; half a date stays as typed and says so. */
export function DateInput({ sitting, pointer, id, describedBy, invalid }: InputProps) {
  const entered = sitting.interview.entered(pointer);
  const stored = sitting.board.unreadableAt(pointer) ?? (typeof entered === 'string' ? entered : '');
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const parts = (typed ?? stored).split('-');
  const enter = (at: number, text: string) => {
    const digits = text.normalize('NFKC').replace(/\D/g, '');
    const next = wholeDate(digits) ?? PARTS.map((_, part) => (part === at ? digits : (parts[part] ?? ''))).join('-');
    setTyped(next);
    const date = dateOf(next);
    if (date === 'unreadable') sitting.enterUnreadable(pointer, next);
    else sitting.enter(pointer, date);
  };
  return (
    <div class="date" onFocusOut={() => setTyped(undefined)}>
      {PARTS.map((part, at) => (
        <div key={part} class={`field ${part}`}>
          <label for={at === 0 ? id : `${id}-${part}`}>
            <Say word={`date.${part}`} />
          </label>
          <input
            id={at === 0 ? id : `${id}-${part}`}
            class="input number"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={parts[at] ?? ''}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            onInput={(event) => enter(at, event.currentTarget.value)}
          />
        </div>
      ))}
    </div>
  );
}

/** Eight digits in one field, typed or pasted, are a whole date. */
function wholeDate(digits: string): string | undefined {
  return digits.length === 8 ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : undefined;
}
