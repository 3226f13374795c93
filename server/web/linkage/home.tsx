import { Icon } from '../app/icons';
import { say } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { PageHead, Say, Text } from '../app/parts';
import { Heads } from '../app/table';
import { submissionAddress } from '../supervisor/addresses';
import { AreaName } from '../supervisor/ways';
import { Alike } from './alike';
import { HOMES, PERSONS, wordOf } from './bench';
import { Decide, Head, History } from './pair';
import { pairAddress, textOf } from './pairs';
import { InCommon } from './queue';
import type { Home, Lined, Person, Side } from './server';
import { UnitOf } from './unit';
import { Waterfall } from './waterfall';

/** Two households side by side: who is in both, what else agrees, and the judgement. */
export function HomePage({ id }: { readonly id: string }) {
  const path = `${HOMES.api}/${encodeURIComponent(id)}`;
  const loaded = useLoad<Home>(path);
  return (
    <main class="desk stack">
      <p>
        <a href={HOMES.page}>
          <Icon name="back" />
          <Say word="linkage.to-queue" />
        </a>
      </p>
      {loaded.body === undefined && (
        <PageHead>
          <Say word="linkage.home.pair" />
        </PageHead>
      )}
      <Loading of={loaded} lines={12}>
        {(home) => (
          <>
            <Head bench={HOMES} pair={home} />
            <div class="reading">
              <div class="stack">
                <Members home={home} />
                <Alike bench={HOMES} pair={home} />
                <Waterfall of={home.waterfall} bench={HOMES} />
              </div>
              <aside class="stack" aria-label={say('linkage.judgement')}>
                <Decide bench={HOMES} pair={home} path={path} reload={loaded.reload} />
                <History bench={HOMES} pair={home} />
              </aside>
            </div>
          </>
        )}
      </Loading>
    </main>
  );
}

/** Whoever may be one person stands in one row. */
function Members({ home }: { readonly home: Home }) {
  return (
    <section class="stack" aria-labelledby="members">
      <h2 id="members">
        <Say word="linkage.home.members" />
      </h2>
      <p class="quiet">
        <InCommon of={home.common} />
      </p>
      <table class="alike lined">
        <Heads words={['linkage.home.one', 'linkage.home.other', 'linkage.says']} />
        <tbody>
          <tr>
            <Place side={home.left} />
            <Place side={home.right} />
            <td class="says" />
          </tr>
          {home.members.map((row) => (
            <Row key={`${row.left?.line ?? ''} ${row.right?.line ?? ''}`} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Place({ side }: { readonly side: Side }) {
  return (
    <td>
      {side.area !== undefined && <AreaName code={side.area} />}{' '}
      {side.submission === undefined ? <UnitOf side={side} /> : <a href={submissionAddress(side.submission)}>{side.unit}</a>}
      {side.address && (
        <span class="quiet small">
          {' '}
          <Text>{side.address}</Text>
        </span>
      )}
    </td>
  );
}

function Row({ row }: { readonly row: Lined }) {
  return (
    <tr class={row.pair === undefined ? 'alone' : ''}>
      <Member of={row.left} />
      <Member of={row.right} />
      <td class="says">
        {row.pair !== undefined && row.state !== undefined && (
          <a href={pairAddress(row.pair)}>
            <Say word={wordOf(PERSONS, `state.${row.state}`)} />
          </a>
        )}
      </td>
    </tr>
  );
}

function Member({ of: person }: { readonly of: Person | undefined }) {
  if (person === undefined) {
    return (
      <td class="quiet">
        <Say word="linkage.home.nobody" />
      </td>
    );
  }
  return (
    <td>
      <strong>
        <Text>{person.name || say('linkage.no-name')}</Text>
      </strong>{' '}
      <span class="quiet small number">
        {person.relText ? textOf(person.relText) : ''} {person.sex === '1' || person.sex === '2' ? say(`linkage.sex.${person.sex}`) : ''} {person.born ?? ''}
      </span>
    </td>
  );
}
