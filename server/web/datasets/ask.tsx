import { useRef, useState } from 'preact/hooks';
import { ask, type Problem } from '../app/api';
import { Icon } from '../app/icons';
import { isWord, language, say, type Word } from '../app/language';
import { useLoad } from '../app/load';
import { Say } from '../app/parts';
import { Trouble } from '../app/trouble';
import { nameOf } from '../supervisor/campaign';
import type { Campaign } from '../supervisor/server';
import type { DatasetList, Wish } from './server';

/** Chooses what goes into a file; the server makes it while one does something else. */
export function AskExport({ list, asked }: { readonly list: DatasetList; readonly asked: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const campaigns = useLoad<{ readonly campaigns: readonly Campaign[] }>('/api/campaigns', 'once').body?.campaigns ?? [];
  const [state, setState] = useState<'ready' | 'working' | 'offline' | Problem>('ready');
  const [dataset, setDataset] = useState('');
  const choices = choicesOf(list);
  const chosen = choices.find(({ value }) => value === dataset) ?? choices[0]!;
  const start = async (event: SubmitEvent) => {
    event.preventDefault();
    setState('working');
    const reply = await ask('POST', '/api/exports', wishOf(form.current!, chosen));
    setState(reply.kind === 'ok' ? 'ready' : reply.kind === 'offline' ? 'offline' : reply.problem);
    if (reply.kind === 'ok') asked();
  };
  return (
    <form ref={form} class="dataset stack" aria-labelledby="ask-export" onSubmit={(event) => void start(event)}>
      <h2 id="ask-export">
        <Say word="exports.ask" />
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
        <Choose name="format" word="exports.format" options={list.formats.filter((format) => format !== 'indicators' || chosen.form === 'household-census').map((format) => [format, wordOr(`exports.format.${format}`, format)])} />
        <Choose name="language" word="exports.language" value={language.value}
          options={list.languages.map((each) => [each, wordOr(`exports.language.${each}`, each)])} />
        <Choose name="duplicates" word="exports.duplicates"
          options={(['keep', 'flag', 'resolve'] as const).map((each) => [each, say(`exports.duplicates.${each}`)])} />
      </div>
      <fieldset class="row export-states">
        <legend>
          <Say word="exports.states" />
        </legend>
        <Tick name="received" word="exports.received" checked />
        <Tick name="waiting" word="exports.waiting" />
        <Tick name="latest" word="exports.latest" />
        <Tick name="bom" word="exports.bom" />
      </fieldset>
      <Trouble state={state} offline="problem.offline" wordsOf={wordsOf} />
      <p>
        <button type="submit" class="button main" disabled={state === 'working'}>
          <Icon name="download" />
          <Say word={state === 'working' ? 'exports.working' : 'exports.start'} />
        </button>
      </p>
    </form>
  );
}

interface Chosen {
  readonly value: string;
  readonly text: string;
  readonly form: string;
  readonly version?: string;
  readonly campaigns: readonly string[];
}

/** Each version, and each form over all its versions. */
function choicesOf({ datasets, forms }: DatasetList): readonly Chosen[] {
  return [
    ...datasets.map(({ form, version, title, campaigns }) => ({ value: `${form} ${version}`, text: `${nameOf(title)} ${version}`, form, version, campaigns })),
    ...forms.filter(({ versions }) => versions.length > 1)
      .map(({ form, title, campaigns }) => ({ value: form, text: `${nameOf(title)}: ${say('datasets.all-versions')}`, form, campaigns })),
  ];
}

function wishOf(form: HTMLFormElement, { form: name, version }: Chosen): Wish {
  const given = new FormData(form);
  const text = (field: string) => String(given.get(field) ?? '');
  return {
    form: name,
    ...(version === undefined ? {} : { version }),
    campaign: text('campaign'),
    area: text('area'),
    format: text('format'),
    language: text('language'),
    byteOrderMark: given.has('bom'),
    states: (['received', 'waiting'] as const).filter((state) => given.has(state)),
    duplicates: text('duplicates'),
    revision: given.has('latest') ? 'latest' : 'latest-in-state',
  };
}

function Choose(props: {
  readonly name: string;
  readonly word: Word;
  readonly options: readonly (readonly [string, string])[];
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}) {
  return (
    <label class="field">
      <span>
        <Say word={props.word} />
      </span>
      <select class="input choice" name={props.name} onChange={(event) => props.onChange?.(event.currentTarget.value)}>
        {props.options.map(([value, text]) => (
          <option key={value} value={value} selected={value === props.value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Tick({ name, word, checked = false }: { readonly name: string; readonly word: Word; readonly checked?: boolean }) {
  return (
    <label class="check">
      <input type="checkbox" name={name} defaultChecked={checked} />
      <span>
        <Say word={word} />
      </span>
    </label>
  );
}

/** A text of the glossary where it has one; a format that is newer than this page is called by its own name. */
export function wordOr(word: string, otherwise: string): string {
  return isWord(word) ? say(word) : otherwise;
}

function wordsOf(problem: Problem): string {
  if (problem.errors?.some(({ pointer }) => pointer === '#/states')) return say('exports.no-state');
  return problem.status === 403 ? say('exports.foreign-area') : problem.detail;
}
