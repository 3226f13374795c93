import { useState } from 'preact/hooks';
import { ask, type Problem } from '../app/api';
import { Icon } from '../app/icons';
import { say } from '../app/language';
import { useLoad } from '../app/load';
import { Say, Text } from '../app/parts';
import { Trouble } from '../app/trouble';
import { nameOf } from '../supervisor/campaign';
import type { Campaign } from '../supervisor/server';
import { wordOr } from './which';
import type { Permit } from './server';

/** What is asked for, in one line: form, format. */
export function What({ of: { asked } }: { readonly of: Permit }) {
  return <>{`${asked.form} ${asked.version ?? say('exports.every-version')} · ${wordOr(`exports.format.${asked.format}`, asked.format)}`}</>;
}

/** The campaigns and areas it is about, each on a line. */
export function Areas({ of }: { readonly of: Permit }) {
  const campaigns = useLoad<{ readonly campaigns: readonly Campaign[] }>('/api/campaigns', 'once').body?.campaigns;
  return (
    <>
      {of.areas.map(({ campaign, area }) => {
        const known = campaigns?.find(({ id }) => id === campaign);
        return (
          <div key={`${campaign} ${area}`}>
            <Text>{known ? nameOf(known.name) : campaign}</Text> <span class="number">{area}</span>
          </div>
        );
      })}
    </>
  );
}

/** Takes it back, after being asked whether one means it: the file is gone then. */
export function TakeBack({ of, changed }: { readonly of: Permit; readonly changed: (what: string) => void }) {
  const [state, setState] = useState<'ready' | 'sure' | 'working' | 'offline' | Problem>('ready');
  const revoke = async () => {
    setState('working');
    const reply = await ask('DELETE', `/api/permits/${of.id}`);
    if (reply.kind === 'ok') changed(say('permits.taken-back'));
    else setState(reply.kind === 'offline' ? 'offline' : reply.problem);
  };
  if (state === 'sure' || state === 'working') {
    return (
      <div class="stack">
        <span class="small">
          <Say word={of.state === 'approved' ? 'permits.sure-file' : 'permits.sure'} />
        </span>
        <div class="row">
          <button type="button" class="button danger" disabled={state === 'working'} onClick={() => void revoke()}>
            <Icon name="bin" />
            <Say word="permits.take-back" />
          </button>
          <button type="button" class="button" ref={(button) => button?.focus()} onClick={() => setState('ready')}>
            <Say word="permits.keep" />
          </button>
        </div>
      </div>
    );
  }
  return (
    <>
      <Trouble state={state} offline="problem.offline" wordsOf={({ detail }) => detail} />
      <button type="button" class="button" onClick={() => setState('sure')}>
        <Icon name="bin" />
        <Say word="permits.take-back" />
      </button>
    </>
  );
}
