import { useRef, useState } from 'preact/hooks';
import { ask, type Problem } from '../app/api';
import { Icon } from '../app/icons';
import { language, say } from '../app/language';
import { useLoad } from '../app/load';
import { Say } from '../app/parts';
import { Trouble } from '../app/trouble';
import { nameOf } from '../supervisor/campaign';
import type { Campaign } from '../supervisor/server';
import { Choose, choicesOf, wordOr } from './ask';
import type { DatasetList, Permit } from './server';

const USUAL_DAYS = 7;
const MOST_DAYS = 30;
const SHORTEST = 10;
const LONGEST = 500;

/** Says which data, what for and for how long; nothing is made before somebody else has said yes. */
export function AskPermit({ list, changed }: { readonly list: DatasetList; readonly changed: (what: string) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const campaigns = useLoad<{ readonly campaigns: readonly Campaign[] }>('/api/campaigns', 'once').body?.campaigns ?? [];
  const [state, setState] = useState<'ready' | 'working' | 'offline' | Problem>('ready');
  const [dataset, setDataset] = useState('');
  const choices = choicesOf(list);
  const chosen = choices.find(({ value }) => value === dataset) ?? choices[0]!;
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
        <Choose name="dataset" word="exports.dataset" value={chosen.value} onChange={setDataset}
          options={choices.map(({ value, text }) => [value, text])} />
        <Choose name="campaign" word="datasets.campaign"
          options={[['', say('exports.all-campaigns')], ...chosen.campaigns.map((id) => [id, nameOf(campaigns.find((each) => each.id === id)?.name ?? { zh: id, en: id })] as const)]} />
        <label class="field">
          <span>
            <Say word="exports.area" />
          </span>
          <input class="input" name="area" inputMode="numeric" pattern="[1-9][0-9]{1,11}" maxLength={12} placeholder={say('exports.area-empty')} />
        </label>
        <Choose name="format" word="exports.format"
          options={list.formats.filter((format) => format !== 'indicators').map((format) => [format, wordOr(`exports.format.${format}`, format)])} />
        <Choose name="language" word="exports.language" value={language.value}
          options={list.languages.map((each) => [each, wordOr(`exports.language.${each}`, each)])} />
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
