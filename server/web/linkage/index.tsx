import { place } from '../app/router';
import '../supervisor/supervisor.css';
import '../supervisor/submission.css';
import './linkage.css';
import { PairPage } from './pair';
import { QueuePage } from './queue';

/** The face of the clerks who decide whether two records are one person. */
export default function Linkage() {
  const [, , page, id] = place.value.pathname.split('/');
  return page === 'pairs' && id ? <PairPage key={id} id={id} /> : <QueuePage />;
}
