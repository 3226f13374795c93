import type { Form, Interview, Question, Section } from '../runtime/index';
import { language, say } from '../app/language';
import { Say, Text } from '../app/parts';
import { anchorOf, type Found, foundAt, FindingText } from './findings';
import { Identifier } from './identifier';
import { type Marks, MOST_MARKED } from './marks';
import { patternOf, questionsIn, rowPlaceOf, type RowPlace } from '../runtime/places';
import type { Submission } from './server';
import { Answer } from './value';

interface Reading {
  readonly form: Form;
  readonly interview: Interview;
  readonly found: readonly Found[];
  readonly submission: Submission;
  /** Only what was answered, as where a part is shown out of its interview. */
  readonly plain?: boolean;
  /** Where answers may be marked, to be corrected. */
  readonly marks?: Marks;
}

/** One section of the answers; a roster has a part for each of its rows. */
export function SectionAnswers({ section, ...reading }: Reading & { readonly section: Section }) {
  const title = `section-${section.name}`;
  return (
    <section class="answers stack" aria-labelledby={title}>
      <h2 id={title}>
        <span class="quiet">{section.name}</span> <Text>{reading.form.sectionTitle(section.name, language.value)}</Text>
      </h2>
      {section.roster === undefined ? <Answers pointers={section.questions} {...reading} /> : <Rows roster={section.roster} {...reading} />}
    </section>
  );
}

function Rows({ roster, ...reading }: Reading & { readonly roster: string }) {
  const rows = reading.interview.rows(roster);
  if (rows === 0) {
    return (
      <p class="quiet">
        <Say word="submission.no-rows" />
      </p>
    );
  }
  return (
    <>
      {Array.from({ length: rows }, (_, index) => (
        <Row key={index} row={rowPlaceOf(`${roster}/${index}`)!} {...reading} />
      ))}
    </>
  );
}

function Row({ row, ...reading }: Reading & { readonly row: RowPlace }) {
  const own = reading.found.filter(({ pointer, refers }) => [pointer, ...refers].some((at) => `${at}/`.startsWith(`${row.pointer}/`)));
  return (
    <details class="roster-row" open={own.length > 0 || row.index < 1}>
      <summary>
        <strong class="number">{row.index + 1}</strong> <Text>{titleOf(reading, row)}</Text>
        {own.length > 0 && (
          <span class={own.some(({ hard }) => hard) ? 'badge hard' : 'badge soft'}>
            <Say word="findings.head" values={{ n: own.length }} />
          </span>
        )}
      </summary>
      <Answers pointers={questionsIn(reading.form, row)} {...reading} />
    </details>
  );
}

/** A row is named by the name of its person, masked or not; else by nothing. */
function titleOf({ form, interview }: Reading, row: RowPlace): string {
  const name = questionsIn(form, row).find((pointer) => form.question(patternOf(pointer))?.hints.identifier === 'name');
  const value = name && interview.entered(name);
  return typeof value === 'string' ? value : '';
}

/** A roster among other questions, as the jobs of a member are. */
function Within({ roster, ...reading }: Reading & { readonly roster: string }) {
  if (reading.interview.rows(roster) === 0 || !reading.interview.relevant(roster)) return null;
  return (
    <section class="answers within stack">
      <h3>
        <Text>{reading.form.label(patternOf(roster), language.value)}</Text>
      </h3>
      <Rows roster={roster} {...reading} />
    </section>
  );
}

/** Questions with their answers, rosters among them last. */
export function Answers({ pointers, ...reading }: Reading & { readonly pointers: readonly string[] }) {
  const asked = pointers.flatMap((pointer) => {
    const question = reading.form.question(patternOf(pointer));
    return question ? [{ pointer, question }] : [];
  });
  return (
    <>
      <dl class="answer-list">
        {asked.filter(({ question }) => question.kind !== 'roster').map(({ pointer, question }) => (
          <OneAnswer key={pointer} question={question} pointer={pointer} {...reading} />
        ))}
      </dl>
      {asked.filter(({ question }) => question.kind === 'roster').map(({ pointer }) => (
        <Within key={pointer} roster={pointer} {...reading} />
      ))}
    </>
  );
}

/** A question with its answer, or with why it has none; what was rightly not asked is left out. */
function OneAnswer({ question, pointer, ...reading }: Reading & { readonly question: Question; readonly pointer: string }) {
  const { form, interview, found, submission } = reading;
  const stored = interview.entered(pointer) ?? null;
  const reason = submission.missing[pointer];
  const findings = foundAt(found, pointer);
  const expected = !reading.plain && interview.relevant(pointer) && interview.required(pointer);
  if (stored === null && reason === undefined && !expected && findings.length === 0) return null;
  return (
    <div id={anchorOf(pointer)} tabIndex={-1} class={findings.length > 0 ? 'answer odd' : 'answer'}>
      <dt>
        <Text>{interview.text(pointer, language.value)}</Text>
      </dt>
      <dd>
        {stored === null ? (
          <span class="quiet">{reason === undefined ? <Say word="submission.not-answered" /> : <Reason reason={reason} />}</span>
        ) : question.hints.identifier ? (
          <Identifier pointer={pointer} masked={stored} question={question} submission={submission} label={form.label(question.path, language.value)} />
        ) : (
          <Answer form={form} question={question} value={stored} revision={submission.revisions.at(-1)} />
        )}
        {reading.marks && isAsked(question) && <Mark marks={reading.marks} pointer={pointer} label={form.label(question.path, language.value)} />}
        {findings.map((one) => (
          <FindingText key={`${one.check} ${one.pointer}`} form={form} found={one} />
        ))}
      </dd>
    </div>
  );
}

const FILLED_IN = new Set(['hidden', 'line-number', 'start-time', 'end-time', 'today']);

/** Whether somebody answers it; the others fill themselves in. */
function isAsked({ calculated, hints }: Question): boolean {
  return !calculated && !hints.readonly && !FILLED_IN.has(hints.widget ?? '');
}

function Mark({ marks: { marked, toggle }, pointer, label }: { readonly marks: Marks; readonly pointer: string; readonly label: string }) {
  const chosen = marked.includes(pointer);
  return (
    <label class="check mark">
      <input type="checkbox" checked={chosen} disabled={!chosen && marked.length >= MOST_MARKED} onChange={() => toggle(pointer)} aria-label={say('review.mark-of', { label })} />
      <span>
        <Say word="review.mark" />
      </span>
    </label>
  );
}

function Reason({ reason }: { readonly reason: string }) {
  return reason === 'dont-know' || reason === 'refused' ? <>{say(`reason.${reason}`)}</> : <>{reason}</>;
}
