import { amount, moment, share } from '../app/format';
import { Icon } from '../app/icons';
import { say, type Word } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { Notice, PageHead, Say, Text } from '../app/parts';
import { session } from '../app/session';
import { Heads } from '../app/table';
import { address, parameter, refine } from '../supervisor/addresses';
import { topOf, topsOf, waysTo } from '../supervisor/area';
import { Choice } from '../supervisor/choice';
import { useRowKeys } from '../supervisor/keys';
import { More } from '../supervisor/more';
import { usePages } from '../supervisor/pages';
import { AreaName, Ways } from '../supervisor/ways';
import { type Bench, openAddress, Tabs, wordOf } from './bench';
import { chance, ruleName } from './pairs';
import type { Building, Common, Counts, Figures, PairPage, PairRow, PairState, Side } from './server';
import { UnitOf } from './unit';

const STATES: readonly PairState[] = ['waiting', 'judged', 'disputed', 'linked', 'same', 'different', 'gone'];

/** Every pair of records that may be one person, or of households that may be one: the doubtful ones first. */
export function QueuePage({ bench }: { readonly bench: Bench }) {
  const who = session.value;
  const tops = typeof who === 'object' ? topsOf(who) : [];
  const area = parameter('area') ?? tops[0] ?? '';
  const state = parameter('state');
  const zone = parameter('zone');
  const all = parameter('all');
  const view = { area, state, zone, todo: all === 'true' || state ? undefined : 'true', sort: parameter('sort') };
  const pages = usePages<PairPage>(address(bench.api, view));
  const rows = pages.pages.flatMap((page) => page.pairs);
  return (
    <main class="desk stack">
      <Ways ways={waysTo(area, topOf(area, tops))} campaign={undefined} tops={[]} />
      <PageHead>
        <Say word="linkage.head" />
      </PageHead>
      <p class="quiet">
        <Say word={wordOf(bench, 'about')} />
      </p>
      <Tabs at={bench} area={area} />
      <Loading of={pages.first}>
        {(page) => (
          <>
            <Standing bench={bench} counts={page.counts} area={area} />
            {page.building && <Built building={page.building} />}
            <Filters bench={bench} state={state} all={all === 'true'} />
            {rows.length === 0 ? <Empty bench={bench} counts={page.counts} filtered={Boolean(state || zone)} all={all === 'true'} /> : <Table bench={bench} rows={rows} />}
          </>
        )}
      </Loading>
      <More of={pages as never} />
      {!bench.home && <FiguresOf area={area} />}
    </main>
  );
}

function Standing({ bench, counts, area }: { readonly bench: Bench; readonly counts: Counts; readonly area: string }) {
  return (
    <ul class="row tallies" aria-label={say('linkage.standing')}>
      <li>
        <a href={address(bench.page, { area })}>
          <strong class="number">{amount(counts.todo ?? 0, '')}</strong> <Say word="linkage.todo" />
        </a>
      </li>
      {statesOf(bench).filter((state) => state !== 'gone').map((state) => (
        <li key={state}>
          <a href={address(bench.page, { area, state })}>
            <strong class="number">{amount(counts[state] ?? 0, '')}</strong> <Say word={wordOf(bench, `state.${state}`)} />
          </a>
        </li>
      ))}
      {(counts.elsewhere ?? 0) > 0 && (
        <li>
          <a href={address(bench.page, { area, all: 'true' })}>
            <strong class="number">{amount(counts.elsewhere ?? 0, '')}</strong> <Say word="linkage.elsewhere" />
          </a>
        </li>
      )}
    </ul>
  );
}

function Built({ building }: { readonly building: Building }) {
  return (
    <Notice tone="info" live>
      <Say word="linkage.building" values={{ read: amount(building.read, '') }} />
    </Notice>
  );
}

function Filters({ bench, state, all }: { readonly bench: Bench; readonly state: string | undefined; readonly all: boolean }) {
  return (
    <div class="row filters">
      <Choice name="state" word="linkage.state" options={statesOf(bench).map((each) => [each, wordOf(bench, `state.${each}`)] as const)} />
      {!bench.home && <Choice name="zone" word="linkage.zone" options={(['clerical', 'automatic'] as const).map((each) => [each, `linkage.zone.${each}`] as const)} />}
      <Choice name="sort" word="linkage.sort" options={(['weight', 'found'] as const).map((each) => [each, `linkage.sort.${each}`] as const)} none="linkage.sort.uncertain" />
      {!state && (
        <label class="check">
          <input type="checkbox" checked={all} onChange={(event) => refine('all', event.currentTarget.checked ? 'true' : undefined)} />
          <Say word="linkage.all" />
        </label>
      )}
    </div>
  );
}

/** Nothing to show: says why, and what to do. */
function Empty({ bench, counts, filtered, all }: { readonly bench: Bench; readonly counts: Counts; readonly filtered: boolean; readonly all: boolean }) {
  const some = STATES.some((state) => (counts[state] ?? 0) > 0);
  return (
    <div class="empty">
      <p>
        <Say word={wordOf(bench, filtered ? 'none-such' : some && !all ? 'done' : 'empty')} />
      </p>
      {some && !all && !filtered && (
        <p>
          <button type="button" class="button" onClick={() => refine('all', 'true')}>
            <Icon name="list" />
            <Say word="linkage.all" />
          </button>
        </p>
      )}
    </div>
  );
}

const OF_PERSONS: readonly Word[] = ['linkage.one', 'linkage.other', 'linkage.likely', 'linkage.state', 'linkage.rule', 'linkage.found'];
const OF_HOMES: readonly Word[] = ['linkage.home.one', 'linkage.home.other', 'linkage.home.likely', 'linkage.state', 'linkage.in-common', 'linkage.found'];

