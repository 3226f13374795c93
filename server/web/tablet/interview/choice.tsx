import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../app/icons';
import { language, LANGUAGES } from '../../app/language';
import { Say, Text } from '../../app/parts';
import type { Json, Option } from '../../runtime';
import type { InputProps } from './question';

const ROWS = 7;

/** One or many codes: whole rows to touch, or, where they are more than a hand can see, a list to search. */
export function ChoiceInput(props: InputProps & { readonly many: boolean }) {
  const options = props.sitting.form.options(props.question.path, language.value);
  const chosen = chosenOf(props.sitting.interview.entered(props.pointer));
  return options.length <= ROWS ? <Rows {...props} options={options} chosen={chosen} /> : <Searched {...props} options={options} chosen={chosen} />;
}

type ListProps = InputProps & { readonly many: boolean; readonly options: readonly Option[]; readonly chosen: readonly string[] };

/** `onTouched`: a finger has chosen one of one. Arrow keys also choose on their way, and must not end there. */
function Rows({ sitting, pointer, id, many, options, chosen, describedBy, onTouched }: ListProps & { readonly onTouched?: () => void }) {
  const choose = (code: string) => sitting.enter(pointer, many ? toggled(options, chosen, code) : code);
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
  const { id, options, chosen, many, describedBy, sitting, question } = props;
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const words = search.trim().toLowerCase();
  const spoken = LANGUAGES.map((each) => sitting.form.options(question.path, each));
  const found = options.filter(({ code }, at) => code.startsWith(words) || spoken.some((labels) => labels[at]!.label.toLowerCase().includes(words)));
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
            <Text>{sitting.form.label(question.path, language.value)}</Text>
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
            <Rows {...props} id={`${id}-list`} options={found} onTouched={close} />
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

function chosenOf(entered: Json | undefined): readonly string[] {
  return [entered ?? []].flat().filter((code): code is string => typeof code === 'string');
}

/** Codes in the order of the form, however they were touched; none at all is no answer. */
function toggled(options: readonly Option[], chosen: readonly string[], code: string): Json | undefined {
  const next = chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code];
  const known = new Map(options.map((option, at) => [option.code, at]));
  const sorted = [...next].sort((a, b) => (known.get(a) ?? -1) - (known.get(b) ?? -1));
  return sorted.length === 0 ? undefined : sorted;
}
