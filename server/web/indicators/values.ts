import { amount, count } from '../app/format';
import { isWord, say } from '../app/language';
import { missingShare } from './reading';
import type { Figure } from './server';

/** A value in its unit: shares in percent, money in yuan. */
export function shown(value: number, unit: string): string {
  if (unit === 'share') return `${(100 * value).toFixed(1)}\u2009%`;
  if (unit === 'index') return value.toFixed(3);
  if (unit === 'ratio') return value.toFixed(2);
  const word = `indicators.unit.${unit}`;
  return amount(Math.round(value), isWord(word) ? say(word) : '');
}

/** What stands where there is no value. */
export function lacking(figure: Figure | undefined): string {
  if (!figure) return '–';
  if (figure.withheld === true) return say('indicators.withheld');
  const word = `indicators.lack.${figure.note ?? ''}`;
  return isWord(word) ? say(word) : '–';
}

export function textOf(figure: Figure | undefined, unit: string): string {
  return figure?.value === undefined ? lacking(figure) : shown(figure.value, unit);
}

/** "of 690 households, 12 unknown (1.7 %)" */
export function baseOf(figure: Figure): string {
  const households = count(figure.households ?? 0);
  const missing = figure.missing ?? 0;
  return missing === 0
    ? say('indicators.base', { households })
    : say('indicators.base-missing', { households, missing: count(missing), share: shown(missingShare(figure), 'share') });
}
