import { useState } from 'preact/hooks';
import { ask, kindOf, send, type Problem } from '../app/api';
import { isWord, say } from '../app/language';
import { Say } from '../app/parts';
import { sha256 } from '../app/uuid';
import type { LedgerProblem, StepName } from './server';
import { StepChoice, Words } from './step-form';

type Members = Record<string, unknown>;

/** The steps that may be taken now: choose one, say what goes with it. Nothing is taken twice: each step has a number. */
export function StepForm({ path, problem, reload }: { readonly path: string; readonly problem: LedgerProblem; readonly reload: () => void }) {
  const [wanted, choose] = useState<StepName>(problem.steps[0]!);
  const step = problem.steps.includes(wanted) ? wanted : problem.steps[0]!;
  const take = async (form: HTMLFormElement) => {
    const members = await membersOf(form, step);
    return members && ask('POST', path, { number: problem.taken + 1, step, ...members });
  };
  return (
    <StepChoice head="step.head" steps={problem.steps} step={step} choose={choose} wordOf={(each) => `step.${each}`} send={take} wordsOf={wordsOf} reload={reload}>
      <Fields step={step} problem={problem} />
    </StepChoice>
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
      return <><How /><Words name="note" word="step.note" optional /></>;
    case 'dismiss':
      return <><How /><Words name="reason" word="step.reason" /></>;
    case 'assign':
      return (
        <>
          <Level />
          <Line name="department" />
          <Line name="person" />
          <Words name="measure" word="step.measure" />
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
          <Words name="note" word="step.note" optional />
        </>
      );
    case 'bounce':
      return <Words name="reason" word="step.reason" />;
    default:
      return <Words name="note" word="step.note" optional />;
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
