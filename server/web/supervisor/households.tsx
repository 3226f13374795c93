import { count, moment } from '../app/format';
import { say, type Word } from '../app/language';
import { Loading } from '../app/loading';
import { Say, Text } from '../app/parts';
import { Heads } from '../app/table';
import { address, submissionAddress } from './addresses';
import { useRowKeys } from './keys';
import { More } from './more';
import { usePages } from './pages';
import { Keys } from './progress-table';
import { useResultWords } from './results';
import type { Campaign, FindingCounts, Unit, Units, UnitState } from './server';

/** The households of a village, each with what has come from it. */
export function Households({ area, campaign }: { readonly area: string; readonly campaign: Campaign | undefined }) {
  const pages = usePages<Units>(address('/api/units', { area, campaign: campaign?.id }));
  const units = pages.pages.flatMap((page) => page.units);
  const words = useResultWords(campaign?.form);
  const { body, reached } = useRowKeys(units.length);
  return (
    <section class="stack" aria-label={say('households.head')}>
      <Loading of={pages.first}>
        {() =>
          units.length === 0 ? (
            <div class="empty">
              <p>
                <Say word="households.empty" />
              </p>
            </div>
          ) : (
            <>
              <div class="row tools">
                <h2>
                  <Say word="households.head" />
                </h2>
                <Keys />
              </div>
              <div class="table-frame">
                <table class="rows">
                  <Heads words={HEADS} />
                  <tbody ref={body}>
                    {units.map((unit, i) => (
                      <Household key={unit.unit} unit={unit} words={words} reached={i === reached} />
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )
        }
      </Loading>
      <More of={pages as never} />
    </section>
  );
}

const HEADS: readonly Word[] = [
  'households.unit',
  'households.household',
  'households.state',
  'households.result',
  'households.findings',
  'households.received',
];

interface Props {
  readonly unit: Unit;
  readonly words: (code: string) => string;
  readonly reached: boolean;
}

function Household({ unit, words, reached }: Props) {
  return (
    <tr class={reached ? 'reached' : ''}>
      <th scope="row" class="number">
        {unit.submission ? <a href={submissionAddress(unit.submission)}>{shortUnit(unit.unit)}</a> : <span tabIndex={-1}>{shortUnit(unit.unit)}</span>}
      </th>
      <td data-head={say('households.household')}>
        <Text>{unit.head}</Text> <span class="quiet small">{unit.address}</span>
      </td>
      <td data-head={say('households.state')}>
        <StateBadge state={unit.state} />
      </td>
      <td data-head={say('households.result')}>{unit.result === undefined ? <Nothing /> : <Text>{words(unit.result)}</Text>}</td>
      <td data-head={say('households.findings')}>{unit.findings ? <Counts of={unit.findings} /> : <Nothing />}</td>
      <td data-head={say('households.received')} class="number">
        {unit.receivedAt ? moment(unit.receivedAt) : <Nothing />}
      </td>
    </tr>
  );
}

function Nothing() {
  return <span class="quiet">–</span>;
}

/** The number of a unit within its village, which the page already names. */
function shortUnit(unit: string): string {
  return unit.slice(unit.indexOf('-') + 1);
}

const STATE_WORD: { readonly [state in UnitState]: Word } = {
  listed: 'unit-state.listed',
  received: 'unit-state.received',
  waiting: 'unit-state.waiting',
  checked: 'unit-state.checked',
  accepted: 'unit-state.accepted',
  correction: 'unit-state.correction',
  returned: 'unit-state.returned',
  void: 'unit-state.void',
};

export function StateBadge({ state }: { readonly state: UnitState }) {
  return (
    <span class={`badge ${state}`}>
      {Object.hasOwn(STATE_WORD, state) ? <Say word={STATE_WORD[state]} /> : state}
    </span>
  );
}

/** How many findings of each kind, in words. */
export function Counts({ of: { hard, soft } }: { readonly of: FindingCounts }) {
  if (hard + soft === 0) return <Say word="findings.none" />;
  return (
    <span class="row counts">
      {hard > 0 && (
        <span class="badge hard">
          <Say word="findings.hard-n" values={{ n: count(hard) }} />
        </span>
      )}
      {soft > 0 && (
        <span class="badge soft">
          <Say word="findings.soft-n" values={{ n: count(soft) }} />
        </span>
      )}
    </span>
  );
}
