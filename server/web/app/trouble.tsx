import type { Problem } from './api';
import type { Word } from './language';
import { Notice, Say } from './parts';

interface Props {
  /** What became of what was sent: a refusal, no network, or nothing to complain of. */
  readonly state: string | Problem;
  readonly offline: Word;
  readonly wordsOf: (problem: Problem) => string;
}

/** Why a form was not taken: what is on the page is still there. */
export function Trouble({ state, offline, wordsOf }: Props) {
  if (state === 'offline') {
    return (
      <Notice tone="caution" icon="offline" live>
        <Say word={offline} />
      </Notice>
    );
  }
  if (typeof state === 'string') return null;
  return (
    <Notice tone="danger" live>
      <p>{wordsOf(state)}</p>
    </Notice>
  );
}
