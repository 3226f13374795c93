import { lazy, Suspense } from 'preact/compat';
import { useEffect, useState } from 'preact/hooks';
import { faceAt, homeOf } from './faces';
import { Icon } from './icons';
import { Notice, PageHead, Say, Skeleton } from './parts';
import { go, place } from './router';
import { findSession, hasRole, session } from './session';
import { Shell } from './shell';
import { SignIn } from './sign-in';

const Tablet = lazy(() => import('../tablet/index'));
const Supervisor = lazy(() => import('../supervisor/index'));
const Survey = lazy(() => import('../survey/index'));
const Datasets = lazy(() => import('../datasets/index'));
const Permits = lazy(() => import('../datasets/permits'));
const Tables = lazy(() => import('../tables/index'));
const Indicators = lazy(() => import('../indicators/index'));
const Linkage = lazy(() => import('../linkage/index'));

const DESKS = { '/tablet': Tablet, '/supervisor': Supervisor, '/indicators': Indicators, '/linkage': Linkage, '/datasets': Datasets, '/permits': Permits, '/tables': Tables } as const;

/** Each face is loaded only where it is used. The tablet works off line, so it alone does not wait for the session. */
export function App() {
  const face = faceAt(place.value.pathname);
  if (face?.path === '/tablet') {
    return (
      <Suspense fallback={null}>
        <Tablet />
      </Suspense>
    );
  }
  if (place.value.pathname.startsWith('/survey/')) {
    return (
      <Suspense fallback={null}>
        <Survey />
      </Suspense>
    );
  }
  return (
    <Shell>
      <Desk />
    </Shell>
  );
}

function Desk() {
  const who = session.value;
  const path = place.value.pathname;
  const home = typeof who === 'object' ? homeOf(who) : undefined;
  useEffect(() => {
    if (home && path === '/') go(home.path, 'replace');
  }, [home, path]);

  if (who === 'unknown') return <Reaching />;
  if (who === 'nobody') return <SignIn />;
  const face = faceAt(path);
  if (!face && path === '/' && home) return null;
  if (!face) return <Message word={home ? 'app.no-page' : 'app.no-face'} />;
  if (!hasRole(who, face.roles)) return <Message word="app.not-allowed" />;
  const Page = DESKS[face.path];
  return (
    <Suspense fallback={<Waiting />}>
      <Page />
    </Suspense>
  );
}

function Waiting() {
  return (
    <main class="page">
      <Skeleton />
    </main>
  );
}

/** Until the server has said who we are. Off line it never does, and the tablet is the one page that does not ask. */
function Reaching() {
  const [silent, setSilent] = useState(false);
  const reach = async () => {
    setSilent(false);
    const reply = await findSession();
    setSilent(reply.kind === 'offline');
  };
  useEffect(() => void reach(), []);
  if (!silent) return <Waiting />;
  return (
    <main class="page stack">
      <Notice tone="caution" icon="offline" live>
        <strong>
          <Say word="problem.offline" />
        </strong>
        <div class="row">
          <button type="button" class="button" onClick={() => void reach()}>
            <Icon name="refresh" />
            <Say word="common.try-again" />
          </button>
          <a class="button" href="/tablet">
            <Say word="face.tablet" />
          </a>
        </div>
      </Notice>
    </main>
  );
}

function Message({ word }: { readonly word: 'app.no-page' | 'app.no-face' | 'app.not-allowed' }) {
  return (
    <main class="page stack">
      <PageHead>
        <Say word={`${word}.head`} />
      </PageHead>
      <p>
        <Say word={word} />
      </p>
      <p>
        <a href="/">
          <Say word="app.home" />
        </a>
      </p>
    </main>
  );
}
