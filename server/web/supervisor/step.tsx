import { useRef, useState } from 'preact/hooks';
import { ask, kindOf, send, type Problem } from '../app/api';
import { Icon } from '../app/icons';
import { isWord, say, type Word } from '../app/language';
import { Say } from '../app/parts';
import { Trouble } from '../app/trouble';
import { sha256 } from '../app/uuid';
import type { LedgerProblem, StepName } from './server';

type Members = Record<string, unknown>;

/** The steps that may be taken now: choose one, say what goes with it. Nothing is taken twice: each step has a number. */
export function StepForm({ path, problem, reload }: { readonly path: string; readonly problem: LedgerProblem; readonly reload: () => void }) {
  const [step, setStep] = useState<StepName>(problem.steps[0]!);
  const [state, setState] = useState<'ready' | 'working' | 'offline' | Problem>('ready');
  const form = useRef<HTMLFormElement>(null);
  const take = async (event: SubmitEvent) => {
    event.preventDefault();
    setState('working');
    const members = await membersOf(form.current!, step);
    if (members === undefined) return setState('offline');
    const reply = await ask('POST', path, { number: problem.taken + 1, step, ...members });
    if (reply.kind === 'ok') return reload();
    if (reply.kind === 'refused' && kindOf(reply.problem) === 'changed-meanwhile') reload();
    setState(reply.kind === 'offline' ? 'offline' : reply.problem);
  };
  return (
    <form ref={form} class="step-form stack" onSubmit={(event) => void take(event)}>
      <h2>
        <Say word="step.head" />
      </h2>
      <div class="row" role="radiogroup" aria-label={say('step.head')}>
        {problem.steps.map((each) => (
          <label key={each} class="check">
            <input type="radio" name="step" value={each} checked={each === step} onChange={() => setStep(each)} />
            <span>
              <Say word={`step.${each}`} />
            </span>
          </label>
        ))}
      </div>
      <Fields step={step} problem={problem} />
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

/** What the server expects where, in the words of the page where it has them. */
function wordsOf(problem: Problem): string {
  const kind = `step.refused.${kindOf(problem)}`;
  if (isWord(kind)) return say(kind);
  const places = (problem.errors ?? []).map(({ pointer, detail }) => `${pointer.slice(2)}: ${detail}`);
  return places.length > 0 ? places.join('; ') : problem.detail;
}

function Fields({ step, problem }: { readonly step: StepName; readonly problem: LedgerProblem }) {
  switch (step) {
    case 'verify':
      return <><How /><Words name="note" optional /></>;
    case 'dismiss':
      return <><How /><Words name="reason" /></>;
    case 'assign':
      return (
        <>
          <Level />
          <Line name="department" />
          <Line name="person" />
          <Words name="measure" />
          <DayField name="due" value={problem.overdue ? '' : problem.due} />
        </>
      );
    case 'fix':
      return (
        <>
          <DayField name="done" value="" />
          <label class="field">
            <span>
              <Say word="step.proofs" />
            </span>
            <input class="input" type="file" name="proofs" accept="image/*,application/pdf" multiple required />
          </label>
          <Words name="note" optional />
        </>
      );
    case 'bounce':
      return <Words name="reason" />;
    default:
      return <Words name="note" optional />;
  }
}

function How() {
  return (
    <fieldset class="field">
      <legend>
        <Say word="step.how" />
      </legend>
      {(['1', '2', '3', '4'] as const).map((code) => (
        <label key={code} class="check">
          <input type="checkbox" name="how" value={code} />
          <Say word={`step.how.${code}`} />
        </label>
      ))}
    </fieldset>
  );
}

function Level() {
  return (
    <label class="field">
      <span>
        <Say word="step.level" />
      </span>
      <select class="input choice" name="level">
        {(['5', '4', '3', '2', '1'] as const).map((code) => (
          <option key={code} value={code}>
            {say(`step.level.${code}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Line({ name }: { readonly name: 'department' | 'person' }) {
  return (
    <label class="field">
      <span>
        <Say word={`step.${name}`} />
      </span>
      <input class="input" name={name} maxLength={100} required autocomplete="off" />
    </label>
  );
}

function Words({ name, optional = false }: { readonly name: 'note' | 'reason' | 'measure'; readonly optional?: boolean }) {
  const word: Word = `step.${name}`;
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

function DayField({ name, value }: { readonly name: 'due' | 'done'; readonly value: string }) {
  return (
    <label class="field">
      <span>
        <Say word={`step.${name}`} />
      </span>
      <input class="input date" type="date" name={name} defaultValue={value} required />
    </label>
  );
}

/** What the form says, files sent first and named by their hash; undefined when one of them could not be sent. */
async function membersOf(form: HTMLFormElement, step: StepName): Promise<Members | undefined> {
  const data = new FormData(form);
  const members: Members = {};
  for (const name of ['note', 'reason', 'measure', 'department', 'person', 'level', 'due', 'done']) {
    const text = String(data.get(name) ?? '').trim();
    if (text !== '') members[name] = text;
  }
  if (step === 'verify' || step === 'dismiss') members['how'] = data.getAll('how');
  if (step !== 'fix') return members;
  const proofs: string[] = [];
  for (const file of data.getAll('proofs').filter((each): each is File => each instanceof File && each.size > 0)) {
    const name = await sha256(await file.arrayBuffer());
    const reply = await send('PUT', `/api/attachments/${name}`, { type: 'application/octet-stream', bytes: file });
    if (reply.kind !== 'ok') return undefined;
    proofs.push(name);
  }
  return { ...members, proofs };
}
