import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../app/icons';
import { isWord, language, say } from '../../app/language';
import { Say, Text } from '../../app/parts';
import type { Json, Question } from '../../runtime';
import type { Note } from './board';
import { goTo, idOf } from './moves';
import { patternOf, rowsAround } from '../../runtime/places';
import type { Sitting } from './sitting';

/**
 * What is to say about one answer. While it is being typed, its shape is not yet judged. A note that goes leaves its space
 * behind, so that nothing moves under the finger.
 */
export function NoteList(props: { readonly sitting: Sitting; readonly pointer: string; readonly id: string; readonly notes: readonly Note[] }) {
  const { sitting, pointer, id } = props;
  const notes = props.notes.filter((note) => note.kind === 'check' || !sitting.isQuiet(pointer));
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const { style, offsetHeight } = list.current!;
    if (notes.length > 0) style.minHeight = `${offsetHeight}px`;
  });
  return (
    <ul class="notes" id={id} ref={list}>
      {notes.map((note) => (
        <li key={keyOf(note)}>
          <NoteText sitting={sitting} note={note} />
          {note.kind === 'check' && note.finding.severity === 'soft' && sitting.board.isAnchor(note, pointer) && (
            <Reason sitting={sitting} note={note} at={pointer} />
          )}
        </li>
      ))}
    </ul>
  );
}

export function keyOf(note: Note): string {
  return note.kind === 'check' ? note.key : `${note.keyword}@${note.pointer}`;
}

export function NoteText({ sitting, note }: { readonly sitting: Sitting; readonly note: Note }) {
  const settled = !sitting.board.stands(note);
  const hard = note.kind === 'misfit' || note.finding.severity === 'hard';
  const tone = hard ? 'danger' : settled ? 'quiet' : 'caution';
  return (
    <p class={`note ${tone}`}>
      <Icon name={hard ? 'stop' : settled ? 'check' : 'caution'} />
      <span>
        <strong>
          <Say word={hard ? 'note.correct' : settled ? 'note.explained' : 'note.explain'} />
        </strong>{' '}
        <Text>{messageOf(sitting, note)}</Text>
      </span>
    </p>
  );
}

/** Why a soft check may stand. */
export function Reason({ sitting, note, at }: { readonly sitting: Sitting; readonly note: Extract<Note, { kind: 'check' }>; readonly at: string }) {
  const id = `${idOf(at)}-reason-${note.key.replace(/[^\w-]/g, '-')}`;
  return (
    <div class="field reason">
      <label for={id}>
        <Say word="note.reason" />
      </label>
      <textarea id={id} class="input" rows={2} maxLength={500} value={sitting.board.reason(note.key)} onInput={(event) => sitting.explain(note.key, event.currentTarget.value)} />
    </div>
  );
}

/** At the end of a section: what in it still stands in the way, each with the way to it. */
export function OpenList({ sitting, group }: { readonly sitting: Sitting; readonly group: string }) {
  const { open, asked } = sitting.board.tallyOf(group).value;
  const notes = sitting.board.all.value.filter((note) => sitting.board.stands(note) && sitting.board.isIn(note, group));
  if (notes.length === 0 && asked === 0) {
    return (
      <p class="empty">
        <Say word="section.nothing" />
      </p>
    );
  }
  if (notes.length === 0 && open === 0) {
    return (
      <p class="complete success">
        <Icon name="check" />
        <Say word="section.complete" />
      </p>
    );
  }
  return (
    <section class="open-list" aria-labelledby="open-head">
      <h2 id="open-head">
        <Say word="section.open" />
      </h2>
      <ul>
        {notes.map((note) => (
          <li key={keyOf(note)}>
            <NoteText sitting={sitting} note={note} />
            <Places sitting={sitting} note={note} />
          </li>
        ))}
        {open > 0 && (
          <li>
            <Say word="section.unanswered" values={{ n: open }} />
            <UnansweredLinks sitting={sitting} group={group} />
          </li>
        )}
      </ul>
    </section>
  );
}

const SHOWN_LINKS = 8;

