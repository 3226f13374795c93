import { useEffect, useRef } from 'preact/hooks';
import { count, moment, share } from '../app/format';
import { Icon } from '../app/icons';
import { say } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { PageHead, Say, Text } from '../app/parts';
import { go } from '../app/router';
import { session } from '../app/session';
import { address, parameter, progressAddress } from './addresses';
import { topOf, topsOf, VILLAGE, waysTo } from './area';
import { CampaignChoice, useCampaign } from './campaign';
import { Coverage, Sparkline } from './charts';
import { Households } from './households';
import { ProgressTable } from './progress-table';
import { ResultList } from './results';
import { ReviewCounts } from './review-counts';
import { AreaName, Ways } from './ways';
import type { Progress, Row } from './server';

/** How far an area is, and the way down to its villages and their households. The address holds area and campaign. */
export function ProgressPage() {
  const who = session.value;
  const tops = typeof who === 'object' ? topsOf(who) : [];
  const area = parameter('area') ?? tops[0] ?? '';
  const { campaigns, campaign } = useCampaign(area);
  const loaded = useLoad<Progress>(
    campaigns.loading && !campaigns.body ? undefined : address('/api/progress', { area, campaign: campaign?.id }),
  );
  const top = topOf(area, tops);
  useUpKey(area, top, campaign?.id);
  useClock(loaded.reload);

  return (
    <main class="desk stack">
      <Ways ways={waysTo(area, top)} campaign={campaign?.id} tops={tops} />
      {loaded.body === undefined && (
        <PageHead>
          <AreaName code={area} />
        </PageHead>
      )}
      <Loading of={loaded}>
        {(progress) => (
          <>
            <header class="row page-top">
              <PageHead key={area}>
                <Text>{progress.name}</Text>
              </PageHead>
              <CampaignChoice campaigns={campaigns.body?.campaigns ?? []} chosen={campaign} />
              <div class="row as-of">
                <span class="quiet">
                  <Say word="progress.as-of" values={{ at: moment(progress.asOf) }} />
                </span>
                <button type="button" class="button plain" onClick={loaded.reload} disabled={loaded.loading}>
                  <Icon name="refresh" />
                  <Say word="progress.refresh" />
                </button>
              </div>
            </header>
            <Total row={progress.total} form={campaign?.form} />
            <ReviewCounts row={progress.total} campaign={campaign?.id} />
            {area.length < VILLAGE ? (
              <ProgressTable key={area} rows={progress.children} campaign={campaign?.id} />
            ) : (
              <Households key={area} area={area} campaign={campaign} />
            )}
            <p class="row">
              <a href={address('/supervisor/submissions', { area, campaign: campaign?.id, state: 'received' })}>
                <Say word="progress.to-reviews" />
              </a>
              <a href={address('/supervisor/problems', { area })}>
                <Say word="progress.to-problems" />
              </a>
              <a href={address('/supervisor/quarantine', { area })}>
                <Say word="progress.to-quarantine" />
              </a>
            </p>
          </>
        )}
      </Loading>
    </main>
  );
}

function Total({ row, form }: { readonly row: Row; readonly form: Parameters<typeof ResultList>[0]['form'] }) {
  return (
    <section class="total" aria-label={say('progress.total')}>
      <div class="total-figures">
        <p class="figure number">
          {row.enumerated === 0 ? (
            <Say word={row.units === 0 ? 'progress.no-units' : 'progress.no-result'} />
          ) : (
            <>
              {count(row.enumerated)} <Say word="progress.of" /> {count(row.units)}
              <span class="share">{share(row.enumerated, row.units)}</span>
            </>
          )}
        </p>
        <Coverage row={row} />
        <p class="quiet">
          <PlanWords row={row} />
        </p>
      </div>
      <div class="total-days">
        <Sparkline days={row.days} />
        <p class="quiet small">
          <Say word="progress.last-days" values={{ n: count(row.days.reduce((sum, day) => sum + day.arrived, 0)) }} />
        </p>
      </div>
      <ResultList row={row} form={form} />
    </section>
  );
}

/** How the enumerated stand against what was expected by today. */
export function PlanWords({ row }: { readonly row: Row }) {
  const ahead = row.enumerated - row.expectedToday;
  const values = { expected: count(row.expectedToday), n: count(Math.abs(ahead)) };
  return <Say word={ahead < 0 ? 'progress.behind' : ahead > 0 ? 'progress.ahead' : 'progress.on-plan'} values={values} />;
}

const REFRESH_MILLIS = 30_000;

/** Keeps a page that is being looked at from growing old. */
function useClock(reload: () => void): void {
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    const tick = () => {
      if (document.visibilityState === 'visible' && navigator.onLine) latest.current();
    };
    const timer = setInterval(tick, REFRESH_MILLIS);
    return () => clearInterval(timer);
  }, []);
}

/** u leads one level up. */
function useUpKey(area: string, top: string, campaign: string | undefined): void {
  useEffect(() => {
    const up = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      const above = waysTo(area, top).at(-2);
      if (event.key === 'u' && !typing && !event.ctrlKey && !event.metaKey && above !== undefined) go(progressAddress(above, campaign));
    };
    addEventListener('keydown', up);
    return () => removeEventListener('keydown', up);
  }, [area, top, campaign]);
}
