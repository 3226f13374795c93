import { place } from '../app/router';
import { ProblemPage } from './problem';
import { ProblemsPage } from './problems';
import { ProgressPage } from './progress';
import { QuarantinePage } from './quarantine';
import { ReviewsPage } from './reviews';
import { SubmissionPage } from './submission';
import './supervisor.css';
import './submission.css';

/** The face of those who see that the work gets done: progress, one submission, problems until they are mended, what could not be read. */
export default function Supervisor() {
  const [, , page, id, line] = place.value.pathname.split('/');
  if (page === 'submissions' && id) return <SubmissionPage key={id} id={id} />;
  if (page === 'submissions') return <ReviewsPage />;
  if (page === 'problems' && id && line) return <ProblemPage key={`${id} ${line}`} submission={id} line={line} />;
  if (page === 'problems') return <ProblemsPage />;
  if (page === 'quarantine') return <QuarantinePage />;
  return <ProgressPage />;
}
