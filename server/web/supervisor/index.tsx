import { place } from '../app/router';
import { ProgressPage } from './progress';
import { QuarantinePage } from './quarantine';
import { SubmissionPage } from './submission';
import './supervisor.css';
import './submission.css';

/** The face of those who see that the work gets done: progress, one submission, what could not be read. */
export default function Supervisor() {
  const [, , page, id] = place.value.pathname.split('/');
  if (page === 'submissions' && id) return <SubmissionPage key={id} id={id} />;
  if (page === 'quarantine') return <QuarantinePage />;
  return <ProgressPage />;
}
