import { isWord, language, say } from '../app/language';
import type { Texts } from './server';

export function pairAddress(id: string): string {
  return `/linkage/pairs/${encodeURIComponent(id)}`;
}

/** A probability as one says it: never 100 %, as nothing here is certain. */
export function chance(probability: number): string {
  const share = 100 * probability;
  if (share > 99.99) return '> 99.99\u2009%';
  if (share > 0 && share < 0.01) return '< 0.01\u2009%';
  return `${share.toFixed(share > 99 || share < 1 ? 2 : 1)}\u2009%`;
}

/** Bits with their sign: what speaks for one person has a plus. */
export function bits(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;
}

export function textOf(texts: Texts): string {
  return language.value === 'en' ? (texts.en ?? texts.zh) : texts.zh;
}

/** A comparison of the model as the page says it; what a county's own model calls otherwise stays as it is. */
export function comparisonName(name: string): string {
  const word = `linkage.comparison.${name}`;
  return isWord(word) ? say(word) : name;
}

/** What brought two records together. */
export function ruleName(rule: string): string {
  const word = `linkage.rule.${rule}`;
  return isWord(word) ? say(word) : rule;
}

export function levelName(level: string): string {
  const word = `linkage.level.${level}`;
  return isWord(word) ? say(word) : level;
}
