import { useRef, useState } from 'preact/hooks';
import { ask, type Problem } from '../app/api';
import { Icon } from '../app/icons';
import { say } from '../app/language';
import { Say } from '../app/parts';
import { Trouble } from '../app/trouble';
import type { DatasetList, Permit } from './server';
import { chosenOf, WhichData } from './which';

const USUAL_DAYS = 7;
const MOST_DAYS = 30;
const SHORTEST = 10;
const LONGEST = 500;

/** Says which data, what for and for how long; nothing is made before somebody else has said yes. */
export function AskPermit({ list, changed }: { readonly list: DatasetList; readonly changed: (what: string) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<'ready' | 'working' | 'offline' | Problem>('ready');
  const [dataset, setDataset] = useState('');
  const chosen = chosenOf(list, dataset);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setState('working');
    const given = new FormData(form.current!);
    const text = (field: string) => String(given.get(field) ?? '').trim();
    const reply = await ask<Permit>('POST', '/api/permits', {
      asked: {
        form: chosen.form,
        ...(chosen.version === undefined ? {} : { version: chosen.version }),
        campaign: text('campaign'),
        area: text('area'),
        format: text('format'),
        language: text('language'),
      },
      purpose: text('purpose'),
      days: Number(text('days')),
    });
    setState(reply.kind === 'ok' ? 'ready' : reply.kind === 'offline' ? 'offline' : reply.problem);
    if (reply.kind === 'ok') {
      form.current?.reset();
      changed(say('permits.asked'));
    }
  };
  return (
    <form ref={form} class="dataset stack" aria-labelledby="ask-permit" onSubmit={(event) => void send(event)}>
      <h2 id="ask-permit">
        <Say word="permits.ask" />
      </h2>
      <div class="export-choices">
        <WhichData list={list} chosen={chosen} choose={setDataset} />
        <label class="field">
          <span>
            <Say word="permits.days" values={{ most: MOST_DAYS }} />
          </span>
          <input class="input" type="number" name="days" min={1} max={MOST_DAYS} defaultValue={String(USUAL_DAYS)} required />
        </label>
      </div>
      <label class="field">
        <span>
          <Say word="permits.purpose" />
        </span>
        <textarea class="input" name="purpose" rows={3} minLength={SHORTEST} maxLength={LONGEST} required aria-describedby="purpose-hint" />
      </label>
      <p id="purpose-hint" class="quiet small">
        <Say word="permits.purpose-hint" values={{ shortest: SHORTEST }} />
      </p>
      <Trouble state={state} offline="problem.offline" wordsOf={wordsOf} />
      <p>
        <button type="submit" class="button main" disabled={state === 'working'}>
          <Icon name="send" />
          <Say word={state === 'working' ? 'exports.working' : 'permits.send'} />
        </button>
      </p>
    </form>
  );
}

function wordsOf(problem: Problem): string {
  if (problem.errors?.some(({ pointer }) => pointer === '#/purpose')) return say('permits.purpose-hint', { shortest: SHORTEST });
  return problem.status === 403 ? say('exports.foreign-area') : problem.detail;
}
