import { signal } from '@preact/signals';

export type Language = 'zh' | 'en' | 'bo';

/** The language of the pages; switching it never loses anything entered. */
export const language = signal<Language>('zh');

type Texts = Readonly<Record<string, { readonly zh: string; readonly en: string; readonly bo?: string }>>;

/** A reader of one glossary; a missing text falls back bo -> zh. Reading it in a component follows the switch. */
export function glossary<T extends Texts>(texts: T): (key: keyof T, values?: Readonly<Record<string, unknown>>) => string {
  return (key, values = {}) => {
    const text = texts[key]!;
    const said = language.value === 'en' ? text.en : language.value === 'bo' ? (text.bo ?? text.zh) : text.zh;
    return said.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
