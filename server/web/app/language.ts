import { effect, signal } from '@preact/signals';
import bo from './words/bo.json';
import en from './words/en.json';
import zh from './words/zh.json';

export type Language = 'zh' | 'en' | 'bo';
export type Word = keyof typeof zh;
type Values = Readonly<Record<string, string | number>>;

export const LANGUAGES: readonly Language[] = ['zh', 'en', 'bo'];

/** What goes into `lang`: without it Chinese is drawn with Japanese forms. */
export const TAG = { zh: 'zh-CN', en: 'en', bo: 'bo' } as const;

const texts: Readonly<Record<Language, Readonly<Partial<Record<Word, string>>>>> = { zh, en, bo };
const KEPT = 'ruhu.language';

/** The language of the pages; switching it never loses anything entered. */
export const language = signal<Language>(chosen());

effect(() => {
  localStorage.setItem(KEPT, language.value);
  document.documentElement.lang = TAG[language.value];
  if (language.value === 'bo') void document.fonts.load('400 1em "Noto Serif Tibetan"', 'མིང་།');
});

/** A text of the pages. Reading it in a component follows the switch; what Tibetan lacks is said in Chinese. */
export function say(word: Word, values: Values = {}): string {
  const text = texts[language.value][word] ?? zh[word];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Whether the glossary has such a text: for keys built from what the server said. */
export function isWord(key: string): key is Word {
  return Object.hasOwn(zh, key);
}

/** The `lang` of a text that may have fallen back to another language, by its script. */
export function tagOf(text: string): string {
  if (/[\u0F00-\u0FFF]/.test(text)) return 'bo';
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : language.value === 'bo' ? 'zh-CN' : TAG[language.value];
}

function chosen(): Language {
  const kept = localStorage.getItem(KEPT);
  const wanted = [kept ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2));
  return LANGUAGES.find((each) => each === wanted.find((tag) => LANGUAGES.some((known) => known === tag))) ?? 'zh';
}
