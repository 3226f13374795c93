import { moment } from '../app/format';
import { Icon } from '../app/icons';
import { say, type Word } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { Notice, PageHead, Say, Text } from '../app/parts';
import { session } from '../app/session';
import { submissionAddress } from '../supervisor/addresses';
import { AreaName } from '../supervisor/ways';
import { Alike } from './alike';
import { type Bench, PERSONS, wordOf } from './bench';
import { JudgeForm, UndoForm } from './judge';
import { chance, pairAddress, ruleName, textOf } from './pairs';
import { StateOf } from './queue';
import type { Judgement, Opened, Pair, Person, Side } from './server';
import { UnitOf } from './unit';
import { Waterfall } from './waterfall';

/** Two records side by side, why they may be one person, and the judgement. */
export function PairPage({ id }: { readonly id: string }) {
  const path = `/api/linkage/pairs/${encodeURIComponent(id)}`;
  const loaded = useLoad<Pair>(path);
  return (
    <main class="desk stack">
      <p>
        <a href="/linkage">
          <Icon name="back" />
          <Say word="linkage.to-queue" />
        </a>
      </p>
      {loaded.body === undefined && (
        <PageHead>
          <Say word="linkage.pair" />
        </PageHead>
      )}
      <Loading of={loaded} lines={12}>
        {(pair) => (
          <>
            <Head bench={PERSONS} pair={pair} />
            <div class="reading">
              <div class="stack">
                <Alike bench={PERSONS} pair={pair} />
                {pair.households && <Households pair={pair} />}
                <Waterfall of={pair.waterfall} bench={PERSONS} />
              </div>
              <aside class="stack" aria-label={say('linkage.judgement')}>
                <Decide bench={PERSONS} pair={pair} path={path} reload={loaded.reload} />
                <History bench={PERSONS} pair={pair} />
              </aside>
            </div>
          </>
        )}
      </Loading>
    </main>
  );
}

export function Head({ bench, pair }: { readonly bench: Bench; readonly pair: Opened }) {
  return (
    <>
      <header class="row page-top">
        <PageHead>
          <Text>{`${pair.left.name || '–'} · ${pair.right.name || '–'}`}</Text>
        </PageHead>
        <StateOf bench={bench} row={pair} />
        <p class="quiet as-of">
          <Say word={wordOf(bench, 'found-by')} values={{ chance: chance(pair.probability), rule: ruleName(pair.rule), at: moment(pair.foundAt) }} />
        </p>
      </header>
      {pair.veto && (
        <Notice tone="caution">
          <Say word="linkage.veto-about" />
        </Notice>
      )}
    </>
  );
}

/** What may be done now, or why nothing. */
export function Decide({ bench, pair, path, reload }: { readonly bench: Bench; readonly pair: Opened; readonly path: string; readonly reload: () => void }) {
  const who = session.value;
  const own = pair.mayNot && pair.mayNot !== 'decided' ? (wordOf(bench, `may-not.${pair.mayNot}`)) : undefined;
  return (
    <>
      {pair.may.includes('judge') && <JudgeForm bench={bench} path={path} pair={pair} reload={reload} />}
      {own && typeof who === 'object' && (
        <Notice tone="info">
          <Say word={own} />
        </Notice>
      )}
      {pair.may.includes('undo') && <UndoForm key={`undo ${pair.taken}`} bench={bench} path={path} pair={pair} reload={reload} />}
    </>
  );
}

/** Who lives with whom: kin are what a clerk looks at first when numbers do not help. */
function Households({ pair }: { readonly pair: Pair }) {
  return (
    <section class="stack" aria-labelledby="households">
      <h2 id="households">
        <Say word="linkage.households" />
      </h2>
      <div class="two">
        <Roster side={pair.left} people={pair.households?.left ?? []} word="linkage.one" />
        <Roster side={pair.right} people={pair.households?.right ?? []} word="linkage.other" />
      </div>
    </section>
  );
}

function Roster({ side, people, word }: { readonly side: Side; readonly people: readonly Person[]; readonly word: Word }) {
  return (
    <div>
      <h3>
        <Say word={word} />
      </h3>
      <p class="quiet small number">
        {side.area !== undefined && <AreaName code={side.area} />}{' '}
        {side.submission === undefined ? <UnitOf side={side} /> : <a href={submissionAddress(side.submission)}>{side.unit}</a>}
      </p>
      <ol class="people">
        {people.map((person) => (
          <li key={person.line} class={person.this ? 'this' : ''}>
            {person.pair !== undefined && !person.this ? (
              <a href={pairAddress(person.pair)}>
                <Text>{person.name || say('linkage.no-name')}</Text>
              </a>
            ) : (
              <Text>{person.name || say('linkage.no-name')}</Text>
            )}{' '}
            <span class="quiet small number">
              {person.relText ? textOf(person.relText) : ''} {person.sex === '1' || person.sex === '2' ? say(`linkage.sex.${person.sex}`) : ''} {person.born ?? ''}
            </span>{' '}
            {person.this && (
              <span class="badge">
                <Say word="linkage.this" />
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

export function History({ bench, pair }: { readonly bench: Bench; readonly pair: Opened }) {
  return (
    <section class="stack" aria-labelledby="history">
      <h2 id="history">
        <Say word="linkage.history" />
      </h2>
      {pair.history.length === 0 ? (
        <p class="quiet">
          <Say word={pair.zone === 'automatic' ? 'linkage.no-history-automatic' : 'linkage.no-history'} />
        </p>
      ) : (
        <ol class="moves stack">
          {pair.history.map((each) => (
            <Step key={each.number} bench={bench} step={each} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Step({ bench, step }: { readonly bench: Bench; readonly step: Judgement }) {
  if (step.hidden) {
    return (
      <li class="quiet">
        <Say word="linkage.hidden" />
      </li>
    );
  }
  return (
    <li>
      <strong>
        <Say word={step.kind === 'undo' ? 'linkage.undone' : wordOf(bench, `verdict.${step.verdict ?? 'unsure'}`)} />
      </strong>{' '}
      <span class="quiet small number">{step.at === undefined ? '' : moment(step.at)}</span>
      <p class="quiet small">
        {step.account} {(step.evidence ?? []).map((each) => say(`linkage.evidence.${each}`)).join(', ')}
      </p>
      {[step.note, step.reason].filter((text): text is string => text !== undefined && text !== '').map((text) => (
        <p key={text}>
          <Text>{text}</Text>
        </p>
      ))}
    </li>
  );
}
