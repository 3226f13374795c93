import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, kindOf, type Problem } from '../app/api';
import { Icon } from '../app/icons';
import { isWord, say } from '../app/language';
import { Notice, Say } from '../app/parts';
import { go } from '../app/router';
import { Trouble } from '../app/trouble';
import { type Bench, openAddress, wordOf } from './bench';
import type { Evidence, Opened, PairPage, Verdict } from './server';

const VERDICTS: readonly { readonly verdict: Verdict; readonly key: string }[] = [
  { verdict: 'same', key: 's' },
  { verdict: 'different', key: 'd' },
  { verdict: 'unsure', key: 'u' },
];
const OF_PERSONS: readonly Evidence[] = ['id-card', 'hukou-page', 'kin', 'place-history', 'police-proof', 'other'];
const OF_HOMES: readonly Evidence[] = ['hukou-page', 'kin', 'place-history', 'village-review', 'id-card', 'other'];

interface Props {
  readonly bench: Bench;
  readonly path: string;
  readonly pair: Opened;
  readonly reload: () => void;
}

type State = 'ready' | 'working' | 'offline' | 'no-evidence' | 'no-verdict' | Problem;

/** A verdict with what it rests on. Nothing is merged by it; it can be undone. */
export function JudgeForm({ bench, path, pair, reload }: Props) {
  const [verdict, setVerdict] = useState<Verdict>();
  const [evidence, setEvidence] = useState<readonly Evidence[]>([]);
  const [note, setNote] = useState('');
  const { state, put, setState } = useStep(bench, path, pair, reload, true);
  useVerdictKeys(setVerdict);
  const judge = (event: Event) => {
    event.preventDefault();
    if (verdict === undefined) return setState('no-verdict');
    if (verdict !== 'unsure' && evidence.length === 0) return setState('no-evidence');
    void put({ kind: 'judge', verdict, evidence, ...(note.trim() === '' ? {} : { note: note.trim() }) });
  };
  return (
    <form class="step-form stack" onSubmit={judge} noValidate>
      <h2>
        <Say word="linkage.judgement" />
      </h2>
      <Asked pair={pair} />
      <fieldset class="field">
        <legend>
          <Say word={wordOf(bench, 'question')} />
        </legend>
        {VERDICTS.map(({ verdict: each, key }) => (
          <label key={each} class="check">
            <input type="radio" name="verdict" value={each} checked={verdict === each} onChange={() => setVerdict(each)} />
            <span>
              <Say word={wordOf(bench, `verdict.${each}`)} /> <kbd>{key}</kbd>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset class="field">
        <legend>
          <Say word="linkage.evidence" />
        </legend>
        {(bench.home ? OF_HOMES : OF_PERSONS).map((each) => (
          <label key={each} class="check">
            <input
              type="checkbox"
              name="evidence"
              value={each}
              checked={evidence.includes(each)}
              onChange={(event) => setEvidence(event.currentTarget.checked ? [...evidence, each] : evidence.filter((one) => one !== each))}
            />
            <Say word={`linkage.evidence.${each}`} />
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span>
          <Say word="step.note" />{' '}
          <span class="quiet">
            <Say word="question.optional" />
          </span>
        </span>
        <textarea class="input" name="note" rows={3} maxLength={2000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <Missing state={state} />
      <Trouble state={said(state)} offline="problem.offline" wordsOf={wordsOf} />
      <p class="quiet small">
        <Say word="linkage.two-clerks" />
      </p>
      <p>
        <button type="submit" class="button main" disabled={state === 'working'}>
          <Icon name="check" />
          <Say word={state === 'working' ? 'step.working' : 'linkage.judge'} />
        </button>
      </p>
    </form>
  );
}

/** What an expert would want to see before saying anything. */
function Asked({ pair }: { readonly pair: Opened }) {
  if (pair.ask.length === 0) return null;
  return (
    <ul class="asked">
      {pair.ask.map(({ evidence, why }) => {
        const word = `linkage.ask.${why}`;
        return (
          <li key={`${evidence} ${why}`}>
            {isWord(word) ? <Say word={word} /> : why} <strong>{say(`linkage.evidence.${evidence}`)}</strong>
          </li>
        );
      })}
    </ul>
  );
}

function Missing({ state }: { readonly state: State }) {
  if (state !== 'no-evidence' && state !== 'no-verdict') return null;
  return (
    <Notice tone="danger" live>
      <Say word={`linkage.${state}`} />
    </Notice>
  );
}

/** A decision is taken back with a reason; then two people judge anew. */
export function UndoForm({ bench, path, pair, reload }: Props) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);
  const { state, put } = useStep(bench, path, pair, reload, false);
  useEffect(() => input.current?.focus(), [open]);
  if (!open) {
    return (
      <p>
        <button type="button" class="button" onClick={() => setOpen(true)}>
          <Icon name="refresh" />
          <Say word="linkage.undo" />
        </button>
      </p>
    );
  }
  return (
    <form
      class="step-form stack"
      onSubmit={(event) => {
        event.preventDefault();
        void put({ kind: 'undo', reason: reason.trim() });
      }}
    >
      <label class="field">
        <span>
          <Say word="linkage.undo-reason" />
        </span>
        <textarea ref={input} class="input" name="reason" rows={3} maxLength={2000} required value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <Trouble state={said(state)} offline="problem.offline" wordsOf={wordsOf} />
      <p class="row">
        <button type="submit" class="button main" disabled={state === 'working'}>
          <Say word="linkage.undo-now" />
        </button>
        <button type="button" class="button" onClick={() => setOpen(false)}>
          <Say word="common.cancel" />
        </button>
      </p>
    </form>
  );
}

/** Sends a step under the next number; afterwards goes on to the next pair that waits, if one asked for that. */
function useStep(bench: Bench, path: string, pair: Opened, reload: () => void, onwards: boolean) {
  const [state, setState] = useState<State>('ready');
  const put = async (step: Record<string, unknown>) => {
    setState('working');
    const reply = await ask('PUT', `${path}/judgements/${pair.taken + 1}`, step);
    if (reply.kind === 'ok') {
      const next = onwards ? await nextAfter(bench, pair.id) : undefined;
      return next === undefined ? reload() : go(openAddress(bench, next));
    }
    if (reply.kind === 'refused' && kindOf(reply.problem) === 'changed-meanwhile') reload();
    setState(reply.kind === 'offline' ? 'offline' : reply.problem);
  };
  return { state, setState, put };
}

async function nextAfter(bench: Bench, id: string): Promise<string | undefined> {
  const reply = await ask<PairPage>('GET', `${bench.api}?todo=true&limit=2`);
  return reply.kind === 'ok' ? reply.body.pairs.find((each) => each.id !== id && each.mayNot !== 'elsewhere')?.id : undefined;
}

/** s, d and u choose a verdict; nothing is sent by a single key. */
function useVerdictKeys(choose: (verdict: Verdict) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('textarea, input:not([type=radio]):not([type=checkbox]), select') !== null;
      const wanted = VERDICTS.find(({ key }) => key === event.key);
      if (wanted && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) choose(wanted.verdict);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}

function said(state: State): string | Problem {
  return state;
}

/** What the server refused, in the words of the page where it has them. */
function wordsOf(problem: Problem): string {
  const word = `linkage.refused.${kindOf(problem)}`;
  if (isWord(word)) return say(word);
  const places = (problem.errors ?? []).map(({ pointer, detail }) => `${pointer.slice(2)}: ${detail}`);
  return places.length > 0 ? places.join('; ') : problem.detail;
}
