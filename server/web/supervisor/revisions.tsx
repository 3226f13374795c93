import { moment } from '../app/format';
import { Say } from '../app/parts';
import { Counts, StateBadge } from './households';
import { foundIn } from './findings';
import type { Revision } from './server';

/** Every revision that came in, the latest first: when, by whom, what was odd, which photos are still to come. */
export function Revisions({ revisions }: { readonly revisions: readonly Revision[] }) {
  return (
    <section class="stack" aria-labelledby="revisions">
      <h2 id="revisions">
        <Say word="revisions.head" />
      </h2>
      <ol class="revisions">
        {[...revisions].reverse().map((revision) => (
          <li key={revision.number}>
            <p>
              <strong>
                <Say word="revisions.number" values={{ n: revision.number }} />
              </strong>{' '}
              <span class="number quiet">{moment(revision.receivedAt)}</span> <StateBadge state={revision.state} />
            </p>
            <p class="quiet">{revision.author}</p>
            <Counts of={countsOf(revision)} />
            {revision.attachments.length > 0 && (
              <p class="small quiet">
                <Say word="revisions.attachments" values={{ present: revision.attachments.filter(({ present }) => present).length, all: revision.attachments.length }} />
              </p>
            )}
            <p class="small quiet code" title={revision.digest}>
              {revision.digest.slice(0, 12)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function countsOf({ findings }: Revision) {
  const found = foundIn(findings);
  const hard = found.filter((one) => one.hard).length;
  return { hard, soft: found.length - hard };
}
