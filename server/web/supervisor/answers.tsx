import type { Form, Interview, Question, Section } from '../runtime/index';
import { language, say } from '../app/language';
import { Say, Text } from '../app/parts';
import { anchorOf, type Found, foundAt, FindingText } from './findings';
import { Identifier } from './identifier';
import type { Submission } from './server';
import { Answer } from './value';

interface Reading {
  readonly form: Form;
  readonly interview: Interview;
  readonly found: readonly Found[];
  readonly submission: Submission;
}

/** One section of the answers; a roster has a part for each of its rows. */
export function SectionAnswers({ section, ...reading }: Reading & { readonly section: Section }) {
  const { form, interview } = reading;
  const title = `section-${section.name}`;
  const rows = section.roster === undefined ? [] : Array.from({ length: interview.rows(section.roster) }, (_, row) => row);
  const body =
    section.roster === undefined ? (
      <Answers questions={section.questions.map((path) => [path, path] as const)} {...reading} />
    ) : (
      rows.map((row) => <Row key={row} row={row} section={section} {...reading} />)
    );
  return (
    <section class="answers stack" aria-labelledby={title}>
      <h2 id={title}>
        <span class="quiet">{section.name}</span> <Text>{form.sectionTitle(section.name, language.value)}</Text>
      </h2>
      {section.roster !== undefined && rows.length === 0 && (
        <p class="quiet">
          <Say word="submission.no-rows" />
        </p>
      )}
      {body}
    </section>
  );
}

function Row({ row, section, ...reading }: Reading & { readonly row: number; readonly section: Section }) {
  const roster = section.roster!;
  const here = `${roster}/${row}`;
  const own = reading.found.filter(({ pointer, refers }) => [pointer, ...refers].some((at) => `${at}/`.startsWith(`${here}/`)));
  return (
    <details class="roster-row" open={own.length > 0 || row < 1}>
      <summary>
        <strong class="number">{row + 1}</strong> <Text>{titleOf(reading, roster, row)}</Text>
        {own.length > 0 && (
          <span class={own.some(({ hard }) => hard) ? 'badge hard' : 'badge soft'}>
            <Say word="findings.head" values={{ n: own.length }} />
          </span>
        )}
      </summary>
      <Answers questions={section.questions.map((path) => [path, path.replace('/*/', `/${row}/`)] as const)} {...reading} />
    </details>
  );
}

/** A row is named by the name of its person, masked or not; else by nothing. */
function titleOf({ form, interview }: Reading, roster: string, row: number): string {
  const name = form.questions().find((question) => question.roster === roster && question.hints.identifier === 'name');
  const value = name && interview.entered(`${roster}/${row}/${name.name}`);
  return typeof value === 'string' ? value : '';
}

function Answers({ questions, ...reading }: Reading & { readonly questions: readonly (readonly [path: string, pointer: string])[] }) {
  return (
    <dl class="answer-list">
      {questions.map(([path, pointer]) => {
        const question = reading.form.question(path);
        return question && <OneAnswer key={pointer} question={question} pointer={pointer} {...reading} />;
      })}
    </dl>
  );
}

/** A question with its answer, or with why it has none; what was rightly not asked is left out. */
function OneAnswer({ question, pointer, ...reading }: Reading & { readonly question: Question; readonly pointer: string }) {
  const { form, interview, found, submission } = reading;
  const stored = interview.entered(pointer) ?? null;
  const reason = submission.missing[pointer];
  const findings = foundAt(found, pointer);
  const expected = interview.relevant(pointer) && interview.required(pointer);
  if (stored === null && reason === undefined && !expected && findings.length === 0) return null;
  return (
    <div id={anchorOf(pointer)} tabIndex={-1} class={findings.length > 0 ? 'answer odd' : 'answer'}>
      <dt>
        <Text>{form.label(question.path, language.value)}</Text>
      </dt>
      <dd>
        {stored === null ? (
          <span class="quiet">{reason === undefined ? <Say word="submission.not-answered" /> : <Reason reason={reason} />}</span>
        ) : question.hints.identifier ? (
          <Identifier pointer={pointer} masked={stored} question={question} submission={submission} label={form.label(question.path, language.value)} />
        ) : (
          <Answer form={form} question={question} value={stored} revision={submission.revisions.at(-1)} />
        )}
        {findings.map((one) => (
          <FindingText key={`${one.check} ${one.pointer}`} form={form} found={one} />
        ))}
      </dd>
    </div>
  );
}

function Reason({ reason }: { readonly reason: string }) {
  return reason === 'dont-know' || reason === 'refused' ? <>{say(`reason.${reason}`)}</> : <>{reason}</>;
}
