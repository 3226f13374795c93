import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Face, FACES } from './faces';
import { Icon } from './icons';
import { language, LANGUAGES, say, TAG } from './language';
import { Say } from './parts';
import { highContrast } from './preferences';
import { place } from './router';
import { hasRole, session, signOut } from './session';
import './shell.css';

/** More do not stand in one line there: the bar then names the one that is open, and the menu holds them all. */
const MOST_ON_A_PHONE = 2;

/** The bar of the desk faces: brand, the caller's faces, menu. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const who = session.value;
  const known = typeof who === 'object' ? who : undefined;
  const faces = known ? FACES.filter((face) => hasRole(known, face.roles)) : [];
  const many = faces.length > MOST_ON_A_PHONE;
  return (
    <>
      <header class="bar">
        <Brand />
        <nav class={many ? 'room many' : 'room'} aria-label={say('shell.faces')}>
          <Faces faces={faces} />
        </nav>
        <Menu>
          {known && (
            <>
              {many && (
                <nav class="in-menu" aria-label={say('shell.faces')}>
                  <Faces faces={faces} />
                </nav>
              )}
              <p class="quiet">{known.name}</p>
              <button type="button" class="button" onClick={() => void signOut()}>
                <Icon name="leave" />
                <Say word="session.sign-out" />
              </button>
            </>
          )}
        </Menu>
      </header>
      {children}
    </>
  );
}

function Faces({ faces }: { readonly faces: readonly Face[] }) {
  return (
    <>
      {faces.map((face) => (
        <a key={face.path} href={face.path} aria-current={place.value.pathname.startsWith(face.path) ? 'page' : undefined}>
          <Say word={face.word} />
        </a>
      ))}
    </>
  );
}

export function Brand() {
  return (
    <a class="brand" href="/" lang="zh-CN">
      入户<span class="long"> Ruhu</span>
    </a>
  );
}

/** Language and display, and what a face adds. Escape, a click elsewhere and a link that is followed close it. */
export function Menu({ children }: { readonly children?: ComponentChildren }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = () => menu.current?.removeAttribute('open');
    const outside = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) close();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.current?.open) return;
      close();
      menu.current.querySelector('summary')?.focus();
    };
    const followed = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('a')) close();
    };
    const { current } = menu;
    current?.addEventListener('click', followed);
    addEventListener('pointerdown', outside);
    addEventListener('keydown', escape);
    return () => {
      current?.removeEventListener('click', followed);
      removeEventListener('pointerdown', outside);
      removeEventListener('keydown', escape);
    };
  }, []);
  return (
    <details class="menu" ref={menu}>
      <summary class="button plain">
        <Icon name="menu" />
        <Say word="shell.menu" />
      </summary>
      <div class="sheet">
        <LanguageSwitch />
        <ContrastSwitch />
        {children}
      </div>
    </details>
  );
}

/** Each language is named in Chinese and in English, so that whoever lost their way finds back. */
export function LanguageSwitch() {
  return (
    <div class="field" role="group" aria-label={`${say('shell.language')} Language`}>
      <span class="label">
        <Say word="shell.language" />
      </span>
      <div class="segments">
        {LANGUAGES.map((each) => (
          <button
            key={each}
            type="button"
            class="button"
            lang={each === 'en' ? TAG.en : TAG.zh}
            aria-pressed={language.value === each}
            onClick={() => (language.value = each)}
          >
            {{ zh: '中文', en: 'English', bo: '藏文' }[each]}
          </button>
        ))}
      </div>
    </div>
  );
}

function ContrastSwitch() {
  return (
    <button
      type="button"
      class="button"
      aria-pressed={highContrast.value}
      onClick={() => (highContrast.value = !highContrast.value)}
    >
      <Icon name="sun" />
      <Say word="shell.contrast" />
    </button>
  );
}
