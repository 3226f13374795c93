import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../app/icons';
import { language } from '../../app/language';
import { Say, Text } from '../../app/parts';
import { goTo, placeOf } from './moves';
import type { Sitting } from './sitting';
import type { Tally } from './board';

export const FINISH = 'finish';

/** Done, open and failing, in words and numbers. */
export function TallyWords({ tally }: { readonly tally: Tally }) {
  return (
    <span class="tally">
      {tally.failing > 0 && (
        <span class="danger">
          <Icon name="stop" />
          <Say word="tally.failing" values={{ n: tally.failing }} />
        </span>
      )}
      {tally.asked === 0 && tally.failing === 0 ? (
        <span>
          <Say word="tally.nothing" />
        </span>
      ) : tally.open > 0 ? (
        <span class="open">
          <Say word="tally.open" values={{ n: tally.open }} />
        </span>
      ) : (
        tally.failing === 0 && (
          <span class="success">
            <Icon name="check" />
            <Say word="tally.complete" />
          </span>
        )
      )}
      {tally.asked > 0 && (
        <span class="done number">
          <Say word="tally.done" values={{ n: tally.done, of: tally.asked }} />
        </span>
      )}
    </span>
  );
}

/** All sections with where they stand; the last leads to the end of the interview. */
export function SectionList({ sitting, current, onChoose }: { readonly sitting: Sitting; readonly current: string; readonly onChoose?: () => void }) {
  const choose = (name: string) => {
    onChoose?.();
    goTo(name);
  };
  return (
    <ol class="section-list">
      {sitting.form.sections().map(({ name }) => (
        <li key={name}>
          <button type="button" aria-current={name === current ? 'step' : undefined} onClick={() => choose(name)}>
            <strong>
              <span class="letter">{name}</span> <Text>{sitting.form.sectionTitle(name, language.value)}</Text>
            </strong>
            <TallyWords tally={sitting.board.tallyOf(name).value} />
          </button>
        </li>
      ))}
      <li>
        <button type="button" aria-current={current === FINISH ? 'step' : undefined} onClick={() => choose(FINISH)}>
          <strong>
            <Icon name="check" /> <Say word="finish.head" />
          </strong>
        </button>
      </li>
    </ol>
  );
}

/** On a narrow screen: the section we are in, and the way to all others. */
export function SectionBar({ sitting }: { readonly sitting: Sitting }) {
  const current = placeOf(sitting).section;
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <div class="section-bar">
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="list" />
        <strong>
          {current === FINISH ? (
            <Say word="finish.head" />
          ) : (
            <>
              <span class="letter">{current}</span> <Text>{sitting.form.sectionTitle(current, language.value)}</Text>
            </>
          )}
        </strong>
        {current !== FINISH && <TallyWords tally={sitting.board.tallyOf(current).value} />}
        <Icon name="down" />
      </button>
      <dialog ref={dialog} class="sheet-dialog" aria-labelledby="sections-head" onClose={() => setOpen(false)}>
        <header>
          <h2 id="sections-head">
            <Say word="interview.sections" />
          </h2>
          <button type="button" class="button plain" onClick={() => setOpen(false)}>
            <Icon name="cross" />
            <Say word="common.close" />
          </button>
        </header>
        {open && <SectionList sitting={sitting} current={current} onChoose={() => setOpen(false)} />}
      </dialog>
    </div>
  );
}
