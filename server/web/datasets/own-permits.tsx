import { moment } from '../app/format';
import { Icon } from '../app/icons';
import { say } from '../app/language';
import { Say, Text } from '../app/parts';
import { Heads } from '../app/table';
import { ExportState } from './exports';
import { Areas, TakeBack, What } from './permit-parts';
import { type Export, isOver, type Permit } from './server';

const HEADS = ['permits.data', 'permits.purpose-said', 'exports.state', 'exports.do'] as const;

interface Props {
  readonly permits: readonly Permit[];
  /** Files one asked for; that of a permit has its id. */
  readonly exports: readonly Export[];
  readonly changed: (what: string) => void;
}

/** What one asked for, what was said to it, and the file while it may be had. */
export function OwnPermits({ permits, exports, changed }: Props) {
  return (
    <section class="stack" aria-labelledby="own-permits">
      <h2 id="own-permits">
        <Say word="permits.own" />
      </h2>
      {permits.length === 0 ? (
        <p class="quiet">
          <Say word="permits.none-own" />
        </p>
      ) : (
        <table class="rows">
          <Heads words={HEADS} />
          <tbody>
            {permits.map((each) => (
              <One key={each.id} of={each} file={exports.find(({ id }) => id === each.id)} changed={changed} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function One({ of, file, changed }: { readonly of: Permit; readonly file: Export | undefined; readonly changed: (what: string) => void }) {
  const allowed = of.state === 'approved' && !isOver(of);
  return (
    <tr>
      <th scope="row">
        <strong>
          <What of={of} />
        </strong>
        <div class="quiet small">
          <Areas of={of} />
        </div>
      </th>
      <td data-head={say('permits.purpose-said')}>
        <Text>{of.purpose}</Text>
        <div class="quiet small">{moment(of.askedAt)}</div>
      </td>
      <td data-head={say('exports.state')}>
        <State of={of} />
        {allowed && file !== undefined && file.state !== 'done' && <ExportState of={file} />}
      </td>
      <td data-head={say('exports.do')}>
        <div class="row">
          {allowed && file?.file !== undefined && (
            <a class="button main" href={file.file} download={file.name}>
              <Icon name="download" />
              <Say word="exports.download" />
            </a>
          )}
          {(of.state === 'asked' || allowed) && <TakeBack of={of} changed={changed} />}
        </div>
      </td>
    </tr>
  );
}

function State({ of }: { readonly of: Permit }) {
  const over = isOver(of);
  return (
    <>
      <span class={`badge ${of.state === 'refused' ? 'hard' : of.state === 'approved' && !over ? 'received' : ''}`}>
        <Say word={over ? 'permits.state.over' : `permits.state.${of.state}`} />
      </span>
      {of.state === 'approved' && of.until !== undefined && (
        <div class="quiet small">
          <Say word={over ? 'permits.was-until' : 'permits.until'} values={{ at: moment(of.until) }} />
        </div>
      )}
      {of.note !== '' && of.decidedBy !== undefined && (
        <div class="small">
          {of.decidedBy}: <Text>{of.note}</Text>
        </div>
      )}
    </>
  );
}
