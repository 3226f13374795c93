import { useState } from 'preact/hooks';
import { moment } from '../app/format';
import { isWord, say } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { PageHead, Say, Text } from '../app/parts';
import { session } from '../app/session';
import { Heads } from '../app/table';
import { address, parameter } from './addresses';
import { topOf, topsOf, waysTo } from './area';
import { More } from './more';
import { usePages } from './pages';
import type { QuarantineItem, QuarantinePage as Page } from './server';
import { Ways } from './ways';

/** What was sent and could not be read: nothing of it is lost, and somebody should look at it. */
export function QuarantinePage() {
  const who = session.value;
  const tops = typeof who === 'object' ? topsOf(who) : [];
  const area = parameter('area') ?? tops[0] ?? '';
  const pages = usePages<Page>(address('/api/quarantine', { area }));
  const items = pages.pages.flatMap((page) => page.items);
  return (
    <main class="desk stack">
      <Ways ways={waysTo(area, topOf(area, tops))} campaign={undefined} tops={[]} />
      <PageHead>
        <Say word="quarantine.head" />
      </PageHead>
      <p class="quiet">
        <Say word="quarantine.about" />
      </p>
      <Loading of={pages.first}>
        {() =>
          items.length === 0 ? (
            <div class="empty">
              <p>
                <Say word="quarantine.empty" />
              </p>
            </div>
          ) : (
            <ul class="stack">
              {items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </Loading>
      <More of={pages as never} />
    </main>
  );
}

function Item({ item }: { readonly item: QuarantineItem }) {
  const [open, setOpen] = useState(false);
  return (
    <li class="quarantine">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="number">{moment(item.at)}</span>
          <strong>
            <Text>{kindWords(item)}</Text>
          </strong>
          <span class="quiet">{[item.unit ?? item.area, item.team].filter(Boolean).join(' · ')}</span>
        </summary>
        <div class="stack inside">
          {item.problem.detail && (
            <p>
              <Text>{item.problem.detail}</Text>
            </p>
          )}
          <Errors item={item} />
          {open && <Body id={item.id} />}
        </div>
      </details>
    </li>
  );
}

function Errors({ item }: { readonly item: QuarantineItem }) {
  const errors = item.problem.errors ?? [];
  if (errors.length === 0) return null;
  return (
    <div class="table-frame">
      <table class="rows">
        <Heads words={['quarantine.where', 'quarantine.what']} />
        <tbody>
          {errors.map((error) => (
            <tr key={error.pointer + error.detail}>
              <th scope="row" class="code">
                {error.pointer}
              </th>
              <td data-head={say('quarantine.what')}>
                <Text>{error.detail}</Text>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Body({ id }: { readonly id: string }) {
  const loaded = useLoad<unknown>(`/api/quarantine/${encodeURIComponent(id)}`);
  return (
    <Loading of={loaded} lines={3}>
      {(body) => (
        <pre class="body" tabIndex={0} aria-label={say('quarantine.body')}>
          {JSON.stringify(body, null, 2)}
        </pre>
      )}
    </Loading>
  );
}

function kindWords({ problem }: QuarantineItem): string {
  const word = `quarantine.${problem.type.slice(problem.type.lastIndexOf('/') + 1)}`;
  return isWord(word) ? say(word) : (problem.title ?? problem.type);
}
