import { useState } from 'preact/hooks';
import { moment } from '../app/format';
import { Icon } from '../app/icons';
import { say } from '../app/language';
import { Notice, PageHead, Say, Skeleton } from '../app/parts';
import { go, place } from '../app/router';
import type { UnitOnList } from './assignments';
import type { Satchel, Standing } from './satchel';
import { StandingMark, STANDINGS } from './standing';

const PAGE = 60;
const FILTERS = ['not-started', 'returned', 'draft', 'refused', 'waiting', 'sent'] as const;

/** The team's households: what is left, what is begun, what waits to be sent. Search and filters live in the URL. */
export function Units({ satchel }: { readonly satchel: Satchel }) {
  const all = satchel.units.value;
  const query = place.value.searchParams;
  const [limit, setLimit] = useState(PAGE);
  if (!all) {
    return (
      <main class="page">
        <Skeleton />
      </main>
    );
  }
  const listed = all.filter((unit) => !unit.gone || satchel.standing(unit) !== 'not-started');
  const show = query.get('show') ?? '';
  const village = query.get('village') ?? '';
  const words = (query.get('q') ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = listed.filter(
    (unit) => fits(satchel.standing(unit), show) && (village === '' || unit.area === village) && words.every((word) => textOf(unit).includes(word)),
  );
  return (
    <main class="page stack units">
      <PageHead>
        <Say word="units.head" />
      </PageHead>
      <Done />
      <Line satchel={satchel} />
      {listed.length === 0 ? (
        <NoUnits satchel={satchel} />
      ) : (
        <>
          <Filters satchel={satchel} units={listed} show={show} village={village} />
          <p class="quiet" role="status">
            <Say word="units.found" values={{ n: found.length, of: listed.length }} />
          </p>
          {found.length === 0 && (
            <div class="empty">
              <Say word="common.none-found" />
            </div>
          )}
          <ul class="unit-list">
            {found.slice(0, limit).map((unit, at) => (
              <UnitRow key={unit.unit} satchel={satchel} unit={unit} headed={unit.area !== found[at - 1]?.area} />
            ))}
          </ul>
          {found.length > limit && (
            <button type="button" class="button wide" onClick={() => setLimit(limit + PAGE)}>
              <Say word="units.more" values={{ n: found.length - limit }} />
            </button>
          )}
        </>
      )}
    </main>
  );
}

/** What was just finished, said once. */
function Done() {
  const done = place.value.searchParams.get('done');
  if (done === null) return null;
  return (
    <Notice tone="success" live>
      <strong>
        <Say word="units.done" />
      </strong>
      <Say word="units.done.next" />
    </Notice>
  );
}

/** Whether one can walk away from the network now, and when news last came. */
function Line({ satchel }: { readonly satchel: Satchel }) {
  const { courier } = satchel;
  const going = courier.state.value === 'going';
  const at = courier.updatedAt.value;
  return (
    <div class="line" data-ready={at !== undefined}>
      <p class="quiet">
        {at === undefined ? <Say word={going ? 'units.fetching' : 'units.kept'} /> : <Say word="units.ready" values={{ at: moment(at) }} />}
      </p>
      <button type="button" class="button" disabled={going} onClick={() => void courier.go()}>
        <Icon name="refresh" />
        <Say word={going ? 'units.going' : 'units.go'} />
      </button>
    </div>
  );
}

function NoUnits({ satchel }: { readonly satchel: Satchel }) {
  const state = satchel.courier.state.value;
  if (state === 'going' && satchel.courier.updatedAt.value === undefined) return <Skeleton lines={6} />;
  return (
    <div class="empty">
      <strong>
        <Say word={state === 'no-line' ? 'units.none-off-line.head' : 'units.none.head'} />
      </strong>
      <Say word={state === 'no-line' ? 'units.none-off-line' : 'units.none'} />
    </div>
  );
}

function Filters(props: { readonly satchel: Satchel; readonly units: readonly UnitOnList[]; readonly show: string; readonly village: string }) {
  const { satchel, units, show, village } = props;
  const villages = new Map(units.map((unit) => [unit.area, unit.areaName]));
  const standings = units.map((unit) => satchel.standing(unit));
  return (
    <div class="filters">
      <div class="field">
        <label for="search">
          <Say word="units.search" />
        </label>
        <input id="search" class="input" type="search" autocomplete="off" value={place.value.searchParams.get('q') ?? ''} onInput={(event) => put('q', event.currentTarget.value)} />
      </div>
      {villages.size > 1 && (
        <div class="field">
          <label for="village">
            <Say word="units.village" />
          </label>
          <select id="village" class="input" value={village} onChange={(event) => put('village', event.currentTarget.value)}>
            <option value="">{say('units.all-villages')}</option>
            {[...villages].map(([area, name]) => (
              <option key={area} value={area}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="standings" role="group" aria-label={say('units.filter')}>
        <button type="button" class="button" aria-pressed={show === ''} onClick={() => put('show', '')}>
          <Say word="units.all" /> <span class="number">{units.length}</span>
        </button>
        {FILTERS.map((each) => ({ each, n: standings.filter((standing) => fits(standing, each)).length }))
          .filter(({ each, n }) => n > 0 || show === each)
          .map(({ each, n }) => (
            <button key={each} type="button" class="button" aria-pressed={show === each} onClick={() => put('show', show === each ? '' : each)}>
              <Say word={STANDINGS[each].word} /> <span class="number">{n}</span>
            </button>
          ))}
      </div>
    </div>
  );
}

function UnitRow({ satchel, unit, headed }: { readonly satchel: Satchel; readonly unit: UnitOnList; readonly headed: boolean }) {
  const standing = satchel.standing(unit);
  return (
    <>
      {headed && (
        <li class="village">
          <h2 lang="zh-CN">{unit.areaName}</h2>
        </li>
      )}
      <li>
        <a class="unit" href={`/tablet/${standing === 'draft' ? 'interview' : 'unit'}/${encodeURIComponent(unit.unit)}`}>
          <strong lang="zh-CN">{headOf(unit) || unit.address}</strong>
          <StandingMark standing={standing} />
          <span class="quiet where">
            {headOf(unit) && <span lang="zh-CN">{unit.address}</span>} <span class="small number">{unit.unit}</span>
          </span>
        </a>
      </li>
    </>
  );
}

/** The name by which the village knows the household, where the register has one. */
export function headOf(unit: UnitOnList): string {
  const name = unit.prefill['head_name'];
  return typeof name === 'string' ? name : '';
}

function textOf(unit: UnitOnList): string {
  return `${headOf(unit)} ${unit.address} ${unit.unit} ${unit.areaName}`.toLowerCase();
}

function fits(standing: Standing, show: string): boolean {
  return show === '' || standing === show || (show === 'sent' && standing === 'sent-elsewhere');
}

function put(name: string, value: string): void {
  const to = new URL(location.href);
  to.searchParams.delete('done');
  if (value === '') to.searchParams.delete(name);
  else to.searchParams.set(name, value);
  go(to.href, 'replace');
}
