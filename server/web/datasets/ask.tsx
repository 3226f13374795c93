import { useRef, useState } from 'preact/hooks';
import { ask, send, type Problem, type Reply } from '../app/api';
import { Icon } from '../app/icons';
import { say, type Word } from '../app/language';
import { Say } from '../app/parts';
import { Trouble } from '../app/trouble';
import { FigureWishes, figuresOf } from './figuring';
import type { DatasetList, Wish } from './server';
import { Choose, type Chosen, chosenOf, WhichData } from './which';

const STATES = ['accepted', 'checked', 'received', 'correction', 'returned', 'waiting', 'void'] as const;

/** Chooses what goes into a file; the server makes it while one does something else. */
export function AskExport({ list, asked }: { readonly list: DatasetList; readonly asked: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<'ready' | 'working' | 'offline' | Problem>('ready');
  const [dataset, setDataset] = useState('');
  const chosen = chosenOf(list, dataset);
  const start = async (event: SubmitEvent) => {
    event.preventDefault();
    setState('working');
    const wish = await preparedOf(form.current!);
    if (wish.kind !== 'ok') {
      setState(wish.kind === 'offline' ? 'offline' : wish.problem);
      return;
    }
    const reply = await ask('POST', '/api/exports', { ...wishOf(form.current!, chosen), ...wish.body, ...(await figuresOf(new FormData(form.current!))) });
    setState(reply.kind === 'ok' ? 'ready' : reply.kind === 'offline' ? 'offline' : reply.problem);
    if (reply.kind === 'ok') asked();
  };
  return (
    <form ref={form} class="dataset stack" aria-labelledby="ask-export" onSubmit={(event) => void start(event)}>
      <h2 id="ask-export">
        <Say word="exports.ask" />
      </h2>
      <div class="export-choices">
        <WhichData list={list} chosen={chosen} choose={setDataset} indicators={chosen.form === 'household-census'} />
        <Choose name="duplicates" word="exports.duplicates"
          options={(['keep', 'flag', 'resolve'] as const).map((each) => [each, say(`exports.duplicates.${each}`)])} />
      </div>
      <fieldset class="row export-states">
        <legend>
          <Say word="exports.states" />
        </legend>
        {STATES.map((state) => (
          <Tick key={state} name={state} word={`exports.${state}`} checked={state === 'accepted'} />
        ))}
        <Tick name="latest" word="exports.latest" />
        <Tick name="bom" word="exports.bom" />
      </fieldset>
      <details class="export-more">
        <summary>
          <Say word="exports.more" />
        </summary>
        <div class="stack">
          <label class="field">
            <span>
              <Say word="exports.columns" />
            </span>
            <input class="input" type="file" name="columns" accept=".csv,text/csv" />
            <small class="quiet">
              <Say word="exports.columns-hint" />
            </small>
          </label>
          <label class="field">
            <span>
              <Say word="exports.impute" />
            </span>
            <textarea class="input export-rules" name="impute" rows={4} maxLength={20_000} spellcheck={false} />
            <small class="quiet">
              <Say word="exports.impute-hint" />
            </small>
          </label>
          {chosen.form === 'household-census' && <FigureWishes />}
        </div>
      </details>
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
    states: STATES.filter((state) => given.has(state)),
    duplicates: text('duplicates'),
    revision: given.has('latest') ? 'latest' : 'latest-in-state',
  };
}

/** What is to be done to interviews before they are written. Columns are sent first: the wish only names them. */
async function preparedOf(form: HTMLFormElement): Promise<Reply<Pick<Wish, 'columns' | 'impute'>>> {
  const given = new FormData(form);
  const rules = String(given.get('impute') ?? '').trim();
  const file = given.get('columns');
  let impute: unknown;
  try {
    impute = rules === '' ? undefined : JSON.parse(rules);
  } catch {
    return { kind: 'refused', problem: { type: '', title: '', status: 422, detail: say('exports.impute-not-json') } };
  }
  const sent = file instanceof File && file.size > 0 ? await send<{ readonly sha256: string }>('POST', '/api/exports/columns', { type: 'text/csv', bytes: file }) : undefined;
  if (sent !== undefined && sent.kind !== 'ok') return sent;
  return { kind: 'ok', status: 200, body: { ...(impute === undefined ? {} : { impute }), ...(sent === undefined ? {} : { columns: sent.body.sha256 }) } };
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

function wordsOf(problem: Problem): string {
  if (problem.errors?.some(({ pointer }) => pointer === '#/states')) return say('exports.no-state');
  const place = problem.errors?.find(({ pointer }) => pointer === '#/impute' || pointer === '#/columns');
  if (place !== undefined) return say(place.pointer === '#/impute' ? 'exports.impute-wrong' : 'exports.columns-wrong', { why: place.detail });
  const figures = problem.errors?.find(({ pointer }) => pointer.startsWith('#/figures'));
  if (figures !== undefined) return say('exports.figures-wrong', { why: figures.detail });
  return problem.status === 403 ? say('exports.foreign-area') : problem.detail;
}
