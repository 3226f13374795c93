import type { ComponentChildren } from 'preact';
import { amount } from '../../app/format';
import { Icon } from '../../app/icons';
import { language, say, isWord } from '../../app/language';
import { Say, Text } from '../../app/parts';
import type { Form, Json, Question } from '../../runtime';
import { ChoiceInput, YesNoInput } from './choice';
import { DateInput } from './date';
import { MomentInput, NumberInput, TextInput } from './fields';
import { idOf } from './moves';
import { NoteList } from './notes';
import { PhotosInput } from './photos';
import { RosterCard } from './roster';
import { patternOf } from '../../runtime/places';
import { SignatureInput } from './signature';
import type { Sitting } from './sitting';
import './question.css';

interface Asking {
  readonly sitting: Sitting;
  readonly pointer: string;
  readonly question: Question;
  /** Grows with every change of the question: a component that reads signals draws itself anew only when a prop changes. */
  readonly tick: number;
}

/** What every kind of input needs to know about its question. */
export interface InputProps extends Asking {
  /** DOM id of the input; of the first where there are several. */
  readonly id: string;
  readonly describedBy: string;
  readonly invalid: boolean;
}

const HIDDEN = new Set(['hidden', 'line-number']);

/** One question: label, hint, input, what is to say about the answer, and other ways to answer. */
export function QuestionCard({ sitting, pointer }: { readonly sitting: Sitting; readonly pointer: string }) {
  const tick = sitting.at(pointer).value;
  const path = patternOf(pointer);
  const question = sitting.form.question(path);
  if (!question || HIDDEN.has(question.hints.widget ?? '') || !sitting.interview.relevant(pointer)) return null;
  if (question.kind === 'roster') return <RosterCard sitting={sitting} roster={pointer} />;
  const asking: Asking = { sitting, pointer, question, tick };
  return question.calculated || question.hints.readonly || isClock(question) ? <Shown {...asking} /> : <Asked {...asking} />;
}

function Asked(asking: Asking) {
  const { sitting, pointer, question } = asking;
  const id = idOf(pointer);
  const hint = sitting.interview.hint(pointer, language.value);
  const notes = sitting.board.notesAt(pointer).value;
  const props: InputProps = {
    ...asking,
    id,
    describedBy: `${hint ? `${id}-hint ` : ''}${id}-notes`,
    invalid: notes.some((note) => sitting.board.stands(note)),
  };
  const label = (
    <>
      <Text>{sitting.interview.text(pointer, language.value)}</Text>
      {!sitting.interview.required(pointer) && (
        <span class="optional quiet">
          <Say word="question.optional" />
        </span>
      )}
    </>
  );
  const rest = (
    <>
      {sitting.toCorrect.includes(pointer) && <ToCorrect />}
      {hint && (
        <p class="hint quiet" id={`${id}-hint`}>
          <Text>{hint}</Text>
        </p>
      )}
      <Input {...props} />
      <div class={`below ${hasTools(question) ? 'tall' : ''}`}>
        <NoteList sitting={sitting} pointer={pointer} id={`${id}-notes`} notes={notes} />
        <Tools {...asking} />
      </div>
    </>
  );
  return isGroup(question) ? <Group props={props} label={label} rest={rest} /> : <Single props={props} label={label} rest={rest} />;
}

function ToCorrect() {
  return (
    <p class="note danger">
      <Icon name="pencil" />
      <span>
        <Say word="unit.returned.field" />
      </span>
    </p>
  );
}

type Layout = { readonly props: InputProps; readonly label: ComponentChildren; readonly rest: ComponentChildren };

function Group({ props, label, rest }: Layout) {
  return (
    <fieldset class="question" id={`${props.id}-question`} aria-describedby={props.describedBy} {...whoseFocus(props)}>
      <legend>{label}</legend>
      {rest}
    </fieldset>
  );
}

function Single({ props, label, rest }: Layout) {
  return (
    <div class="question" id={`${props.id}-question`} {...whoseFocus(props)}>
      <label for={props.id}>{label}</label>
      {rest}
    </div>
  );
}

function whoseFocus({ sitting, pointer }: InputProps) {
  return {
    onFocusIn: () => sitting.focus(pointer),
    onFocusOut: () => sitting.blur(pointer),
  };
}

