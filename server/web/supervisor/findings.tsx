import type { Form } from '../runtime/index';
import { Icon } from '../app/icons';
import { isWord, language, say } from '../app/language';
import { Notice, Say, Text } from '../app/parts';
import { patternOf } from '../runtime/places';
import type { SentFinding } from './server';

/** A finding as the page shows it. */
export interface Found {
  readonly check: string;
  readonly hard: boolean;
  readonly pointer: string;
  readonly refers: readonly string[];
}

/** Findings as the server sent them, hard ones first. */
export function foundIn(sent: readonly SentFinding[]): readonly Found[] {
  const all = sent.map(({ check, severity, pointer, refers = [] }) => ({ check, hard: severity.toLowerCase() === 'hard', pointer, refers }));
  return [...all.filter(({ hard }) => hard), ...all.filter(({ hard }) => !hard)];
}

export function foundAt(found: readonly Found[], pointer: string): readonly Found[] {
  return found.filter((one) => one.pointer === pointer || one.refers.includes(pointer));
}

/** What a check says, in the words of the form; the engine's own findings in the words of the pages. */
export function messageOf(form: Form, check: string): string {
  const own = `finding.${check}`;
  return isWord(own) ? say(own) : form.checkMessage(check, language.value);
}

/** The id of a question on the page. */
export function anchorOf(pointer: string): string {
  return `at${pointer}`;
}

/** All findings at the head of the page, each leading to its question. */
export function FindingList({ form, found }: { readonly form: Form; readonly found: readonly Found[] }) {
  if (found.length === 0) {
    return (
      <Notice tone="success">
        <Say word="findings.none-here" />
      </Notice>
    );
  }
  return (
    <section class="stack" aria-labelledby="findings">
      <h2 id="findings">
        <Say word="findings.head" values={{ n: found.length }} />
      </h2>
      <ul class="finding-list">
        {found.map((one) => (
          <li key={`${one.check} ${one.pointer}`}>
            <FindingText form={form} found={one} />
            <Jump to={one.refers.find((pointer) => !pointer.includes('*')) ?? one.pointer} form={form} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function FindingText({ form, found }: { readonly form: Form; readonly found: Found }) {
  return (
    <p class={found.hard ? 'finding hard' : 'finding soft'}>
      <Icon name={found.hard ? 'stop' : 'caution'} />
      <span>
        <strong>
          <Say word={found.hard ? 'findings.hard' : 'findings.soft'} /> {found.check}
        </strong>{' '}
        <Text>{messageOf(form, found.check)}</Text>
      </span>
    </p>
  );
}

function Jump({ to, form }: { readonly to: string; readonly form: Form }) {
  const path = patternOf(to);
  const label = form.question(path) ? form.label(path, language.value) : undefined;
  if (label === undefined) return null;
  const jump = () => {
    const place = document.getElementById(anchorOf(to));
    for (let fold = place?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
    place?.scrollIntoView({ block: 'center' });
    place?.focus();
  };
  return (
    <button type="button" class="button plain" onClick={jump}>
      <Icon name="down" />
      <Text>{label}</Text>
    </button>
  );
}
