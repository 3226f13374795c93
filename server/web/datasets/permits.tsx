import { useEffect, useRef, useState } from 'preact/hooks';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { Notice, PageHead, Say } from '../app/parts';
import { hasRole, session } from '../app/session';
import { AskPermit } from './ask-permit';
import { Standing, Waiting } from './decide-permit';
import type { ExportList } from './exports';
import { OwnPermits } from './own-permits';
import { type DatasetList, isOpen, type PermitList } from './server';
import '../supervisor/supervisor.css';
import './datasets.css';

const AGAIN_MILLIS = 2_000;

/** Data in which people are named: who needs them asks and says what for, a second person decides, for some days. */
export default function Permits() {
  const who = session.value;
  const asks = typeof who === 'object' && hasRole(who, ['STATISTICIAN']);
  const decides = typeof who === 'object' && hasRole(who, ['COUNTY']);
  const permits = useLoad<PermitList>('/api/permits');
  const datasets = useLoad<DatasetList>(asks ? '/api/datasets' : undefined);
  const exports = useLoad<ExportList>(asks ? '/api/exports' : undefined);
  const [happened, setHappened] = useState('');
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (happened !== '') said.current?.focus();
  }, [happened]);
  useAgainWhileMade(permits.body, exports);
  const changed = (what: string) => {
    setHappened(what);
    permits.reload();
    exports.reload();
  };
  return (
    <main class="desk stack">
      <PageHead>
        <Say word="permits.head" />
      </PageHead>
      <p class="quiet">
        <Say word="permits.about" />
      </p>
      <div ref={said} tabIndex={-1}>
        {happened !== '' && (
          <Notice tone="success" live>
            {happened}
          </Notice>
        )}
      </div>
      <Loading of={permits} lines={4}>
        {(list) => (
          <>
            {decides && <Waiting permits={list.waiting} changed={changed} />}
            {decides && <Standing permits={list.standing} changed={changed} />}
            {asks && (
              <Loading of={datasets} lines={4}>
                {(all) => all.datasets.length > 0 && <AskPermit list={all} changed={changed} />}
              </Loading>
            )}
            {asks && <OwnPermits permits={list.own} exports={exports.body?.exports ?? []} changed={changed} />}
          </>
        )}
      </Loading>
    </main>
  );
}

/** Looks again while a file that was allowed is being made. */
function useAgainWhileMade(permits: PermitList | undefined, exports: ReturnType<typeof useLoad<ExportList>>): void {
  const allowed = new Set(permits?.own.filter(({ state }) => state === 'approved').map(({ id }) => id));
  const open = exports.body?.exports.some((each) => allowed.has(each.id) && isOpen(each)) ?? false;
  useEffect(() => {
    if (!open || exports.loading) return undefined;
    const again = setTimeout(exports.reload, AGAIN_MILLIS);
    return () => clearTimeout(again);
  }, [open, exports.loading, exports.at]);
}
