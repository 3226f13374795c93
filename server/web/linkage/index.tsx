import { place } from '../app/router';
import '../supervisor/supervisor.css';
import '../supervisor/submission.css';
import './linkage.css';
import { HOMES, PERSONS } from './bench';
import { HomePage } from './home';
import { PairPage } from './pair';
import { QueuePage } from './queue';

/** The face of the clerks who decide whether two records are one person, and two households one. */
export default function Linkage() {
  const [, , page, id] = place.value.pathname.split('/');
  if (page === 'pairs' && id) return <PairPage key={id} id={id} />;
  if (page === 'households') return id ? <HomePage key={id} id={id} /> : <QueuePage key="homes" bench={HOMES} />;
  return <QueuePage key="persons" bench={PERSONS} />;
}
