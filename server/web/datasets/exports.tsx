import { useEffect } from 'preact/hooks';
import { ask } from '../app/api';
import { count, moment, share } from '../app/format';
import { Icon } from '../app/icons';
import { say } from '../app/language';
import type { Loaded } from '../app/load';
import { Loading } from '../app/loading';
import { Say } from '../app/parts';
import { Heads } from '../app/table';
import type { SubmissionState } from '../supervisor/server';
import { wordOr } from './which';
import { type Export, isOpen } from './server';

const HEADS = ['exports.file', 'exports.state', 'exports.asked-at', 'exports.contents', 'exports.do'] as const;
const AGAIN_MILLIS = 2_000;

export interface ExportList {
  readonly exports: readonly Export[];
}

/** Files one asked for, with how far they are: one may leave and come back. */
export function Exports({ of }: { readonly of: Loaded<ExportList> }) {
  const waiting = of.body?.exports.some(isOpen) ?? false;
  useEffect(() => {
    if (!waiting || of.loading) return undefined;
    const again = setTimeout(of.reload, AGAIN_MILLIS);
    return () => clearTimeout(again);
  }, [waiting, of.loading, of.at]);
  return (
    <section class="stack" aria-labelledby="exports-head">
      <h2 id="exports-head">
        <Say word="exports.head" />
      </h2>
      <Loading of={of} lines={3}>
        {({ exports }) =>
          exports.length === 0 ? (
            <p class="quiet">
              <Say word="exports.none" />
            </p>
          ) : (
            <table class="rows">
              <Heads words={HEADS} />
              <tbody>
                {exports.map((each) => (
                  <One key={each.id} of={each} reload={of.reload} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loading>
    </section>
  );
}

function One({ of, reload }: { readonly of: Export; readonly reload: () => void }) {
  const { form, version, format, campaign, area } = of.asked;
  return (
    <tr>
      <th scope="row">
        <strong>{`${form} ${version ?? say('exports.every-version')}`}</strong>
        <div class="quiet small">{[wordOr(`exports.format.${format}`, format), campaign, area].filter((text) => text !== '').join(' · ')}</div>
      </th>
      <td data-head={say('exports.state')}>
        <ExportState of={of} />
      </td>
      <td data-head={say('exports.asked-at')} class="number">
        {moment(of.queuedAt)}
      </td>
      <td data-head={say('exports.contents')} class="number">
        {of.rows !== undefined && (
          <>
            <Say word="exports.rows" values={{ rows: count(of.rows), submissions: count(of.submissions ?? 0) }} />
            <div class="quiet small">
              {size(of.size ?? 0)}
              {of.unchanged === true && <> · {say('exports.unchanged')}</>}
            </div>
            <LeftOut of={of} />
          </>
        )}
      </td>
      <td data-head={say('exports.do')}>
        <div class="row">
          {of.file !== undefined && (
            <a class="button main" href={of.file} download={of.name}>
              <Icon name="download" />
              <Say word="exports.download" />
            </a>
          )}
          {(isOpen(of) || of.state === 'done') && <Cancel of={of} reload={reload} />}
        </div>
      </td>
    </tr>
  );
}

/** An empty file astonishes nobody who reads why. */
function LeftOut({ of: { leftOut = {} } }: { readonly of: Export }) {
  const states = Object.entries(leftOut) as [SubmissionState, number][];
  if (states.length === 0) return null;
  const listed = states.map(([state, n]) => `${say(`unit-state.${state}`)} ${count(n)}`).join(' · ');
  return (
    <div class="quiet small">
      <Say word="exports.left-out" values={{ listed }} />
    </div>
  );
}

export function ExportState({ of: { state, progress, failure, expiresAt } }: { readonly of: Export }) {
  return (
    <>
      <span class={`badge ${state === 'failed' ? 'hard' : state === 'done' ? 'received' : ''}`} role="status">
        <Say word={`exports.state.${state}`} />
      </span>
      {progress !== undefined && (
        <div class="small">
          <progress value={progress.read} max={Math.max(progress.of, 1)} aria-label={say('exports.state.running')} />
          <div class="quiet number">{`${count(progress.read)} / ${count(progress.of)} ${share(progress.read, progress.of)}`}</div>
        </div>
      )}
      {failure !== undefined && (
        <div class="small">
          <Say word={`exports.failure.${failure.code}`} />
        </div>
      )}
      {state === 'done' && expiresAt !== undefined && (
        <div class="quiet small">
          <Say word="exports.kept-until" values={{ at: moment(expiresAt) }} />
        </div>
      )}
    </>
  );
}

function Cancel({ of, reload }: { readonly of: Export; readonly reload: () => void }) {
  const cancel = async () => {
    await ask('DELETE', `/api/exports/${of.id}`);
    reload();
  };
  return (
    <button type="button" class="button" onClick={() => void cancel()}>
      <Icon name={isOpen(of) ? 'cross' : 'bin'} />
      <Say word={isOpen(of) ? 'exports.cancel' : 'exports.remove'} />
    </button>
  );
}

/** 1.2 MB of bytes. */
function size(bytes: number): string {
  return bytes < 1_000_000 ? `${count(Math.ceil(bytes / 1_000))}\u2009kB` : `${count(Number((bytes / 1_000_000).toFixed(1)))}\u2009MB`;
}