function Input(props: InputProps) {
  const { kind, hints } = props.question;
  if (hints.widget === 'photos') return <PhotosInput {...props} />;
  if (hints.widget === 'signature') return <SignatureInput {...props} />;
  if (kind === 'boolean') return <YesNoInput {...props} />;
  if (kind === 'code' || kind === 'codes' || hints.choose) return <ChoiceInput {...props} many={kind === 'codes'} />;
  if (kind === 'date') return <DateInput {...props} />;
  if (kind === 'number') return <NumberInput {...props} />;
  if (kind === 'datetime') return <MomentInput {...props} />;
  return <TextInput {...props} />;
}

function isGroup({ kind, hints, codes }: Question): boolean {
  if (hints.widget === 'photos' || hints.widget === 'signature') return true;
  return ['boolean', 'code', 'codes', 'date'].includes(kind) || codes.length > 0 || hints.choose !== undefined;
}

function isClock({ hints }: Question): boolean {
  return hints.widget === 'start-time' || hints.widget === 'end-time' || hints.widget === 'today';
}

/** Ways to answer without an answer, and to take a choice back. */
function Tools({ sitting, pointer, question }: Asking) {
  const given = sitting.interview.missing[pointer];
  const chosen = isGroup(question) && question.hints.widget !== 'photos' && sitting.interview.entered(pointer) !== undefined;
  if (!hasTools(question)) return null;
  return (
    <div class="tools">
      {(['dont-know', 'refused'] as const).filter((reason) => question.nonresponse.includes(reason)).map((reason) => (
        <button
          key={reason}
          type="button"
          class="button"
          aria-pressed={given === reason}
          onClick={() => sitting.giveMissing(pointer, given === reason ? undefined : reason)}
        >
          <Say word={`question.${reason}`} />
        </button>
      ))}
      {chosen && (
        <button type="button" class="button plain" onClick={() => sitting.enter(pointer, undefined)}>
          <Icon name="cross" />
          <Say word="question.clear" />
        </button>
      )}
    </div>
  );
}

function hasTools(question: Question): boolean {
  return question.nonresponse.length > 0 || (isGroup(question) && question.hints.widget !== 'photos');
}

/** What nobody types: calculated, from the register, from the clock, or only to be read out. */
function Shown({ sitting, pointer, question }: Asking) {
  const id = idOf(pointer);
  const hint = sitting.interview.hint(pointer, language.value);
  const notes = sitting.board.notesAt(pointer).value;
  const value = sitting.interview.value(pointer);
  return (
    <div class="question shown" id={`${id}-question`}>
      <p class="label">
        <Text>{sitting.interview.text(pointer, language.value)}</Text>
      </p>
      {hint && (
        <p class="hint quiet">
          <Text>{hint}</Text>
        </p>
      )}
      {!(isReadOut(question) && value === undefined) && (
        <output class="value number" id={id} tabIndex={-1}>
          {value === undefined ? <span class="quiet"><Say word="question.not-yet" /></span> : wordsAt(sitting, pointer, question, value)}
        </output>
      )}
      <div class="below">
        <NoteList sitting={sitting} pointer={pointer} id={`${id}-notes`} notes={notes} />
      </div>
    </div>
  );
}

/** A text for the enumerator: nothing fills it in. */
function isReadOut({ calculated, hints }: Question): boolean {
  return hints.readonly === true && !calculated && hints.prefill === undefined && !['start-time', 'end-time', 'today'].includes(hints.widget ?? '');
}

/** An answer in words; of a choice among rows, what the row is called. */
export function wordsAt(sitting: Sitting, pointer: string, question: Question, value: Json): string {
  if (!question.hints.choose) return wordsOf(sitting.form, question, value);
  const offered = sitting.interview.offered(pointer, language.value);
  return [value].flat().map((code) => offered.find((option) => option.code === String(code))?.label ?? String(code)).join('、');
}

/** An answer in words, for lists and for values that are only shown. */
export function wordsOf(form: Form, question: Question, value: Json): string {
  if (typeof value === 'number') return question.hints.widget === 'year' ? String(value) : amount(value, unitOf(question));
  if (typeof value === 'boolean') return say(value ? 'question.yes' : 'question.no');
  if (question.kind === 'datetime') return String(value).slice(0, 16).replace('T', ' ');
  if (question.codes.length === 0) return String(value);
  return [value].flat().map((code) => form.optionLabel(question.path, String(code), language.value)).join('、');
}

/** The unit of a number in the reader's language. */
export function unitOf({ hints }: Question): string {
  const key = `unit-of.${hints.unit ?? ''}`;
  return hints.unit === undefined ? '' : isWord(key) ? say(key) : hints.unit;
}
