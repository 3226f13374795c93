import { useState } from 'preact/hooks';
import { count, moment } from '../app/format';
import { Icon } from '../app/icons';
import { language, say } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { PageHead, Say, Text } from '../app/parts';
import { Heads } from '../app/table';
import { address, parameter, refine } from '../supervisor/addresses';
import { nameOf } from '../supervisor/campaign';
import { AddValue } from './add';
import type { Parameter, Value } from './server';
import '../supervisor/supervisor.css';
import './tables.css';

const AREA = /^([1-9]\d{1,11})?$/;

/** The tables behind the rules: every value that was ever given, and the way to add one. Nothing is edited. */
export default function Tables() {
  const area = parameter('area') ?? '';
  const day = parameter('day') ?? '';
  const [find, setFind] = useState('');
  const loaded = useLoad<{ readonly parameters: readonly Parameter[] }>(address('/api/parameters', { area: AREA.test(area) ? area : '', day }));
  return (
    <main class="desk stack">
      <PageHead>
        <Say word="tables.head" />
      </PageHead>
      <p class="quiet">
        <Say word="tables.about" />
      </p>
      <div class="row filters">
        <label class="field">
          <span class="label">
            <Say word="tables.find" />
          </span>
          <input class="input" type="search" value={find} onInput={(event) => setFind(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span class="label">
            <Say word="tables.area" />
          </span>
          <input class="input number" inputMode="numeric" maxLength={12} value={area} placeholder="540302" aria-invalid={!AREA.test(area)} onChange={(event) => refine('area', event.currentTarget.value.trim() || undefined)} />
        </label>
        <label class="field">
          <span class="label">
            <Say word="tables.day" />
          </span>
          <input class="input number" type="date" value={day} onChange={(event) => refine('day', event.currentTarget.value || undefined)} />
        </label>
      </div>
      <Loading of={loaded} lines={10}>
        {({ parameters }) => <List parameters={parameters.filter((one) => matches(one, find))} reload={loaded.reload} />}
      </Loading>
    </main>
  );
}

function matches(one: Parameter, find: string): boolean {
  const wanted = find.trim().toLowerCase();
  return [one.name, one.title.zh, one.title.en ?? ''].some((text) => text.toLowerCase().includes(wanted));
}

function List({ parameters, reload }: { readonly parameters: readonly Parameter[]; readonly reload: () => void }) {
  if (parameters.length === 0) {
    return (
      <div class="empty">
        <p>
          <Say word="tables.none" />
        </p>
      </div>
    );
  }
  return (
    <ul class="parameters">
      {parameters.map((one) => (
        <li key={one.name}>
          <OneTable table={one} reload={reload} />
        </li>
      ))}
    </ul>
  );
}

function OneTable({ table, reload }: { readonly table: Parameter; readonly reload: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="down" />
        <span class="parameter-title">
          <Text>{nameOf(table.title)}</Text> <span class="quiet small code">{table.name}</span>
        </span>
        <span class="parameter-held number">{table.holds ? shown(table.holds.value, table.unit) : <Say word="tables.values" values={{ n: table.values.length }} />}</span>
      </summary>
      {open && (
        <div class="stack parameter-body">
          {table.holds && (
            <p class="quiet small">
              <Say word="tables.holds" values={{ source: table.holds.source, version: table.holds.version }} />
            </p>
          )}
          <Values table={table} />
          <AddValue table={table} reload={reload} />
        </div>
      )}
    </details>
  );
}

const HEADS = ['tables.area', 'tables.valid', 'tables.value', 'tables.source', 'tables.given'] as const;

function Values({ table }: { readonly table: Parameter }) {
  if (table.values.length === 0) {
    return (
      <p class="quiet">
        <Say word="tables.no-values" />
      </p>
    );
  }
  return (
    <div class="table-frame">
      <table class="rows">
        <Heads words={HEADS} />
        <tbody>
          {[...table.values].reverse().map((value) => (
            <Row key={`${value.area} ${value.from} ${value.version} ${value.origin}`} value={value} unit={table.unit} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ value, unit }: { readonly value: Value; readonly unit: string | undefined }) {
  return (
    <tr class={value.replaced ? 'replaced' : ''}>
      <th scope="row">{value.area === '' ? <Say word="tables.country" /> : <><Text>{value.areaName}</Text> <span class="quiet number">{value.area}</span></>}</th>
      <td class="number" data-head={say('tables.valid')}>
        {value.from} – {value.to ?? say('tables.open')}
      </td>
      <td class="number" data-head={say('tables.value')}>
        {shown(value.value, unit)}
      </td>
      <td data-head={say('tables.source')}>
        <Text>{value.source}</Text>{' '}
        {!value.verified && (
          <span class="badge soft">
            <Say word="tables.unverified" />
          </span>
        )}
      </td>
      <td class="quiet small" data-head={say('tables.given')}>
        {value.origin === 'added' ? <Say word="tables.by" values={{ by: value.by ?? '', at: moment(value.at ?? '') }} /> : <Say word="tables.bundled" />}{' '}
        {value.replaced && (
          <span class="badge">
            <Say word="tables.replaced" />
          </span>
        )}
      </td>
    </tr>
  );
}

/** A value with its unit, as people read it. */
export function shown(value: number | string | boolean, unit: string | undefined): string {
  if (typeof value === 'boolean') return say(value ? 'tables.true' : 'tables.false');
  const text = typeof value === 'number' ? count(value) : value;
  const word = unit === undefined ? '' : unitIn(unit);
  return word === '' ? text : `${text}\u2009${word}`;
}

const CHINESE: Readonly<Record<string, string>> = { yuan: '元', percent: '%', points: '分', persons: '人', L: '升', min: '分钟', m: '米', days: '天' };

function unitIn(unit: string): string {
  return language.value === 'en' ? unit : (CHINESE[unit] ?? unit);
}
