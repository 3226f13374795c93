import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../app/icons';
import { language, say } from '../../app/language';
import { PageHead, Say, Text } from '../../app/parts';
import type { Question, Section } from '../../runtime';
import type { Note } from './board';
import { goTo, idOf } from './moves';
import { NoteList, OpenList } from './notes';
import { wordsAt } from './question';
import { patternOf, questionsIn, rowAround, rowPlaceOf, type RowPlace } from '../../runtime/places';
import { Questions, Steps } from './section';
import { TallyWords } from './sections';
import type { Sitting } from './sitting';

const DETAILS = 4;

/** A section that is a roster: who is in, how far each is, add, open, remove. */
export function RosterPage({ sitting, section }: { readonly sitting: Sitting; readonly section: Section }) {
  return (
    <main class="page stack interview-page" data-section={section.name}>
      <PageHead>
        <Text>{sitting.form.sectionTitle(section.name, language.value)}</Text>
      </PageHead>
      <Rows sitting={sitting} roster={section.roster!} />
      <OpenList sitting={sitting} group={section.name} />
      <Steps sitting={sitting} section={section.name} />
    </main>
  );
}

/** A roster among other questions, as the jobs of a member are. */
export function RosterCard({ sitting, roster }: { readonly sitting: Sitting; readonly roster: string }) {
  const id = idOf(roster);
  const hint = sitting.interview.hint(roster, language.value);
  return (
    <section class="question roster" id={`${id}-question`} aria-labelledby={`${id}-label`}>
      <h2 class="label" id={`${id}-label`}>
        <Text>{sitting.interview.text(roster, language.value)}</Text>
      </h2>
      {hint && (
        <p class="hint quiet">
          <Text>{hint}</Text>
        </p>
      )}
      <Rows sitting={sitting} roster={roster} />
    </section>
  );
}

/** The rows of a roster; where their number follows from an answer, they come and go by themselves. */
function Rows({ sitting, roster }: { readonly sitting: Sitting; readonly roster: string }) {
  const tick = sitting.at(roster).value;
  const rows = sitting.interview.rows(roster);
  const question = sitting.form.question(patternOf(roster))!;
  const what = sitting.interview.text(roster, language.value);
  const notes = sitting.board.notesAt(roster).value;
  const { section } = sitting.board.whereIs(roster);
  const full = rows >= question.maxRows;
  const counted = question.hints.rows !== undefined && !notes.some(isMiscounted);
  const add = () => {
    const row = sitting.addRow(roster);
    if (row >= 0) goTo(section, `${roster}/${row}`);
  };
  return (
    <>
      {notes.length > 0 && <NoteList sitting={sitting} pointer={roster} id={`${idOf(roster)}-notes`} notes={notes} />}
      {rows === 0 ? (
        <div class="empty">
          <Say word={counted ? 'roster.empty-counted' : 'roster.empty'} values={{ what }} />
        </div>
      ) : (
        <ol class="row-list">
          {Array.from({ length: rows }, (_, index) => (
            <RowCard key={index} sitting={sitting} section={section} row={rowPlaceOf(`${roster}/${index}`)!} fixed={counted} tick={tick} />
          ))}
        </ol>
      )}
      {!counted && (
        <button type="button" class="button wide" id={idOf(roster)} disabled={full} onClick={add}>
          <Icon name="plus" />
          <Say word={full ? 'roster.full' : 'roster.add'} values={{ what, n: rows }} />
        </button>
      )}
    </>
  );
}

function isMiscounted(note: Note): boolean {
  return note.kind === 'check' && note.finding.check === 'row-count';
}

interface RowCardProps {
  readonly sitting: Sitting;
  readonly section: string;
  readonly row: RowPlace;
  /** Whether it may not be removed by hand. */
  readonly fixed: boolean;
  readonly tick: number;
}

