/** Numbers, shares and times as every page writes them. */

const THIN_SPACE = '\u2009';
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** 12,345 */
export function count(value: number): string {
  return GROUPED.format(value);
}

/** 12,345 yuan, the unit after a thin space. */
export function amount(value: number, unit: string): string {
  return unit === '' ? count(value) : `${count(value)}${THIN_SPACE}${unit}`;
}

/** 88.2 %, or nothing where the base is nothing. */
export function share(part: number, base: number): string {
  return base === 0 ? '' : `${((100 * part) / base).toFixed(1)}${THIN_SPACE}%`;
}

/** 2026-11-21 of an instant, in the time of this device. */
export function day(instant: string | number | Date): string {
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** 2026-11-21 14:05 of an instant, in the time of this device. */
export function moment(instant: string | number | Date): string {
  const at = new Date(instant);
  return `${day(at)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** 2026-11-21T14:05:09+08:00: an instant that still tells the wall clock it was read from. */
export function offsetMoment(at: Date): string {
  const minutes = -at.getTimezoneOffset();
  const zone = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return `${day(at)}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}${zone}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
