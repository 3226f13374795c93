import { go, place } from '../../app/router';
import type { Where } from '../drafts';
import type { Sitting } from './sitting';

/** Moves on the screen, to a section or to a row of a roster by its pointer; the way back is the browser's. */
export function goTo(section: string, at?: string, how: 'push' | 'replace' = 'push'): void {
  go(`${location.pathname}?section=${encodeURIComponent(section)}${at === undefined ? '' : `&at=${encodeURIComponent(at)}`}`, how);
}

/** The DOM id of a question's input. */
export function idOf(pointer: string): string {
  return `q${pointer.replaceAll('/', '-')}`;
}

/** Where we are: as the URL says, or where the draft was left. */
export function placeOf(sitting: Sitting): Where {
  const query = place.value.searchParams;
  const section = query.get('section');
  if (section === null) return sitting.where ?? { section: sitting.form.sections()[0]!.name };
  const at = query.get('at');
  return at === null ? { section } : { section, at };
}
