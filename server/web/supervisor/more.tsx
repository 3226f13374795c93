import { Icon } from '../app/icons';
import { Notice, Say } from '../app/parts';
import type { Pages } from './pages';

/** The way to the next page of a list. */
export function More({ of: { more, loading, failed, loadMore } }: { readonly of: Pages<never> }) {
  if (!more) return null;
  return (
    <div class="stack">
      {failed && (
        <Notice tone="caution" icon="offline" live>
          <Say word="problem.offline" />
        </Notice>
      )}
      <button type="button" class="button" onClick={loadMore} disabled={loading}>
        <Icon name="down" />
        <Say word={loading ? 'common.loading' : 'list.more'} />
      </button>
    </div>
  );
}
