import { count, share } from '../app/format';
import { say } from '../app/language';
import { Say } from '../app/parts';
import { address } from './addresses';
import { StateBadge } from './households';
import type { Row, SubmissionState } from './server';

const STATES: readonly SubmissionState[] = ['received', 'waiting', 'checked', 'correction', 'returned', 'accepted', 'void'];

interface Props {
  readonly row: Row;
  readonly campaign: string | undefined;
}

/** How many households of an area stand where in the review, each leading to those submissions. */
export function ReviewCounts({ row, campaign }: Props) {
  const there = STATES.filter((state) => (row.states[state] ?? 0) > 0);
  if (there.length === 0) return null;
  return (
    <ul class="row review-counts" aria-label={say('progress.review')}>
      {there.map((state) => (
        <li key={state}>
          <a href={address('/supervisor/submissions', { area: row.code, campaign, state })}>
            <StateBadge state={state} /> <span class="number">{count(row.states[state]!)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** In a cell of a table: how much is accepted, and what was not left standing. */
export function ReviewCell({ row }: { readonly row: Row }) {
  const { accepted = 0, returned = 0, void: voided = 0 } = row.states;
  const beside = [returned > 0 && say('progress.returned', { n: count(returned) }), voided > 0 && say('progress.void', { n: count(voided) })];
  return (
    <>
      <span class="number">
        <Say word="progress.accepted" values={{ n: count(accepted), share: share(accepted, row.units) }} />
      </span>{' '}
      <span class="quiet small number">{beside.filter(Boolean).join(' · ')}</span>
    </>
  );
}
