import { useMemo } from 'preact/hooks';
import { moment } from '../app/format';
import { say } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { Notice, PageHead, Say, Text } from '../app/parts';
import { session } from '../app/session';
import type { Bundle } from '../runtime/index';
import { questionsIn, rowPlaceOf } from '../runtime/places';
import { address, submissionAddress } from './addresses';
import { Answers } from './answers';
import { topOf, topsOf, waysTo } from './area';
import { formOf, Severity, StateWord, useCodes } from './problems';
import { bundlePath } from './results';
import type { LedgerProblem, ProblemMove } from './server';
import { StepForm } from './step';
import { Ways } from './ways';

/** One problem: what was found, every step since, and the step that may be taken now. */
export function ProblemPage({ submission, line }: { readonly submission: string; readonly line: string }) {
  const path = `/api/problems/${submission}/${line}`;
  const loaded = useLoad<LedgerProblem>(path);
  return (
    <main class="desk stack">
      {loaded.body === undefined && (
        <PageHead>
          <Say word="problems.head" />
        </PageHead>
      )}
      <Loading of={loaded} lines={10}>
        {(problem) => (
          <>
            <Head problem={problem} />
            <div class="reading">
              <div class="stack">
                {problem.answers && <Found problem={problem} />}
                {problem.steps.length > 0 ? (
                  <StepForm key={problem.taken} path={`${path}/steps`} problem={problem} reload={loaded.reload} />
                ) : (
                  <Notice tone="info">
                    <Say word="problem.no-step" />
                  </Notice>
                )}
              </div>
              <aside class="stack" aria-label={say('problem.history')}>
                <h2>
                  <Say word="problem.history" />
                </h2>
                <ol class="moves stack">
                  <li>
                    <strong>
                      <Say word="problem.found" />
                    </strong>
                    <span class="quiet small number"> {moment(problem.openedAt)}</span>
                  </li>
                  {problem.moves.map((move) => (
                    <Move key={move.number} move={move} />
                  ))}
                </ol>
              </aside>
            </div>
          </>
        )}
      </Loading>
    </main>
  );
}

function Head({ problem }: { readonly problem: LedgerProblem }) {
  const words = useCodes(problem.form);
  const who = session.value;
  const tops = typeof who === 'object' ? topsOf(who) : [];
  return (
    <>
      <Ways ways={[...waysTo(problem.area, topOf(problem.area, tops)), problem.unit]} campaign={problem.campaign} tops={[]} />
      <header class="row page-top">
        <PageHead>
          <Text>{words('prob_item', problem.item)}</Text>
        </PageHead>
        <StateWord row={problem} />
      </header>
      <dl class="row beside">
        <div>
          <dt class="quiet small">
            <Say word="problems.domain" />
          </dt>
          <dd>
            <Text>{words('prob_domain', problem.domain)}</Text>
          </dd>
        </div>
        <div>
          <dt class="quiet small">
            <Say word="problems.severity" />
          </dt>
          <dd>
            <Severity code={problem.severity} />
          </dd>
        </div>
        <div>
          <dt class="quiet small">
            <Say word="problems.due" />
          </dt>
          <dd class={problem.overdue ? 'number danger' : 'number'}>{problem.due}</dd>
        </div>
      </dl>
      <p class="row">
        <a href={submissionAddress(problem.submission)}>
          <Say word="problem.to-submission" />
        </a>
        <a href={address('/supervisor/problems', { area: problem.area })}>
          <Say word="problem.to-list" />
        </a>
      </p>
    </>
  );
}

/** The row of the problem list, as it was told at the door. */
function Found({ problem }: { readonly problem: LedgerProblem }) {
  const bundle = useLoad<Bundle>(bundlePath(problem.form), 'once');
  return (
    <section class="answers stack" aria-labelledby="found">
      <h2 id="found">
        <Say word="problem.what" />
      </h2>
      <Loading of={bundle} lines={4}>
        {(body) => <FoundAnswers problem={problem} bundle={body} />}
      </Loading>
    </section>
  );
}

function FoundAnswers({ problem, bundle }: { readonly problem: LedgerProblem; readonly bundle: Bundle }) {
  const form = formOf(bundle);
  const roster = form.questions().find(({ hints }) => hints.opens === 'problem')?.path ?? '';
  const interview = useMemo(() => form.start({ answers: { [roster.slice(1)]: [problem.answers ?? {}] } }), [problem]);
  const row = rowPlaceOf(`${roster}/0`);
  if (!row || roster === '') return null;
  const whole = { submission: problem.submission, missing: {}, revisions: [] } as never;
  return <Answers pointers={questionsIn(form, row)} form={form} interview={interview} found={[]} submission={whole} plain />;
}

function Move({ move }: { readonly move: ProblemMove }) {
  const { said } = move;
  const words = ['department', 'person', 'measure', 'reason', 'note'].flatMap((name) => (typeof said[name] === 'string' ? [String(said[name])] : []));
  const days = ['due', 'done'].flatMap((name) => (typeof said[name] === 'string' ? [String(said[name])] : []));
  return (
    <li>
      <strong>
        <Say word={`step.${move.step}`} />
      </strong>
      <span class="quiet small number"> {moment(move.at)}</span>
      <p class="quiet small">{move.account}</p>
      {[...words, ...days].map((word) => (
        <p key={word}>
          <Text>{word}</Text>
        </p>
      ))}
      {Array.isArray(said['proofs']) && (
        <p class="row">
          {said['proofs'].map((sha256, i) => (
            <a key={String(sha256)} href={`/api/attachments/${String(sha256)}`} target="_blank" rel="noreferrer">
              <Say word="problem.proof" values={{ n: i + 1 }} />
            </a>
          ))}
        </p>
      )}
    </li>
  );
}
