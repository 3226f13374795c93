import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icons';
import { language, say, TAG, tagOf, type Word } from './language';

/** A text that may have fallen back to another language: marked as what it is, so that its script is drawn right. */
export function Text({ children }: { readonly children: string }) {
  const tag = tagOf(children);
  return tag === TAG[language.value] ? <>{children}</> : <span lang={tag}>{children}</span>;
}

/** A text of the glossary. */
export function Say({ word, values }: { readonly word: Word; readonly values?: Readonly<Record<string, string | number>> }) {
  return <Text>{say(word, values)}</Text>;
}

const NOTICE_ICON = { info: 'clock', success: 'check', caution: 'caution', danger: 'stop' } as const;

export type Tone = keyof typeof NOTICE_ICON;

/** What happened, what was kept, what to do. `live` reads it aloud when it appears. */
export function Notice(props: {
  readonly tone: Tone;
  readonly live?: boolean;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={`notice ${props.tone}`} role={props.live ? (props.tone === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon name={props.icon ?? NOTICE_ICON[props.tone]} />
      <div>{props.children}</div>
    </div>
  );
}

/** Lines where text will be; it stays unseen for the first 300 ms. */
export function Skeleton({ lines = 5 }: { readonly lines?: number }) {
  return (
    <div class="skeleton" role="status">
      <div class="only-heard">{say('common.loading')}</div>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}

/** The head of a page: gets the focus when the page opens, so that a reader's voice and the keyboard start there. */
export function PageHead({ children }: { readonly children: ComponentChildren }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={head} tabIndex={-1}>
      {children}
    </h1>
  );
}
