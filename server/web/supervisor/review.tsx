import { ask, kindOf, type Problem } from '../app/api';
import { moment } from '../app/format';
import { Icon } from '../app/icons';
import { isWord, say } from '../app/language';
import { Say, Text } from '../app/parts';
import { questionAt } from '../app/question';
import type { Form } from '../runtime/index';
import { type Marks, MOST_MARKED } from './marks';
import type { ReviewMove, ReviewStep, Submission } from './server';
import { StepChoice, Words } from './step-form';

/** What may be decided now: one step, and why. Nothing is decided twice: each step has a number. */
export function ReviewForm({ submission, form, reload, step, choose, marks }: {
  readonly submission: Submission;
  readonly form: Form;
  readonly reload: () => void;
  readonly step: ReviewStep;
  readonly choose: (step: ReviewStep) => void;
  readonly marks: Marks;
}) {
  const changes = step === 'accept' && submission.state === 'correction';
  const take = async (page: HTMLFormElement) => {
    const said = new FormData(page);
    const words = Object.fromEntries(['reason', 'evidence'].map((name) => [name, String(said.get(name) ?? '').trim()]).filter(([, text]) => text !== ''));
    const revision = submission.revisions.at(-1)!.number;
    const fields = step === 'return' && marks.marked.length > 0 ? { fields: marks.marked } : {};
    const reply = await ask('POST', `/api/submissions/${submission.submission}/steps`, { number: submission.taken + 1, revision, step, ...words, ...fields });
    if (reply.kind === 'ok') marks.clear();
    return reply;
  };
  return (
    <StepChoice head="review.head" steps={submission.steps} step={step} choose={choose} wordOf={(each) => `review.${each}`} send={take} wordsOf={wordsOf} reload={reload}>
      {submission.state === 'correction' && (
        <p>
          <Say word="review.correction" values={{ n: submission.accepted ?? 0 }} />
        </p>
      )}
      {(step === 'return' || step === 'void' || step === 'restore' || changes) && <Words name="reason" word={step === 'return' ? 'review.reason-return' : 'step.reason'} />}
      {changes && <Words name="evidence" word="review.evidence" />}
      {step === 'return' && <Marked marks={marks} form={form} />}
    </StepChoice>
  );
}

/** Which answers are to be corrected; they are marked where they stand. */
function Marked({ marks: { marked, toggle }, form }: { readonly marks: Marks; readonly form: Form }) {
  return (
    <div class="field">
      <span>
        <Say word="review.fields" />
      </span>
      <p class="quiet small">
        <Say word={marked.length < MOST_MARKED ? 'review.fields-about' : 'review.fields-most'} values={{ n: MOST_MARKED }} />
      </p>
      {marked.length > 0 && (
        <ul class="row marked">
          {marked.map((pointer) => (
            <li key={pointer}>
              <button type="button" class="button" onClick={() => toggle(pointer)} title={say('review.fields-drop')}>
                <Text>{questionAt(form, pointer)}</Text>
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function wordsOf(problem: Problem): string {
  const kind = `review.refused.${kindOf(problem)}`;
  return isWord(kind) ? say(kind) : problem.detail;
}

/** Every step that was taken, the last first. */
export function Moves({ moves, form }: { readonly moves: readonly ReviewMove[]; readonly form: Form }) {
  return (
    <section class="stack" aria-labelledby="review-moves">
      <h2 id="review-moves">
        <Say word="review.history" />
      </h2>
      {moves.length === 0 ? (
        <p class="quiet">
          <Say word="review.none" />
        </p>
      ) : (
        <ol class="moves stack" reversed>
          {[...moves].reverse().map((move) => (
            <Move key={move.number} move={move} form={form} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Move({ move: { step, at, account, revision, said }, form }: { readonly move: ReviewMove; readonly form: Form }) {
  return (
    <li>
      <strong>
        <Say word={`review.${step}`} />
      </strong>{' '}
      <span class="quiet small">
        <Say word="revisions.number" values={{ n: revision }} />
      </span>
      <p class="quiet small">
        {account} <span class="number">{moment(at)}</span>
      </p>
      {[said.reason, said.evidence].map((words) => words !== undefined && <p key={words}><Text>{words}</Text></p>)}
      {said.fields !== undefined && said.fields.length > 0 && (
        <p class="small">
          <Text>{said.fields.map((field) => questionAt(form, field)).join('; ')}</Text>
        </p>
      )}
    </li>
  );
}
