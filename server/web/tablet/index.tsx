import type { ComponentChildren } from 'preact';
import { Notice, PageHead, Say } from '../app/parts';
import { place } from '../app/router';
import { Brand } from '../app/shell';
import { canKeepSecrets, satchel } from './gate';
import { InterviewPage } from './interview/page';
import { TabletMenu } from './menu';
import { SaveState } from './save-state';
import { SignInAgain } from './sign-in-again';
import { Unlock } from './unlock';
import { UnitPage } from './unit-page';
import { Units } from './units';
import './tablet.css';

/** The enumerator's face. It never waits for the server: a session is needed only to send and to fetch. */
export default function Tablet() {
  if (!canKeepSecrets) return <NoSecrets />;
  const open = satchel.value;
  if (!open) {
    return (
      <Frame>
        <Unlock />
      </Frame>
    );
  }
  const [, , page, unit = ''] = place.value.pathname.split('/').map(decodeURIComponent);
  if (page === 'interview') return <InterviewPage key={unit} satchel={open} id={unit} />;
  return (
    <Frame>
      {page === 'sign-in' ? <SignInAgain satchel={open} /> : page === 'unit' ? <UnitPage key={unit} satchel={open} id={unit} /> : <Units satchel={open} />}
    </Frame>
  );
}

function Frame({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <header class="bar">
        <Brand />
        <div class="room">{satchel.value && <SaveState satchel={satchel.value} />}</div>
        <TabletMenu />
      </header>
      {children}
    </>
  );
}

function NoSecrets() {
  return (
    <Frame>
      <main class="page stack">
        <PageHead>
          <Say word="tablet.insecure.head" />
        </PageHead>
        <Notice tone="danger" icon="lock">
          <Say word="tablet.insecure" />
        </Notice>
      </main>
    </Frame>
  );
}
