import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../app/icons';
import { Notice, PageHead, Say } from '../../app/parts';
import { go } from '../../app/router';
import type { Satchel } from '../satchel';
import type { Note } from './board';
import { keyOf, NoteText, PlaceList, Places, Reason, UnansweredLinks } from './notes';
import { QuestionCard } from './question';
import { Steps } from './section';
import { FINISH } from './sections';
import type { Sitting } from './sitting';

/** The end of an interview: its result, what must be corrected, what needs a reason, and the button. */
export function FinishPage({ satchel, sitting }: { readonly satchel: Satchel; readonly sitting: Sitting }) {
  const [state, setState] = useState<'ready' | 'not-yet' | 'working' | 'failed'>('ready');
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    sitting.stampEnd();
    sitting.board.refresh();
  }, []);
  const result = sitting.form.questions().find(({ hints }) => hints.codelist === 'CL_RESULT')?.path;
  if (result !== undefined) sitting.at(result).value;
  const resultOpen = result !== undefined && sitting.interview.state(result) === 'open';
  const notes = sitting.board.all.value;
  const hard = notes.filter((note) => note.kind === 'misfit' || note.finding.severity === 'hard');
  const soft = notes.filter((note): note is Extract<Note, { kind: 'check' }> => note.kind === 'check' && note.finding.severity === 'soft');
  const open = sitting.board.openPointers();
  const ready = !resultOpen && !notes.some((note) => sitting.board.stands(note));

  const finish = async () => {
    sitting.board.refresh();
    if (resultOpen || sitting.board.all.value.some((note) => sitting.board.stands(note))) {
      setState('not-yet');
      summary.current?.focus();
      return;
    }
    setState('working');
    try {
      await sitting.finish();
    } catch {
      return setState('failed');
    }
    void satchel.courier.go();
    go('/tablet?done=1', 'replace');
  };

  return (
    <main class="page stack interview-page" data-section={FINISH}>
      <PageHead>
        <Say word="finish.head" />
      </PageHead>
      <div ref={summary} tabIndex={-1} class="stack">
        {ready ? (
          <Notice tone="success">
            <Say word="finish.ready" />
          </Notice>
        ) : (
          <Notice tone={state === 'not-yet' ? 'danger' : 'caution'} live={state === 'not-yet'}>
            <strong>
              <Say word="finish.not-yet" />
            </strong>
            {resultOpen && <Say word="finish.no-result" />}
          </Notice>
        )}
      </div>
      {result !== undefined && <QuestionCard sitting={sitting} pointer={result} />}
      {sitting.toCorrect.length > 0 && (
        <section class="open-list">
          <h2>
            <Say word="finish.to-correct" values={{ n: sitting.toCorrect.length }} />
          </h2>
          <PlaceList sitting={sitting} pointers={sitting.toCorrect} />
        </section>
      )}
      {hard.length > 0 && (
        <section class="open-list">
          <h2>
            <Say word="finish.hard" values={{ n: hard.length }} />
          </h2>
          <ul>
            {hard.map((note) => (
              <li key={keyOf(note)}>
                <NoteText sitting={sitting} note={note} />
                <Places sitting={sitting} note={note} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {soft.length > 0 && (
        <section class="open-list">
          <h2>
            <Say word="finish.soft" values={{ n: soft.length }} />
          </h2>
          <ul>
            {soft.map((note) => (
              <li key={keyOf(note)}>
                <NoteText sitting={sitting} note={note} />
                <Places sitting={sitting} note={note} />
                <Reason sitting={sitting} note={note} at={`finish/${note.key}`} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {open.length > 0 && (
        <section class="open-list">
          <h2>
            <Say word="finish.open" values={{ n: open.length }} />
          </h2>
          <UnansweredLinks sitting={sitting} />
        </section>
      )}
      {state === 'failed' && (
        <Notice tone="danger" live>
          <Say word="finish.failed" />
        </Notice>
      )}
      <p class="quiet">
        <Say word="finish.what" />
      </p>
      <Steps sitting={sitting} section={FINISH}>
        <button type="button" class="button main" disabled={state === 'working'} onClick={() => void finish()}>
          <Icon name="check" />
          <Say word={state === 'working' ? 'finish.working' : 'finish.finish'} />
        </button>
      </Steps>
    </main>
  );
}
