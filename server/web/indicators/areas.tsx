import { count } from '../app/format';
import { say, type Word } from '../app/language';
import { Say, Text } from '../app/parts';
import { parameter, refine } from '../supervisor/addresses';
import { useRowKeys } from '../supervisor/keys';
import { FigureCell } from './cells';
import { figuresAddress } from './place';
import { arranged, type Order, orderOf } from './reading';
import type { Child, Figures, Group } from './server';
import { lacking } from './values';
import { nameOf } from '../supervisor/campaign';

const COLUMNS: readonly { readonly code: string; readonly word: Word; readonly unit: string }[] = [
  { code: 'poverty.register.rate', word: 'indicators.column.poor', unit: 'share' },
  { code: 'compliance.exit.pass', word: 'indicators.column.met', unit: 'share' },
  { code: 'compliance.exit.unknown', word: 'indicators.column.unknown', unit: 'share' },
  { code: 'income.register.mean', word: 'indicators.column.income', unit: 'yuan' },
  { code: 'coverage.listed', word: 'indicators.column.coverage', unit: 'share' },
];

/** Of which every household interviewed is the base. */
const BASE = 'compliance.exit.pass';

/** The areas below one, a row each, with the way down; the order stands in the address. */
export function Areas({ rows, campaign, year }: { readonly rows: readonly Child[]; readonly campaign: string; readonly year: number }) {
  const order = orderOf(parameter('order'), COLUMNS.map(({ code }) => code));
  const shown = arranged(rows, order);
  const { body, reached } = useRowKeys(shown.length);
  const columns = COLUMNS.filter(({ code }) => rows.some(({ figures }) => figures[code] !== undefined));
  if (rows.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="areas-head">
      <div class="row">
        <h2 id="areas-head">
          <Say word="indicators.areas" />
        </h2>
        <span class="keys quiet small">
          <kbd>j</kbd> <kbd>k</kbd> <Say word="keys.walk" /> <kbd>Enter</kbd> <Say word="keys.open" /> <kbd>u</kbd> <Say word="keys.up" />
        </span>
      </div>
      <table class="rows areas">
        <thead>
          <tr>
            <Head code="" word="indicators.area" order={order} />
            {columns.map(({ code, word }) => (
              <Head key={code} code={code} word={word} order={order} />
            ))}
            <th scope="col">
              <Say word="indicators.column.households" />
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map((row, i) => (
            <tr key={row.code} class={i === reached ? 'reached' : ''}>
              <th scope="row">
                <a href={figuresAddress({ campaign, area: row.code, year })}>
                  <Text>{row.name}</Text>
                </a>{' '}
                <span class="quiet small code">{row.code}</span>
              </th>
              {columns.map(({ code, word, unit }) => (
                <FigureCell key={code} figure={row.figures[code]} unit={unit} head={say(word)} />
              ))}
              <Interviewed figures={row.figures} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How many households the row stands on. */
function Interviewed({ figures }: { readonly figures: Figures }) {
  const base = figures[BASE];
  return (
    <td class="number" data-head={say('indicators.column.households')}>
      {base?.withheld ? lacking(base) : count(base?.households ?? 0)}
    </td>
  );
}

function Head({ code, word, order }: { readonly code: string; readonly word: Word; readonly order: Order }) {
  const here = order.code === code;
  return (
    <th scope="col" aria-sort={!here ? undefined : order.down ? 'descending' : 'ascending'}>
      <button type="button" onClick={() => refine('order', (here && !order.down ? '-' : '') + code)}>
        <Say word={word} />
        <span class="order" aria-hidden="true">
          {!here ? '' : order.down ? '▼' : '▲'}
        </span>
      </button>
    </th>
  );
}

/** The same figures by group; groups are not crossed with one another. */
export function Groups({ rows: all }: { readonly rows: readonly Group[] }) {
  const rows = all.filter(({ figures }) => figures[BASE]?.withheld === true || (figures[BASE]?.households ?? 0) > 0);
  const columns = COLUMNS.filter(({ code }) => rows.some(({ figures }) => figures[code] !== undefined));
  if (rows.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="groups-head">
      <h2 id="groups-head">
        <Say word="indicators.groups" />
      </h2>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">
              <Say word="indicators.group" />
            </th>
            {columns.map(({ code, word }) => (
              <th key={code} scope="col">
                <Say word={word} />
              </th>
            ))}
            <th scope="col">
              <Say word="indicators.column.households" />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.by} ${row.group}`}>
              <th scope="row">
                <Text>{nameOf(row.name)}</Text>
              </th>
              {columns.map(({ code, word, unit }) => (
                <FigureCell key={code} figure={row.figures[code]} unit={unit} head={say(word)} />
              ))}
              <Interviewed figures={row.figures} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