/** The first open questions of a group, or of the whole interview. */
export function UnansweredLinks({ sitting, group }: { readonly sitting: Sitting; readonly group?: string }) {
  const open = sitting.board.openPointers(group);
  return (
    <ul class="places">
      {open.slice(0, SHOWN_LINKS).map((pointer) => (
        <li key={pointer}>
          <PlaceLink sitting={sitting} pointer={pointer} />
        </li>
      ))}
      {open.length > SHOWN_LINKS && (
        <li class="quiet">
          <Say word="section.more" values={{ n: open.length - SHOWN_LINKS }} />
        </li>
      )}
    </ul>
  );
}

export function Places({ sitting, note }: { readonly sitting: Sitting; readonly note: Note }) {
  const places = note.kind === 'misfit' ? [note.pointer] : note.places;
  return <PlaceList sitting={sitting} pointers={places} />;
}

/** Whatever the pointers name, each with the way to it. */
export function PlaceList({ sitting, pointers }: { readonly sitting: Sitting; readonly pointers: readonly string[] }) {
  return (
    <ul class="places">
      {pointers.map((pointer) => (
        <li key={pointer}>
          <PlaceLink sitting={sitting} pointer={pointer} />
        </li>
      ))}
    </ul>
  );
}

/** Leads to a question, in whatever section and row it is. */
function PlaceLink({ sitting, pointer }: { readonly sitting: Sitting; readonly pointer: string }) {
  const { section, at } = sitting.board.whereIs(pointer);
  const label = labelAt(sitting, pointer);
  const rows = rowsAround(sitting.form, pointer);
  const follow = () => {
    goTo(section, at);
    requestAnimationFrame(() => requestAnimationFrame(() => showQuestion(pointer)));
  };
  return (
    <button type="button" class="link" onClick={follow}>
      <Text>{rows.length === 0 ? label : say('unit.in-row', { label, n: rows.map(({ index }) => index + 1).join('-') })}</Text>
    </button>
  );
}

/** Text of a question, of a row that of its roster, of one of several codes that of their question. */
function labelAt(sitting: Sitting, pointer: string): string {
  const asked = sitting.form.question(patternOf(pointer)) ? pointer : pointer.slice(0, pointer.lastIndexOf('/'));
  return sitting.form.question(patternOf(asked)) ? sitting.interview.text(asked, language.value) : pointer;
}

function showQuestion(pointer: string): void {
  const id = idOf(pointer);
  document.getElementById(`${id}-question`)?.scrollIntoView({ block: 'center' });
  const input = document.getElementById(id) ?? document.querySelector<HTMLElement>(`#${CSS.escape(`${id}-question`)} :is(input, button)`);
  input?.focus({ preventScroll: true });
}

/** What the engine finds itself. */
const OWN = { 'broken-check': 'note.broken', 'not-offered': 'note.not-offered', 'row-count': 'note.row-count' } as const;

function messageOf(sitting: Sitting, note: Note): string {
  if (note.kind === 'check') {
    if (note.finding.check in OWN) return say(OWN[note.finding.check as keyof typeof OWN]);
    return sitting.form.checkMessage(note.finding.check, language.value);
  }
  const question = sitting.form.question(patternOf(note.pointer.replace(/\/\d+$/, ''))) ?? sitting.form.question(patternOf(note.pointer));
  const text = note.keyword === 'unreadable' ? unreadableWords(question) : misfitWords(note.keyword, question);
  const known = sitting.form.question(patternOf(note.pointer));
  return known ? text : `${note.pointer}: ${text}`;
}

function unreadableWords(question: Question | undefined): string {
  return say(question?.kind === 'date' ? 'misfit.date' : 'misfit.number');
}

function misfitWords(keyword: string, question: Question | undefined): string {
  if (keyword === 'type' && question?.schema['type'] === 'integer') return say('misfit.integer');
  const key = `misfit.${keyword}`;
  return isWord(key) ? say(key, { limit: String((question?.schema[keyword] as Json | undefined) ?? '') }) : say('misfit.other');
}
