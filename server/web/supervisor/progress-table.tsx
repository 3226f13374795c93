import { count, moment, share } from '../app/format';
import { say, type Word } from '../app/language';
import { Notice, Say, Text } from '../app/parts';
import { parameter, progressAddress, refine } from './addresses';
import { Coverage, Sparkline } from './charts';
import { useRowKeys } from './keys';
import { arranged, type Column, orderOf, pressed, write } from './order';
import { PlanWords } from './progress';
import { ReviewCell } from './review-counts';
import type { Row } from './server';

const COLUMNS: readonly { readonly column: Column; readonly word: Word }[] = [
  { column: 'area', word: 'progress.area' },
  { column: 'share', word: 'progress.enumerated' },
  { column: 'plan', word: 'progress.plan' },
  { column: 'accepted', word: 'progress.review' },
  { column: 'days', word: 'progress.last-days-head' },
  { column: 'last', word: 'progress.last-arrival' },
];

interface Props {
  readonly rows: readonly Row[];
  readonly campaign: string | undefined;
}

/** The areas below one, a row each; order and filter stand in the address. */
export function ProgressTable({ rows, campaign }: Props) {
  const order = orderOf(parameter('order'));
  const shown = arranged(rows, order, parameter('find') ?? '');
  const { body, reached } = useRowKeys(shown.length);
  if (rows.length === 0) {
    return (
      <div class="empty">
        <p>
          <Say word="progress.empty" />
        </p>
      </div>
    );
  }
  return (
    <section class="stack" aria-label={say('progress.areas')}>
      <Tools many={rows.length} shown={shown.length} />
      <div class="table-frame">
        <table class="rows">
          <thead>
            <tr>
              {COLUMNS.map(({ column, word }) => (
                <th key={column} scope="col" aria-sort={order.column !== column ? undefined : order.down ? 'descending' : 'ascending'}>
                  <button type="button" onClick={() => refine('order', write(pressed(column, order)))}>
                    <Say word={word} />
                    <span class="order" aria-hidden="true">
                      {order.column !== column ? '' : order.down ? '▼' : '▲'}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {shown.map((row, i) => (
              <AreaRow key={row.code} row={row} campaign={campaign} reached={i === reached} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && (
        <Notice tone="info">
          <Say word="common.none-found" />
        </Notice>
      )}
    </section>
  );
}

function Tools({ many, shown }: { readonly many: number; readonly shown: number }) {
  return (
    <div class="row tools">
      <input
        class="input find"
        type="search"
        aria-label={say('progress.find')}
        placeholder={say('progress.find')}
        value={parameter('find') ?? ''}
        onInput={(event) => refine('find', event.currentTarget.value)}
      />
      <span class="quiet number" role="status">
        <Say word="progress.areas-shown" values={{ shown: count(shown), many: count(many) }} />
      </span>
      <Keys />
    </div>
  );
}

export function Keys() {
  return (
    <span class="keys quiet small">
      <kbd>j</kbd> <kbd>k</kbd> <Say word="keys.walk" /> <kbd>Enter</kbd> <Say word="keys.open" /> <kbd>u</kbd> <Say word="keys.up" />
    </span>
  );
}

function AreaRow({ row, campaign, reached }: { readonly row: Row; readonly campaign: string | undefined; readonly reached: boolean }) {
  return (
    <tr class={reached ? 'reached' : ''}>
      <th scope="row">
        <a href={progressAddress(row.code, campaign)}>
          <Text>{row.name}</Text>
        </a>{' '}
        <span class="quiet small code">{row.code}</span>
      </th>
      <td class="share-cell" data-head={say('progress.enumerated')}>
        <Coverage row={row} />
        <span class="number">
          {row.enumerated === 0 ? (
            <span class="quiet">
              <Say word={row.units === 0 ? 'progress.no-units' : 'progress.no-result-of'} values={{ units: count(row.units) }} />
            </span>
          ) : (
            <>
              {count(row.enumerated)} <Say word="progress.of" /> {count(row.units)}
              <span class="quiet"> {share(row.enumerated, row.units)}</span>
            </>
          )}
        </span>
      </td>
      <td class={row.enumerated < row.expectedToday ? 'plan-cell behind' : 'plan-cell'} data-head={say('progress.plan')}>
        {row.units > 0 && <PlanWords row={row} />}
      </td>
      <td data-head={say('progress.review')}>{row.enumerated + (row.states.void ?? 0) > 0 && <ReviewCell row={row} />}</td>
      <td data-head={say('progress.last-days-head')}>
        <Sparkline days={row.days} />
      </td>
      <td class="number" data-head={say('progress.last-arrival')}>
        {row.lastArrival ? moment(row.lastArrival) : <span class="quiet">–</span>}
      </td>
    </tr>
  );
}
