import { Icon, type IconName } from '../app/icons';
import { say, type Word } from '../app/language';
import { Text } from '../app/parts';
import type { Keeper } from './keeper';
import type { Satchel } from './satchel';

interface Part {
  readonly icon: IconName;
  readonly text: string;
  readonly tone?: 'danger' | 'caution';
  readonly href?: string;
}

/** Always in sight: what is saved, what waits, what was refused, and whether there is a line. */
export function SaveState({ satchel, keeper }: { readonly satchel: Satchel; readonly keeper?: Keeper }) {
  const [draft, outbox] = [draftParts(keeper), outboxParts(satchel)];
  const nothing: Part[] = keeper || outbox.length > 0 ? [] : [{ icon: 'check', text: say('state.all-sent') }];
  return (
    <div class="save-state">
      <Parts parts={draft} role={keeper?.state.value === 'failed' ? 'alert' : undefined} />
      <Parts parts={[...outbox, ...nothing]} role="status" />
    </div>
  );
}

/** That a draft is being saved is seen but not read aloud with every letter; that it failed is. */
function Parts({ parts, role }: { readonly parts: readonly Part[]; readonly role: 'alert' | 'status' | undefined }) {
  return (
    <div role={role}>
      {parts.map((part) => (
        <span key={part.icon} class={part.tone}>
          <Icon name={part.icon} />
          {part.href ? (
            <a href={part.href}>
              <Text>{part.text}</Text>
            </a>
          ) : (
            <Text>{part.text}</Text>
          )}
        </span>
      ))}
    </div>
  );
}

const DRAFT_WORD: Readonly<Record<'saved' | 'saving' | 'failed', Word>> = {
  saved: 'state.saved',
  saving: 'state.saving',
  failed: 'state.not-saved',
};

function draftParts(keeper: Keeper | undefined): Part[] {
  if (!keeper) return [];
  const state = keeper.state.value;
  return [{ icon: state === 'failed' ? 'stop' : 'saved', text: say(DRAFT_WORD[state]), ...(state === 'failed' ? { tone: 'danger' as const } : {}) }];
}

function outboxParts({ courier, waiting, refused, overview }: Satchel): Part[] {
  const parts: Part[] = [];
  const going = courier.state.value === 'going';
  const photos = overview.value.photosDue;
  if (refused.value > 0) parts.push({ icon: 'caution', text: say('state.refused', { n: refused.value }), tone: 'danger', href: '/tablet?show=refused' });
  if (going && waiting.value + photos > 0) parts.push({ icon: 'send', text: say('state.sending') });
  else if (waiting.value > 0) parts.push({ icon: 'clock', text: say('state.waiting', { n: waiting.value }) });
  else if (photos > 0) parts.push({ icon: 'clock', text: say('state.photos', { n: photos }) });
  if (courier.state.value === 'no-line') parts.push({ icon: 'offline', text: say('state.off-line'), tone: 'caution' });
  if (courier.state.value === 'sign-in') parts.push({ icon: 'lock', text: say('state.sign-in'), tone: 'caution', href: '/tablet/sign-in' });
  return parts;
}
