import { go } from '../../app/router';

/** Moves on the screen, to a section or to a row of its roster; the way back is the browser's. */
export function goTo(section: string, row?: number, how: 'push' | 'replace' = 'push'): void {
  go(`${location.pathname}?section=${encodeURIComponent(section)}${row === undefined ? '' : `&row=${row}`}`, how);
}

/** The DOM id of a question's input. */
export function idOf(pointer: string): string {
  return `q${pointer.replaceAll('/', '-')}`;
}
