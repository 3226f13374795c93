import { useRef, useState } from 'preact/hooks';
import { ask, kindOf, type Problem } from '../app/api';
import { moment } from '../app/format';
import { Icon } from '../app/icons';
import { isWord, language, say, type Word } from '../app/language';
import { Say, Text } from '../app/parts';
import { Trouble } from '../app/trouble';
import type { Form } from '../runtime/index';
import { patternOf } from '../runtime/places';
import type { ReviewMove, ReviewStep, Submission } from './server';

/** What may be decided now: one step, and why. Nothing is decided twice: each step has a number. */
export function ReviewForm({ submission, reload }: { readonly submission: Submission; readonly reload: () => void }) {
  const [step, setStep] = useState<ReviewStep>(submission.steps[0]!);
  const [state, setState] = useState<'ready' | 'working' | 'offline' | Problem>('ready');
  const form = useRef<HTMLFormElement>(null);
  const changes = step === 'accept' && submission.state === 'correction';
  const take = async (event: SubmitEvent) => {
    event.preventDefault();
    setState('working');
    const said = new FormData(form.current!);
    const words = Object.fromEntries(['reason', 'evidence'].map((name) => [name, String(said.get(name) ?? '').trim()]).filter(([, text]) => text !== ''));
    const revision = submission.revisions.at(-1)!.number;
    const reply = await ask('POST', `/api/submissions/${submission.submission}/steps`, { number: submission.taken + 1, revision, step, ...words });
    if (reply.kind === 'ok') return reload();
    if (reply.kind === 'refused' && kindOf(reply.problem) === 'changed-meanwhile') reload();
    setState(reply.kind === 'offline' ? 'offline' : reply.problem);
  };
  return (
    <form ref={form} class="step-form stack" onSubmit={(event) => void take(event)}>
      <h2>
        <Say word="review.head" />
      </h2>
      {submission.state === 'correction' && (
        <p>
          <Say word="review.correction" values={{ n: submission.accepted ?? 0 }} />
        </p>
      )}
      <div class="row" role="radiogroup" aria-label={say('review.head')}>
        {submission.steps.map((each) => (
          <label key={each} class="check">
            <input type="radio" name="step" value={each} checked={each === step} onChange={() => setStep(each)} />
            <span>
              <Say word={`review.${each}`} />
            </span>
          </label>
        ))}
      </div>
      {(step === 'return' || step === 'void' || step === 'restore' || changes) && <Words name="reason" word={step === 'return' ? 'review.reason-return' : 'step.reason'} />}
      {changes && <Words name="evidence" word="review.evidence" />}
      <Trouble state={state} offline="problem.offline" wordsOf={wordsOf} />
      <p>
        <button type="submit" class="button main" disabled={state === 'working'}>
          <Icon name="check" />
          <Say word={state === 'working' ? 'step.working' : 'step.take'} />
        </button>
      </p>
    </form>
  );
}

function Words({ name, word }: { readonly name: string; readonly word: Word }) {
  return (
    <label class="field">
      <span>
        <Say word={word} />
      </span>
      <textarea class="input" name={name} rows={3} maxLength={2000} required />
    </label>
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
          <Text>{said.fields.map((field) => form.label(patternOf(field), language.value)).join('; ')}</Text>
        </p>
      )}
    </li>
  );
}
