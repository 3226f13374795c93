import { lazy, Suspense } from 'preact/compat';
import { place } from './router';

const Tablet = lazy(() => import('../tablet/index'));
const Supervisor = lazy(() => import('../supervisor/index'));
const Datasets = lazy(() => import('../datasets/index'));

/** One app, three faces, each loaded only where it is used. */
export function App() {
  return <Suspense fallback={null}>{face(place.value.pathname)}</Suspense>;
}

function face(path: string) {
  if (path.startsWith('/supervisor')) return <Supervisor />;
  if (path.startsWith('/datasets')) return <Datasets />;
  return <Tablet />;
}
