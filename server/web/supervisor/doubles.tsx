import { say } from '../app/language';
import { Say, Text } from '../app/parts';
import { chance, pairAddress } from '../linkage/pairs';
import type { PairRow, Side } from '../linkage/server';
import { UnitOf } from '../linkage/unit';
import type { Submission } from './server';
import { AreaName } from './ways';

/** Who of this interview may be somebody who was asked elsewhere, too; nothing if nobody is. */
export function LikelyDoubles({ submission }: { readonly submission: Submission }) {
  const pairs = submission.likelyDoubles ?? [];
  if (pairs.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="likely-doubles">
      <h2 id="likely-doubles">
        <Say word="linkage.head" />
      </h2>
      <p class="quiet">
        <Say word="linkage.at-submission" />
      </p>
      <ul class="finding-list doubles">
        {pairs.map((pair) => (
          <Double key={pair.id} pair={pair} submission={submission.submission} />
        ))}
      </ul>
    </section>
  );
}

/** The one of this interview, and the other; a link only if one may open it. */
function Double({ pair, submission }: { readonly pair: PairRow; readonly submission: string }) {
  const [own, other] = pair.left.submission === submission ? [pair.left, pair.right] : [pair.right, pair.left];
  const names = (
    <>
      <Text>{own.name || say('linkage.no-name')}</Text> · {other.elsewhere ? <Say word="linkage.side-elsewhere" /> : <Text>{other.name || say('linkage.no-name')}</Text>}
    </>
  );
  return (
    <li>
      {pair.mayNot === 'elsewhere' ? <span>{names}</span> : <a href={pairAddress(pair.id)}>{names}</a>}
      <Where side={other} />
      {pair.probability !== undefined && <span class="number small">{chance(pair.probability)}</span>}
      <span class={`badge ${pair.state === 'disputed' ? 'soft' : ''}`}>
        <Say word={`linkage.state.${pair.state}`} />
      </span>
    </li>
  );
}

function Where({ side }: { readonly side: Side }) {
  if (side.area === undefined) return null;
  return (
    <span class="quiet small number">
      <AreaName code={side.area} /> <UnitOf side={side} />
    </span>
  );
}
