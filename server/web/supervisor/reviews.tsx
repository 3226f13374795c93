import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { ask, type Problem } from '../app/api';
import { moment } from '../app/format';
import { Icon } from '../app/icons';
import { say, type Word } from '../app/language';
import { Loading } from '../app/loading';
import { Notice, PageHead, Say, Text } from '../app/parts';
import { session } from '../app/session';
import { Heads } from '../app/table';
import { Trouble } from '../app/trouble';
import { address, parameter, submissionAddress } from './addresses';
import { topOf, topsOf, waysTo } from './area';
import { Choice } from './choice';
import { Counts, StateBadge } from './households';
import { useRowKeys } from './keys';
import { More } from './more';
import { usePages } from './pages';
import type { SubmissionPage as Page, SubmissionRow } from './server';
import { Ways } from './ways';

const STATES = ['received', 'checked', 'correction', 'returned', 'accepted', 'waiting', 'void'] as const;
const HEADS: readonly Word[] = ['households.unit', 'households.household', 'households.state', 'households.findings', 'households.received'];

/** As many as the server takes together. */
const AT_ONCE = 500;

type Together = 'pass' | 'accept';

/** What is to be reviewed in an area, by where it stands; those of a page may be decided about together. */
export function ReviewsPage() {
  const who = session.value;
  const tops = typeof who === 'object' ? topsOf(who) : [];
  const area = parameter('area') ?? tops[0] ?? '';
  const campaign = parameter('campaign');
  const state = parameter('state');
  const pages = usePages<Page>(address('/api/submissions', { area, campaign, state, limit: '50' }));
  const rows = pages.pages.flatMap((page) => page.submissions);
  return (
    <main class="desk stack">
      <Ways ways={waysTo(area, topOf(area, tops))} campaign={campaign} tops={[]} />
      <PageHead>
        <Say word="reviews.head" />
      </PageHead>
      <div class="row filters">
        <Choice name="state" word="households.state" options={STATES.map((each) => [each, `unit-state.${each}` as Word] as const)} />
      </div>
      <Loading of={pages.first}>
        {() =>
          rows.length === 0 ? (
            <div class="empty">
              <p>
                <Say word={state ? 'reviews.none-such' : 'reviews.empty'} />
              </p>
            </div>
          ) : (
            <Table rows={rows} together={togetherAt(state)} reload={pages.first.reload} />
          )
        }
      </Loading>
      <More of={pages as never} />
    </main>
  );
}

/** Only where one does not have to say why each time. */
function togetherAt(state: string | undefined): Together | undefined {
  const who = session.value;
  const county = typeof who === 'object' && who.roles.some(({ role }) => role === 'COUNTY');
  return state === 'received' ? 'pass' : state === 'checked' && county ? 'accept' : undefined;
}

function Table({ rows, together, reload }: { readonly rows: readonly SubmissionRow[]; readonly together: Together | undefined; readonly reload: () => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { body, reached } = useRowKeys(rows.length);
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  useEffect(() => setChosen((before) => new Set(rows.map(({ submission }) => submission).filter((id) => before.has(id)))), [rows.map(({ submission }) => submission).join()]);
  useChooseKey(together ? rows[reached]?.submission : undefined, toggle);
  return (
    <>
      {together && <Decide rows={rows} chosen={chosen} choose={setChosen} step={together} reload={reload} />}
      <div class="table-frame">
        <table class="rows">
          <Heads words={HEADS} />
          <tbody ref={body}>
            {rows.map((row, i) => (
              <tr key={row.submission} class={i === reached ? 'reached' : ''}>
                <th scope="row" class="number">
                  {together && (
                    <input type="checkbox" checked={chosen.has(row.submission)} onChange={() => toggle(row.submission)} aria-label={say('reviews.choose', { unit: row.unit })} />
                  )}{' '}
                  <a href={submissionAddress(row.submission)}>{row.unit}</a>
                </th>
                <td data-head={say('households.household')}>
                  <Text>{row.head ?? ''}</Text>
                </td>
                <td data-head={say('households.state')}>
                  <StateBadge state={row.state} />
                </td>
                <td data-head={say('households.findings')}>
                  <Counts of={row.findings} />
                </td>
                <td data-head={say('households.received')} class="number">
                  {moment(row.receivedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** a chooses the row one has walked to, or lets it go; at once, for whoever types j and a in one go. */
function useChooseKey(reached: string | undefined, toggle: (submission: string) => void): void {
  useLayoutEffect(() => {
    const choose = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('textarea, select');
      if (event.key !== 'a' || reached === undefined || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      toggle(reached);
    };
    addEventListener('keydown', choose);
    return () => removeEventListener('keydown', choose);
  }, [reached]);
}

/** What became of those that were decided about. */
interface Became {
  readonly done: number;
  readonly refused: number;
}

interface Results {
  readonly results: readonly { readonly status: number }[];
}

function Decide(props: {
  readonly rows: readonly SubmissionRow[];
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
  readonly step: Together;
  readonly reload: () => void;
}) {
  const { rows, chosen, choose, step, reload } = props;
  const [state, setState] = useState<'ready' | 'working' | 'offline' | Problem>('ready');
  const [became, setBecame] = useState<Became | undefined>(undefined);
  const decide = async () => {
    setState('working');
    const submissions = rows
      .filter(({ submission }) => chosen.has(submission))
      .map(({ submission, taken, number }) => ({ submission, number: taken + 1, revision: number }));
    const statuses: number[] = [];
    let trouble: 'ready' | 'offline' | Problem = 'ready';
    for (let from = 0; from < submissions.length && trouble === 'ready'; from += AT_ONCE) {
      const reply = await ask<Results>('POST', '/api/submissions/steps', { step, submissions: submissions.slice(from, from + AT_ONCE) });
      if (reply.kind === 'ok') statuses.push(...reply.body.results.map(({ status }) => status));
      else trouble = reply.kind === 'offline' ? 'offline' : reply.problem;
    }
    const done = statuses.filter((status) => status < 300).length;
    setState(trouble);
    setBecame(statuses.length === 0 ? undefined : { done, refused: statuses.length - done });
    if (statuses.length > 0) reload();
  };
  const all = chosen.size === rows.length;
  return (
    <div class="stack">
      <div class="row tools">
        <button type="button" class="button" onClick={() => choose(all ? new Set() : new Set(rows.map(({ submission }) => submission)))}>
          <Say word={all ? 'reviews.choose-none' : 'reviews.choose-all'} />
        </button>
        <button type="button" class="button main" disabled={chosen.size === 0 || state === 'working'} onClick={() => void decide()}>
          <Icon name="check" />
          <Say word={step === 'pass' ? 'reviews.pass' : 'reviews.accept'} values={{ n: chosen.size }} />
        </button>
        <p class="quiet small">
          <Say word="reviews.keys" />
        </p>
      </div>
      <Trouble state={state} offline="problem.offline" wordsOf={({ detail }) => detail} />
      {became && (
        <Notice tone={became.refused > 0 ? 'caution' : 'success'} live>
          <Say word={became.refused > 0 ? 'reviews.partly' : 'reviews.done'} values={{ n: became.done, refused: became.refused }} />
        </Notice>
      )}
    </div>
  );
}
