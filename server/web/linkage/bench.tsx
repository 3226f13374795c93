import { isWord, say, type Word } from '../app/language';
import { Say } from '../app/parts';
import { address } from '../supervisor/addresses';

/** What is judged: pairs of persons, or pairs of households. Both are read and judged the same way. */
export interface Bench {
  readonly page: string;
  readonly api: string;
  readonly home: boolean;
}

export const PERSONS: Bench = { page: '/linkage', api: '/api/linkage/pairs', home: false };
export const HOMES: Bench = { page: '/linkage/households', api: '/api/linkage/households', home: true };

export function openAddress({ home }: Bench, id: string): string {
  return `/linkage/${home ? 'households' : 'pairs'}/${encodeURIComponent(id)}`;
}

/** A word of the clerks' pages; where households are called otherwise than persons, theirs. */
export function wordOf({ home }: Bench, key: string): Word {
  const own = `linkage.home.${key}`;
  return home && isWord(own) ? own : (`linkage.${key}` as Word);
}

/** From one list to the other, within the same area. */
export function Tabs({ at, area }: { readonly at: Bench; readonly area: string }) {
  return (
    <nav class="row tabs" aria-label={say('linkage.tabs')}>
      {[PERSONS, HOMES].map((bench) => (
        <a key={bench.page} href={address(bench.page, { area })} aria-current={bench === at ? 'page' : undefined}>
          <Say word={wordOf(bench, 'tab')} />
        </a>
      ))}
    </nav>
  );
}
