import { useRef, useState } from 'preact/hooks';
import { ask, type Problem } from '../app/api';
import { count } from '../app/format';
import { Icon } from '../app/icons';
import { say, type Word } from '../app/language';
import { Say } from '../app/parts';
import { Trouble } from '../app/trouble';
import type { AreaFigures } from './server';

const TABLES = ['design', 'cases'] as const;

interface Props {
  readonly of: AreaFigures;
  readonly campaign: string;
  readonly changed: () => void;
}

/** How the households were drawn, for who may say so: strata, clusters and weights come as a table. */
export function Drawing({ of, campaign, changed }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<'ready' | 'working' | 'offline' | Problem>('ready');
  if (!of.mayDraw) return null;
  const send = async (tables: object) => {
    setState('working');
    const reply = await ask('POST', '/api/indicators', { campaign, ...tables });
    setState(reply.kind === 'ok' ? 'ready' : reply.kind === 'offline' ? 'offline' : reply.problem);
    if (reply.kind !== 'ok') return;
    form.current?.reset();
    changed();
  };
  const upload = async (event: SubmitEvent) => {
    event.preventDefault();
    const tables = await tablesOf(new FormData(form.current!));
    if (Object.keys(tables).length === 0) setState({ type: '', title: '', status: 422, detail: say('indicators.design.nothing') });
    else await send(tables);
  };
  const working = state === 'working' || of.making !== undefined;
  return (
    <details class="chapter">
      <summary class="button">
        <Say word="indicators.design" />
      </summary>
      <form ref={form} class="stack" onSubmit={(event) => void upload(event)}>
        <Now of={of} />
        {TABLES.map((table) => (
          <label key={table} class="field">
            <span>
              <Say word={`indicators.design.${table}` as Word} />
            </span>
            <input class="input" type="file" name={table} accept=".csv,text/csv" />
            <small class="quiet">
              <Say word={`indicators.design.${table}-hint` as Word} />
            </small>
          </label>
        ))}
        <Trouble state={state} offline="problem.offline" wordsOf={wordsOf} />
        <div class="row">
          <button type="submit" class="button main" disabled={working}>
            <Icon name="send" />
            <Say word="indicators.design.send" />
          </button>
          {of.sample && (
            <button type="button" class="button" disabled={working} onClick={() => void send({ design: '' })}>
              <Say word="indicators.design.end" />
            </button>
          )}
        </div>
      </form>
    </details>
  );
}

/** What is known so far, in numbers. */
function Now({ of: { drawing } }: { readonly of: AreaFigures }) {
  if (drawing === undefined) {
    return (
      <p>
        <Say word="indicators.design.census" />
      </p>
    );
  }
  const { units, strata, clusters, alone, cases } = drawing;
  return (
    <div>
      <p>
        <Say word="indicators.design.sample" values={{ units: count(units), strata: count(strata), clusters: count(clusters), cases: count(cases) }} />
      </p>
      {alone > 0 && (
        <p class="small">
          <Say word="indicators.design.alone" values={{ n: count(alone) }} />
        </p>
      )}
    </div>
  );
}

async function tablesOf(given: FormData): Promise<Readonly<Record<string, string>>> {
  const tables: Record<string, string> = {};
  for (const table of TABLES) {
    const file = given.get(table);
    if (file instanceof File && file.size > 0) tables[table] = await file.text();
  }
  return tables;
}

function wordsOf(problem: Problem): string {
  const place = problem.errors?.find(({ pointer }) => pointer === '#/design' || pointer === '#/cases');
  if (place !== undefined) return say(place.pointer === '#/design' ? 'indicators.design.design-wrong' : 'indicators.design.cases-wrong', { why: place.detail });
  return problem.status === 413 ? say('indicators.design.too-large') : problem.detail;
}