function RowCard({ sitting, section, row, fixed }: RowCardProps) {
  const { pointer, roster, index } = row;
  const confirm = useRef<HTMLDialogElement>(null);
  const { title, details } = summaryOf(sitting, row);
  return (
    <li>
      <button type="button" class="row-card" onClick={() => goTo(section, pointer)}>
        <span class="line-number number">{lineOf(sitting, row)}</span>
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
      {!fixed && (
        <button type="button" class="button plain danger" onClick={() => confirm.current?.showModal()}>
          <Icon name="bin" />
          <Say word="roster.remove" />
          <span class="only-heard">
            <Text>{title}</Text>
          </span>
        </button>
      )}
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
              sitting.removeRow(roster, index);
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

/** One row of a roster with its questions and the rosters within it, the way back and the way to the next. */
export function RowPage({ sitting, section, row }: { readonly sitting: Sitting; readonly section: Section; readonly row: RowPlace }) {
  const { pointer, roster, index } = row;
  sitting.at(roster).value;
  const pointers = questionsIn(sitting.form, row);
  for (const each of pointers.slice(0, DETAILS)) sitting.at(each).value;
  return (
    <main class="page stack interview-page" data-section={section.name} data-row={pointer}>
      <Back sitting={sitting} section={section} row={row} />
      <PageHead>
        <span class="number">{lineOf(sitting, row)}</span> <Text>{summaryOf(sitting, row).title}</Text>
      </PageHead>
      <Questions sitting={sitting} pointers={pointers} />
      <OpenList sitting={sitting} group={pointer} />
      <nav class="steps">
        {(index > 0 || sitting.interview.rows(roster) > 1) && (
          <button type="button" class="button" onClick={() => goTo(section.name, index > 0 ? `${roster}/${index - 1}` : outside(sitting, row))}>
            <Icon name="back" />
            <Say word={index > 0 ? 'roster.before' : 'roster.list'} />
          </button>
        )}
        <Onwards sitting={sitting} section={section} row={row} />
      </nav>
    </main>
  );
}

/** The row a row lies in; undefined where that is the section. */
function outside(sitting: Sitting, { roster }: RowPlace): string | undefined {
  return rowAround(sitting.form, roster);
}

/** To the list the row is in, by the names of what it lies in. */
function Back({ sitting, section, row }: { readonly sitting: Sitting; readonly section: Section; readonly row: RowPlace }) {
  const around = outside(sitting, row);
  const list = section.roster === row.roster ? sitting.form.sectionTitle(section.name, language.value) : sitting.interview.text(row.roster, language.value);
  const what = around === undefined ? list : `${summaryOf(sitting, rowPlaceOf(around)!).title} · ${list}`;
  return (
    <p>
      <button type="button" class="button plain back" onClick={() => goTo(section.name, around)}>
        <Icon name="back" />
        <Say word="roster.back" values={{ what, n: sitting.interview.rows(row.roster) }} />
      </button>
    </p>
  );
}

function Onwards({ sitting, section, row }: { readonly sitting: Sitting; readonly section: Section; readonly row: RowPlace }) {
  const { roster, index } = row;
  const [adding, setAdding] = useState(false);
  const rows = sitting.interview.rows(roster);
  const question = sitting.form.question(patternOf(roster))!;
  const add = () => {
    setAdding(true);
    const next = sitting.addRow(roster);
    setAdding(false);
    if (next >= 0) goTo(section.name, `${roster}/${next}`);
  };
  if (index + 1 < rows) {
    return (
      <button type="button" class="button main" onClick={() => goTo(section.name, `${roster}/${index + 1}`)}>
        <Say word="roster.next" />
        <Icon name="next" />
      </button>
    );
  }
  return (
    <>
      {question.hints.rows === undefined && (
        <button type="button" class="button" disabled={adding || rows >= question.maxRows} onClick={add}>
          <Icon name="plus" />
          <Say word="roster.another" />
        </button>
      )}
      <button type="button" class="button main" onClick={() => goTo(section.name, outside(sitting, row))}>
        <Say word="roster.list" />
        <Icon name="next" />
      </button>
    </>
  );
}

/** A row in a line: its first text, then what is short and telling. */
function summaryOf(sitting: Sitting, row: RowPlace): { readonly title: string; readonly details: readonly string[] } {
  const answered = questionsIn(sitting.form, row).flatMap((pointer) => {
    const question = sitting.form.question(patternOf(pointer));
    if (!question || question.kind === 'roster') return [];
    const value = sitting.interview.value(pointer);
    return value === undefined ? [] : [{ question, words: wordsAt(sitting, pointer, question, value) }];
  });
  const title = answered.find(({ question }) => question.kind === 'text' && (question.hints.widget ?? 'text') === 'text');
  const details = answered.filter(({ question }) => isTelling(question)).slice(0, DETAILS);
  return { title: title?.words ?? say('roster.unnamed'), details: details.map(({ words }) => words) };
}

function isTelling({ kind, calculated, hints }: Question): boolean {
  return hints.widget !== 'hidden' && (kind === 'code' || hints.choose !== undefined || (calculated && kind === 'number'));
}

function lineOf(sitting: Sitting, row: RowPlace): number {
  const line = questionsIn(sitting.form, row).find((pointer) => sitting.form.question(patternOf(pointer))?.hints.widget === 'line-number');
  const value = line && sitting.interview.value(line);
  return typeof value === 'number' ? value : row.index + 1;
}
