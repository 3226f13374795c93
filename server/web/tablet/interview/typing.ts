/** What fingers type, read as answers. */

/** Also full-width digits, thousands marks and a long minus; undefined when nothing is typed. */
export function numberOf(text: string): number | undefined | 'unreadable' {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/^[−–]/, '-');
  if (plain === '') return undefined;
  return /^-?\d+\.?\d*$/.test(plain) ? Number(plain) : 'unreadable';
}

/** `1988-3-5` is 1988-03-05; nothing typed is no answer; 30 February and half a date are not readable. */
export function dateOf(text: string): string | undefined | 'unreadable' {
  if (/^-*$/.test(text)) return undefined;
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (year === undefined || Number(year) === 0) return 'unreadable';
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : 'unreadable';
}
