import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '../../app/icons';
import { language, LANGUAGES } from '../../app/language';
import { Say, Text } from '../../app/parts';
import type { Json, Option } from '../../runtime';
import type { InputProps } from './question';

const ROWS = 7;

const MOST_SHOWN = 60;

/** One or many codes: whole rows to touch, or, where they are more than a hand can see, a list to search. */
export function ChoiceInput(props: InputProps & { readonly many: boolean }) {
  const { sitting, pointer } = props;
  const offered = sitting.interview.offered(pointer, language.value);
  const chosen = chosenOf(sitting.interview.entered(pointer));
  const options = withChosen(props, offered, chosen);
  if (options.length === 0) {
    return (
      <p class="empty" id={props.id} tabIndex={-1}>
        <Say word="choice.none-yet" />
      </p>
    );
  }
  return options.length > ROWS ? <Searched {...props} options={options} chosen={chosen} /> : <Rows {...props} options={options} chosen={chosen} />;
}

/** What was chosen and is not on offer any more still stands there, so that it can be seen and taken back. */
function withChosen({ sitting, question }: InputProps, offered: readonly Option[], chosen: readonly string[]): readonly Option[] {
  const gone = chosen.filter((code) => !offered.some((option) => option.code === code));
  return [...offered, ...gone.map((code) => ({ code, label: sitting.form.optionLabel(question.path, code, language.value) }))];
}

type ListProps = InputProps & { readonly many: boolean; readonly options: readonly Option[]; readonly chosen: readonly string[] };

/** `onTouched`: a finger has chosen one of one. Arrow keys also choose on their way, and must not end there. */
function Rows({ sitting, pointer, question, id, many, options, chosen, describedBy, onTouched }: ListProps & { readonly onTouched?: () => void }) {
  const answer = (code: string) => (question.kind === 'number' ? Number(code) : code);
  const choose = (code: string) => sitting.enter(pointer, many ? toggled(sitting.interview.offered(pointer, language.value), chosen, code) : answer(code));
  const touched = ({ detail }: MouseEvent) => {
    if (!many && onTouched && detail > 0) setTimeout(onTouched);
  };
  return (
    <div class="rows">
      {options.map(({ code, label }, at) => (
        <label key={code} class="choice" onClick={touched}>
          <input
            id={at === 0 ? id : `${id}-${code}`}
            type={many ? 'checkbox' : 'radio'}
            name={id}
            value={code}
            checked={chosen.includes(code)}
            aria-describedby={at === 0 ? describedBy : undefined}
            onChange={() => choose(code)}
          />
          <span>
            <Text>{label}</Text>
          </span>
        </label>
      ))}
    </div>
  );
}

/** What is chosen, and a sheet with all options; the search understands every language, whichever is shown. */
function Searched(props: ListProps) {
  const { id, options, chosen, many, describedBy, sitting, pointer } = props;
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const spoken = useMemo(() => (open ? spokenOf(props) : new Map<string, string>()), [open, options]);
  const words = search.trim().toLowerCase();
  const found = options.filter(({ code, label }) => code.startsWith(words) || (spoken.get(code) ?? label.toLowerCase()).includes(words));
  const shown = options.filter(({ code }) => chosen.includes(code));
  const close = () => {
    setOpen(false);
    setSearch('');
  };
  return (
    <>
      <button id={id} type="button" class="button picked" aria-haspopup="dialog" aria-describedby={describedBy} onClick={() => setOpen(true)}>
        <span class={shown.length === 0 ? 'quiet' : 'chosen'}>
          {shown.length === 0 ? <Say word={many ? 'choice.choose-many' : 'choice.choose'} /> : <Text>{shown.map(({ label }) => label).join('、')}</Text>}
        </span>
        <Icon name="down" />
      </button>
      <dialog ref={dialog} class="sheet-dialog" aria-labelledby={`${id}-head`} onClose={close}>
        <header>
          <h2 id={`${id}-head`}>
            <Text>{sitting.interview.text(pointer, language.value)}</Text>
          </h2>
          <button type="button" class="button main" onClick={close}>
            <Say word={many ? 'choice.done' : 'common.close'} />
          </button>
        </header>
        {open && (
          <>
            <div class="field search">
              <label for={`${id}-search`}>
                <Say word="common.search" />
              </label>
              <input id={`${id}-search`} class="input" type="search" autocomplete="off" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
            </div>
            {found.length === 0 && (
              <p class="empty">
                <Say word="common.none-found" />
              </p>
            )}
            <Rows {...props} id={`${id}-list`} options={found.slice(0, MOST_SHOWN)} onTouched={close} />
            {found.length > MOST_SHOWN && (
              <p class="quiet more" role="status">
                <Say word="choice.more" values={{ n: found.length - MOST_SHOWN }} />
              </p>
            )}
          </>
        )}
      </dialog>
    </>
  );
}

export function YesNoInput({ sitting, pointer, id, describedBy }: InputProps) {
  const value = sitting.interview.entered(pointer);
  return (
    <div class="rows two">
      {[true, false].map((each) => (
        <label key={String(each)} class="choice">
          <input
            id={each ? id : `${id}-no`}
            type="radio"
            name={id}
            checked={value === each}
            aria-describedby={each ? describedBy : undefined}
            onChange={() => sitting.enter(pointer, each)}
          />
          <span>
            <Say word={each ? 'question.yes' : 'question.no'} />
          </span>
        </label>
      ))}
    </div>
  );
}

/** What each option is called in any language, in small letters. */
function spokenOf({ sitting, pointer }: InputProps): ReadonlyMap<string, string> {
  const spoken = new Map<string, string>();
  for (const each of LANGUAGES) {
    for (const { code, label } of sitting.interview.offered(pointer, each)) {
      spoken.set(code, `${spoken.get(code) ?? ''}\n${label.toLowerCase()}`);
    }
  }
  return spoken;
}

function chosenOf(entered: Json | undefined): readonly string[] {
  return [entered ?? []].flat().filter((code) => typeof code === 'string' || typeof code === 'number').map(String);
}

/** Codes in the order of the form, however they were touched; none at all is no answer. */
function toggled(options: readonly Option[], chosen: readonly string[], code: string): Json | undefined {
  const next = chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code];
  const known = new Map(options.map((option, at) => [option.code, at]));
  const sorted = [...next].sort((a, b) => (known.get(a) ?? -1) - (known.get(b) ?? -1));
  return sorted.length === 0 ? undefined : sorted;
}
