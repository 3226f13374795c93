import { Icon, type IconName } from '../app/icons';
import type { Word } from '../app/language';
import { Say } from '../app/parts';
import type { Standing } from './satchel';

export const STANDINGS: Readonly<Record<Standing, { readonly icon: IconName; readonly word: Word; readonly tone: string }>> = {
  'not-started': { icon: 'house', word: 'standing.not-started', tone: '' },
  draft: { icon: 'pencil', word: 'standing.draft', tone: 'accent' },
  refused: { icon: 'caution', word: 'standing.refused', tone: 'danger' },
  returned: { icon: 'caution', word: 'standing.returned', tone: 'danger' },
  waiting: { icon: 'clock', word: 'standing.waiting', tone: 'caution' },
  sent: { icon: 'check', word: 'standing.sent', tone: 'success' },
  'sent-elsewhere': { icon: 'check', word: 'standing.sent-elsewhere', tone: 'success' },
};

/** Where a unit stands, in a word. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  const { icon, word, tone } = STANDINGS[standing];
  return (
    <span class={`mark ${tone}`}>
      <Icon name={icon} />
      <Say word={word} />
    </span>
  );
}
