import { useEffect, useMemo } from 'preact/hooks';
import { Icon } from '../../app/icons';
import type { Word } from '../../app/language';
import { Notice, PageHead, Say, Skeleton } from '../../app/parts';
import { TabletMenu } from '../menu';
import { SaveState } from '../save-state';
import type { Satchel } from '../satchel';
import { headOf } from '../units';
import { FinishPage } from './finish';
import { placeOf } from './moves';
import { useOpening } from './opening';
import { RosterPage, RowPage } from './roster';
import { patternOf, rowPlaceOf } from '../../runtime/places';
import { SectionPage } from './section';
import { SectionBar, SectionList } from './sections';
import type { Sitting } from './sitting';
import './interview.css';

/** The interview of one unit; the URL says which section and member is on the screen, the draft remembers it. */
export function InterviewPage({ satchel, id }: { readonly satchel: Satchel; readonly id: string }) {
  const opening = useOpening(satchel, id);
  const unit = satchel.units.value?.find((each) => each.unit === id);
  const keeper = opening.kind === 'open' ? { keeper: opening.sitting.keeper } : {};
  return (
    <>
      <div class="top">
        <header class="bar interview-bar">
          <a class="button plain back" href="/tablet">
            <Icon name="back" />
            <Say word="interview.leave" />
          </a>
          <div class="room">
            <strong lang="zh-CN" class="whose">
              {unit ? headOf(unit) || unit.address : id}
            </strong>
            <SaveState satchel={satchel} {...keeper} />
          </div>
          <TabletMenu />
        </header>
        {opening.kind === 'open' && <SectionBar sitting={opening.sitting} />}
      </div>
      {opening.kind === 'open' ? <Open satchel={satchel} sitting={opening.sitting} /> : <NotOpen opening={opening} id={id} />}
    </>
  );
}

function Open({ satchel, sitting }: { readonly satchel: Satchel; readonly sitting: Sitting }) {
  const sections = useMemo(() => sitting.form.sections(), [sitting]);
  const { section: wanted, at } = placeOf(sitting);
  const section = sections.find(({ name }) => name === wanted);
  useEffect(() => {
    sitting.moveTo(at === undefined ? { section: wanted } : { section: wanted, at });
    scrollTo(0, 0);
  }, [wanted, at]);

  const row = at === undefined ? undefined : rowPlaceOf(at);
  const isThere = row && sitting.form.question(patternOf(row.roster))?.kind === 'roster' && row.index < sitting.interview.rows(row.roster);
  const page = () => {
    if (!section) return <FinishPage key="finish" satchel={satchel} sitting={sitting} />;
    if (row && isThere) return <RowPage key={row.pointer} sitting={sitting} section={section} row={row} />;
    if (section.roster === undefined) return <SectionPage key={section.name} sitting={sitting} section={section} />;
    return <RosterPage key={section.name} sitting={sitting} section={section} />;
  };
  return (
    <div class="interview">
      <aside>
        <SectionList sitting={sitting} current={wanted} />
      </aside>
      {page()}
    </div>
  );
}

const CLOSED: Readonly<Record<'no-form' | 'no-unit' | 'finished', Word>> = {
  'no-form': 'interview.no-form',
  'no-unit': 'unit.unknown',
  finished: 'interview.finished',
};

function NotOpen({ opening, id }: { readonly opening: Exclude<ReturnType<typeof useOpening>, { kind: 'open' }>; readonly id: string }) {
  if (opening.kind === 'opening') {
    return (
      <main class="page">
        <Skeleton />
      </main>
    );
  }
  return (
    <main class="page stack">
      {opening.kind === 'elsewhere' ? (
        <>
          <PageHead>
            <Say word={opening.lost ? 'interview.taken.head' : 'interview.elsewhere.head'} />
          </PageHead>
          <Notice tone="caution" icon="lock">
            <Say word={opening.lost ? 'interview.taken' : 'interview.elsewhere'} />
          </Notice>
          <button type="button" class="button main" onClick={opening.take}>
            <Say word="interview.take" />
          </button>
        </>
      ) : (
        <>
          <PageHead>
            <Say word={CLOSED[opening.kind]} />
          </PageHead>
          <a class="button main" href={`/tablet/unit/${encodeURIComponent(id)}`}>
            <Say word="interview.to-unit" />
          </a>
        </>
      )}
    </main>
  );
}