/** The model links persons by itself, households never. */
function statesOf({ home }: Bench): readonly PairState[] {
  return home ? STATES.filter((state) => state !== 'linked') : STATES;
}

function Table({ bench, rows }: { readonly bench: Bench; readonly rows: readonly PairRow[] }) {
  const { body } = useRowKeys(rows.length);
  return (
    <>
      <p class="quiet small keys">
        <kbd>j</kbd> <kbd>k</kbd> <Say word="keys.walk" /> <kbd>Enter</kbd> <Say word="keys.open" />
      </p>
      <div class="table-frame">
        <table class="rows pairs">
          <Heads words={bench.home ? OF_HOMES : OF_PERSONS} />
          <tbody ref={body}>
            {rows.map((row) => (
              <Row key={row.id} bench={bench} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ bench, row }: { readonly bench: Bench; readonly row: PairRow }) {
  const open = row.mayNot !== 'elsewhere';
  return (
    <tr>
      <th scope="row">
        <SideCell side={row.left} href={open ? openAddress(bench, row.id) : undefined} />
      </th>
      <td data-head={say(wordOf(bench, 'other'))}>
        <SideCell side={row.right} />
      </td>
      <td data-head={say(wordOf(bench, 'likely'))} class="number">
        {row.probability === undefined ? '–' : chance(row.probability)}
        {row.veto && (
          <span class="badge hard">
            <Say word="linkage.veto" />
          </span>
        )}
      </td>
      <td data-head={say('linkage.state')}>
        <StateOf bench={bench} row={row} />
      </td>
      <td data-head={say(bench.home ? 'linkage.in-common' : 'linkage.rule')}>
        {bench.home ? <InCommon of={row.common} /> : row.rule === undefined ? '–' : <Text>{ruleName(row.rule)}</Text>}
      </td>
      <td data-head={say('linkage.found')} class="number">
        {moment(row.foundAt)}
      </td>
    </tr>
  );
}

export function StateOf({ bench, row }: { readonly bench: Bench; readonly row: PairRow }) {
  return (
    <span class="counts">
      <span class={`badge ${row.state === 'disputed' ? 'soft' : ''}`}>
        <Say word={wordOf(bench, `state.${row.state}`)} />
      </span>
      {row.sampled && row.state !== 'same' && row.state !== 'different' && (
        <span class="badge">
          <Say word="linkage.sampled" />
        </span>
      )}
      {row.reopened && (
        <span class="badge soft">
          <Say word="linkage.reopened" />
        </span>
      )}
      {row.changed && (
        <span class="badge soft">
          <Say word="linkage.changed" />
        </span>
      )}
    </span>
  );
}

/** How many are in both households, and what that looks like. */
export function InCommon({ of: common }: { readonly of: Common | undefined }) {
  if (common === undefined) return <>–</>;
  return (
    <span class="counts">
      <Say word="linkage.in-common-of" values={{ linked: common.linked, left: common.left, right: common.right }} />
      {common.kind === 'split' && (
        <span class="badge soft">
          <Say word="linkage.home.split" />
        </span>
      )}
    </span>
  );
}

/** Who it is, as far as may be shown in a list, and where. */
function SideCell({ side, href }: { readonly side: Side; readonly href?: string | undefined }) {
  if (side.elsewhere) {
    return (
      <span class="quiet">
        <Say word="linkage.side-elsewhere" />
      </span>
    );
  }
  const name = side.name || say('linkage.no-name');
  return (
    <span class="side">
      {href === undefined ? <strong><Text>{name}</Text></strong> : <a href={href}><Text>{name}</Text></a>}{' '}
      <span class="quiet small number">
        {side.sex === '1' || side.sex === '2' ? say(`linkage.sex.${side.sex}`) : ''} {side.born ?? ''}
      </span>
      <span class="quiet small number where">
        {side.area !== undefined && <AreaName code={side.area} />} <UnitOf side={side} />
      </span>
    </span>
  );
}

/** How right the model and how agreed the clerks were, beside what it is counted on. */
function FiguresOf({ area }: { readonly area: string }) {
  const { body } = useLoad<Figures>(address('/api/linkage/figures', { area }));
  const automatic = body?.automatic;
  const agreement = body?.agreement;
  if (!automatic?.pairs && !agreement?.pairs) return null;
  return (
    <section class="stack" aria-labelledby="figures">
      <h2 id="figures">
        <Say word="linkage.figures" />
      </h2>
      <dl class="row beside">
        {automatic && automatic.pairs > 0 && (
          <div>
            <dt class="quiet small">
              <Say word="linkage.precision" />
            </dt>
            <dd>
              {automatic.precision === undefined ? (
                <Say word="linkage.precision-none" values={{ sampled: amount(automatic.sampled, '') }} />
              ) : (
                <Say
                  word="linkage.precision-of"
                  values={{
                    share: share(automatic.same, automatic.decided),
                    same: amount(automatic.same, ''),
                    decided: amount(automatic.decided, ''),
                    low: share(automatic.low ?? 0, 1),
                    high: share(automatic.high ?? 0, 1),
                  }}
                />
              )}
            </dd>
          </div>
        )}
        {agreement && agreement.pairs > 0 && (
          <div>
            <dt class="quiet small">
              <Say word="linkage.agreement" />
            </dt>
            <dd>
              <Say
                word="linkage.agreement-of"
                values={{ share: share(agreement.agreed, agreement.pairs), agreed: amount(agreement.agreed, ''), pairs: amount(agreement.pairs, ''), kappa: agreement.kappa?.toFixed(2).replace('-', '−') ?? '–' }}
              />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
