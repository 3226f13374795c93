import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../app/icons';
import { language, say } from '../../app/language';
import { PageHead, Say, Text } from '../../app/parts';
import type { Question, Section } from '../../runtime';
import { goTo, idOf } from './moves';
import { NoteList, OpenList } from './notes';
import { wordsOf } from './question';
import { Questions, Steps } from './section';
import { TallyWords } from './sections';
import type { Sitting } from './sitting';

const DETAILS = 4;

/** The rows of a roster: who is in, how far each is, add, open, remove. */
export function RosterPage({ sitting, section }: { readonly sitting: Sitting; readonly section: Section }) {
  const roster = section.roster!;
  const tick = sitting.at(roster).value;
  const rows = sitting.interview.rows(roster);
  const what = sitting.form.label(roster, language.value);
  const notes = sitting.board.notesAt(roster).value;
  const full = rows >= (sitting.form.question(roster)?.maxRows ?? Infinity);
  const add = () => {
    const row = sitting.addRow(roster);
    if (row >= 0) goTo(section.name, row);
  };
  return (
    <main class="page stack interview-page" data-section={section.name}>
      <PageHead>
        <Text>{sitting.form.sectionTitle(section.name, language.value)}</Text>
      </PageHead>
      {notes.length > 0 && <NoteList sitting={sitting} pointer={roster} id={`${idOf(roster)}-notes`} notes={notes} />}
      {rows === 0 ? (
        <div class="empty">
          <Say word="roster.empty" values={{ what }} />
        </div>
      ) : (
        <ol class="row-list">
          {Array.from({ length: rows }, (_, row) => (
            <RowCard key={row} sitting={sitting} section={section} row={row} tick={tick} />
          ))}
        </ol>
      )}
      <button type="button" class="button wide" id={idOf(roster)} disabled={full} onClick={add}>
        <Icon name="plus" />
        <Say word={full ? 'roster.full' : 'roster.add'} values={{ what, n: rows }} />
      </button>
      <OpenList sitting={sitting} group={section.name} />
      <Steps sitting={sitting} section={section.name} />
    </main>
  );
}

function RowCard({ sitting, section, row }: { readonly sitting: Sitting; readonly section: Section; readonly row: number; readonly tick: number }) {
  const pointer = `${section.roster}/${row}`;
  const confirm = useRef<HTMLDialogElement>(null);
  const { title, details } = summaryOf(sitting, section, row);
  return (
    <li>
      <button type="button" class="row-card" onClick={() => goTo(section.name, row)}>
        <span class="line-number number">{lineOf(sitting, section, row)}</span>
        <span class="what">
          <strong>
            <Text>{title}</Text>
          </strong>
          <span class="quiet">
            <Text>{details.join(' · ')}</Text>
          </span>
          <TallyWords tally={sitting.board.tallyOf(pointer).value} />
        </span>
        <Icon name="next" />
      </button>
      <button type="button" class="button plain danger" onClick={() => confirm.current?.showModal()}>
        <Icon name="bin" />
        <Say word="roster.remove" />
        <span class="only-heard">
          <Text>{title}</Text>
        </span>
      </button>
      <dialog ref={confirm} class="confirm" aria-labelledby={`${idOf(pointer)}-confirm`}>
        <h2 id={`${idOf(pointer)}-confirm`}>
          <Say word="roster.confirm" values={{ title }} />
        </h2>
        <p>
          <Say word="roster.confirm.what" />
        </p>
        <div class="row">
          <button
            type="button"
            class="button danger"
            onClick={() => {
              confirm.current?.close();
              sitting.removeRow(section.roster!, row);
            }}
          >
            <Icon name="bin" />
            <Say word="roster.confirm.yes" />
          </button>
          <button type="button" class="button" onClick={() => confirm.current?.close()}>
            <Say word="common.cancel" />
          </button>
        </div>
      </dialog>
    </li>
  );
}

/** One row of a roster with its questions, and the way to the next. */
export function MemberPage({ sitting, section, row }: { readonly sitting: Sitting; readonly section: Section; readonly row: number }) {
  const roster = section.roster!;
  sitting.at(roster).value;
  const pointers = pointersOf(section, row);
  for (const pointer of pointers.slice(0, DETAILS)) sitting.at(pointer).value;
  const rows = sitting.interview.rows(roster);
  const [adding, setAdding] = useState(false);
  const add = () => {
    setAdding(true);
    const next = sitting.addRow(roster);
    setAdding(false);
    if (next >= 0) goTo(section.name, next);
  };
  return (
    <main class="page stack interview-page" data-section={section.name}>
      <p>
        <button type="button" class="button plain back" onClick={() => goTo(section.name)}>
          <Icon name="back" />
          <Say word="roster.back" values={{ what: sitting.form.sectionTitle(section.name, language.value), n: rows }} />
        </button>
      </p>
      <PageHead>
        <span class="number">{lineOf(sitting, section, row)}</span> <Text>{summaryOf(sitting, section, row).title}</Text>
      </PageHead>
      <Questions sitting={sitting} pointers={pointers} />
      <OpenList sitting={sitting} group={`${roster}/${row}`} />
      <nav class="steps">
        <button type="button" class="button" onClick={() => (row > 0 ? goTo(section.name, row - 1) : goTo(section.name))}>
          <Icon name="back" />
          <Say word={row > 0 ? 'roster.before' : 'roster.list'} />
        </button>
        {row + 1 < rows ? (
          <button type="button" class="button main" onClick={() => goTo(section.name, row + 1)}>
            <Say word="roster.next" />
            <Icon name="next" />
          </button>
        ) : (
          <>
            <button type="button" class="button" disabled={adding || rows >= (sitting.form.question(roster)?.maxRows ?? Infinity)} onClick={add}>
              <Icon name="plus" />
              <Say word="roster.another" />
            </button>
            <button type="button" class="button main" onClick={() => goTo(section.name)}>
              <Say word="roster.list" />
              <Icon name="next" />
            </button>
          </>
        )}
      </nav>
    </main>
  );
}

function pointersOf(section: Section, row: number): string[] {
  return section.questions.map((path) => path.replace(`${section.roster}/*`, `${section.roster}/${row}`));
}

/** A row in a line: its first text, then what is short and telling. */
function summaryOf(sitting: Sitting, section: Section, row: number): { readonly title: string; readonly details: readonly string[] } {
  const answered = pointersOf(section, row).flatMap((pointer) => {
    const question = sitting.form.question(pointer.replace(`${section.roster}/${row}`, `${section.roster}/*`));
    const value = sitting.interview.value(pointer);
    return question && value !== undefined ? [{ question, words: wordsOf(sitting.form, question, value) }] : [];
  });
  const title = answered.find(({ question }) => question.kind === 'text' && question.hints.widget === 'text');
  const details = answered.filter(({ question }) => isTelling(question)).slice(0, DETAILS);
  return { title: title?.words ?? say('roster.unnamed'), details: details.map(({ words }) => words) };
}

function isTelling({ kind, calculated, hints }: Question): boolean {
  return hints.widget !== 'hidden' && (kind === 'code' || (calculated && kind === 'number'));
}

function lineOf(sitting: Sitting, section: Section, row: number): number {
  const line = section.questions.find((path) => sitting.form.question(path)?.hints.widget === 'line-number');
  const value = line && sitting.interview.value(line.replace(`${section.roster}/*`, `${section.roster}/${row}`));
  return typeof value === 'number' ? value : row + 1;
}
