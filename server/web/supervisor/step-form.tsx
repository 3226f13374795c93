import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { kindOf, type Problem, type Reply } from '../app/api';
import { Icon } from '../app/icons';
import { say, type Word } from '../app/language';
import { Say } from '../app/parts';
import { Trouble } from '../app/trouble';

interface Props<Step extends string> {
  readonly head: Word;
  /** Those that may be taken now. */
  readonly steps: readonly Step[];
  readonly step: Step;
  readonly choose: (step: Step) => void;
  readonly wordOf: (step: Step) => Word;
  /** Undefined when a part of it could not be sent. */
  readonly send: (form: HTMLFormElement) => Promise<Reply<unknown> | undefined>;
  readonly wordsOf: (problem: Problem) => string;
  readonly reload: () => void;
  /** What goes with the step. */
  readonly children: ComponentChildren;
}

/** One step, chosen and taken. If somebody was faster the page is read again and what was typed stays. */
export function StepChoice<Step extends string>(props: Props<Step>) {
  const { head, steps, step, choose, wordOf, send, wordsOf, reload, children } = props;
  const [state, setState] = useState<'ready' | 'working' | 'offline' | Problem>('ready');
  const form = useRef<HTMLFormElement>(null);
  const take = async (event: SubmitEvent) => {
    event.preventDefault();
    setState('working');
    const reply = await send(form.current!);
    if (reply === undefined || reply.kind === 'offline') return setState('offline');
    if (reply.kind === 'ok') form.current?.reset();
    if (reply.kind === 'ok' || kindOf(reply.problem) === 'changed-meanwhile') reload();
    setState(reply.kind === 'ok' ? 'ready' : reply.problem);
  };
  return (
    <form ref={form} class="step-form stack" onSubmit={(event) => void take(event)}>
      <h2>
        <Say word={head} />
      </h2>
      <div class="row" role="radiogroup" aria-label={say(head)}>
        {steps.map((each) => (
          <label key={each} class="check">
            <input type="radio" name="step" value={each} checked={each === step} onChange={() => choose(each)} />
            <span>
              <Say word={wordOf(each)} />
            </span>
          </label>
        ))}
      </div>
      {children}
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

/** A few sentences. */
export function Words({ name, word, optional = false }: { readonly name: string; readonly word: Word; readonly optional?: boolean }) {
  return (
    <label class="field">
      <span>
        <Say word={word} />
        {optional && (
          <span class="quiet">
            {' '}
            <Say word="question.optional" />
          </span>
        )}
      </span>
      <textarea class="input" name={name} rows={3} maxLength={2000} required={!optional} />
    </label>
  );
}
