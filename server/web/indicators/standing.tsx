import { useEffect, useState } from 'preact/hooks';
import { ask } from '../app/api';
import { count, moment, share } from '../app/format';
import { Icon } from '../app/icons';
import { say } from '../app/language';
import { Notice, Say } from '../app/parts';
import type { AreaFigures, Made } from './server';

const AGAIN_MILLIS = 2_000;

/** Of when the figures are, whether the data have changed since, and the way to have them worked out. */
export function Standing(props: { readonly of: AreaFigures; readonly campaign: string; readonly reload: () => void; readonly at: number | undefined }) {
  const { of, campaign, reload, at } = props;
  const [refused, setRefused] = useState(false);
  const making = of.making !== undefined;
  useEffect(() => {
    if (!making) return undefined;
    const again = setTimeout(reload, AGAIN_MILLIS);
    return () => clearTimeout(again);
  }, [making, at]);
  const make = async () => {
    const reply = await ask('POST', '/api/indicators', { campaign });
    setRefused(reply.kind !== 'ok');
    reload();
  };
  const stale = of.state === 'made' && of.changed;
  return (
    <div class="stack" aria-live="polite">
      {of.state === 'none' && !making && (
        <div class="empty">
          <p>
            <Say word={of.mayMake ? 'indicators.none' : 'indicators.none-others'} />
          </p>
        </div>
      )}
      {of.failed && (
        <Notice tone="danger" live>
          <Say word="indicators.failed" />
        </Notice>
      )}
      {refused && (
        <Notice tone="danger" live>
          <Say word="indicators.refused" />
        </Notice>
      )}
      {stale && !making && (
        <Notice tone="info">
          <Say word="indicators.changed" />
        </Notice>
      )}
      {making && (
        <div>
          <p>
            <Say word="indicators.making" />
          </p>
          <progress value={of.making?.read} max={Math.max(of.making?.of ?? 1, 1)} aria-label={say('indicators.making')} />
          {(of.making?.of ?? 0) > 0 && (
            <span class="quiet small number">
              {' '}
              {count(of.making?.read ?? 0)} / {count(of.making?.of ?? 0)} {share(of.making?.read ?? 0, of.making?.of ?? 0)}
            </span>
          )}
        </div>
      )}
      {of.mayMake && !making && (of.state === 'none' || stale || of.failed) && (
        <p>
          <button type="button" class={of.state === 'none' ? 'button main' : 'button'} onClick={() => void make()}>
            <Icon name="refresh" />
            <Say word={of.state === 'none' ? 'indicators.make' : 'indicators.make-again'} />
          </button>
        </p>
      )}
    </div>
  );
}

/** How many interviews of the campaign do not count yet, or not at all. */
export function LeftOut({ of }: { readonly of: Made }) {
  const { void: voided = 0, 'not-drawn': notDrawn = 0, ...others } = of.leftOut ?? {};
  const waiting = Object.values(others).reduce((sum, n) => sum + n, 0);
  if (waiting + voided + notDrawn === 0) return null;
  return (
    <p class="quiet small">
      {waiting + voided > 0 && <Say word="indicators.left-out" values={{ waiting: count(waiting), void: count(voided) }} />}{' '}
      {notDrawn > 0 && <Say word="indicators.not-drawn" values={{ n: count(notDrawn) }} />}
    </p>
  );
}

/** Of when the figures are, in words. */
export function AsOf({ of }: { readonly of: AreaFigures }) {
  if (of.state === 'none') return null;
  return (
    <span class="quiet">
      <Say word="indicators.as-of" values={{ at: moment(of.asOf) }} />
    </span>
  );
}
