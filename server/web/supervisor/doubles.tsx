import { say } from '../app/language';
import { Say, Text } from '../app/parts';
import { type Bench, HOMES, openAddress, PERSONS, wordOf } from '../linkage/bench';
import { chance } from '../linkage/pairs';
import type { PairRow, Side } from '../linkage/server';
import { UnitOf } from '../linkage/unit';
import type { Submission } from './server';
import { AreaName } from './ways';

/** Who of this interview may be somebody who was asked elsewhere, too, and what it may be a second interview of. */
export function LikelyDoubles({ submission }: { readonly submission: Submission }) {
  return (
    <>
      <List bench={PERSONS} pairs={submission.likelyDoubles ?? []} submission={submission.submission} />
      <List bench={HOMES} pairs={submission.likelyHouseholds ?? []} submission={submission.submission} />
    </>
  );
}

function List({ bench, pairs, submission }: { readonly bench: Bench; readonly pairs: readonly PairRow[]; readonly submission: string }) {
  if (pairs.length === 0) return null;
  const id = bench.home ? 'likely-households' : 'likely-doubles';
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>
        <Say word={wordOf(bench, 'head')} />
      </h2>
      <p class="quiet">
        <Say word={wordOf(bench, 'at-submission')} />
      </p>
      <ul class="finding-list doubles">
        {pairs.map((pair) => (
          <Double key={pair.id} bench={bench} pair={pair} submission={submission} />
        ))}
      </ul>
    </section>
  );
}

/** The one of this interview, and the other; a link only if one may open it. */
function Double({ bench, pair, submission }: { readonly bench: Bench; readonly pair: PairRow; readonly submission: string }) {
  const [own, other] = pair.left.submission === submission ? [pair.left, pair.right] : [pair.right, pair.left];
  const names = (
    <>
      <Text>{own.name || say('linkage.no-name')}</Text> · {other.elsewhere ? <Say word="linkage.side-elsewhere" /> : <Text>{other.name || say('linkage.no-name')}</Text>}
    </>
  );
  return (
    <li>
      {pair.mayNot === 'elsewhere' ? <span>{names}</span> : <a href={openAddress(bench, pair.id)}>{names}</a>}
      <Where side={other} />
      {pair.probability !== undefined && <span class="number small">{chance(pair.probability)}</span>}
      <span class={`badge ${pair.state === 'disputed' ? 'soft' : ''}`}>
        <Say word={wordOf(bench, `state.${pair.state}`)} />
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
