import { useEffect, useRef, useState } from 'preact/hooks';
import type { Json, Question } from '../runtime/index';
import { ask } from '../app/api';
import { Icon } from '../app/icons';
import { say } from '../app/language';
import { Notice, Say, Text } from '../app/parts';
import { hasRole, session } from '../app/session';
import type { Submission } from './server';

interface Props {
  readonly pointer: string;
  readonly masked: Json;
  readonly question: Question;
  readonly label: string;
  readonly submission: Submission;
}

/** What singles out a person: numbers are masked; the county office may see them one at a time, with a reason. */
export function Identifier({ pointer, masked, question, label, submission }: Props) {
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<string>();
  const who = session.value;
  const may = question.hints.identifier !== 'name' && typeof who === 'object' && hasRole(who, ['COUNTY']);
  if (shown !== undefined) {
    return (
      <span class="row">
        <strong class="number">{shown}</strong>
        <button type="button" class="button plain" onClick={() => setShown(undefined)}>
          <Icon name="lock" />
          <Say word="identifier.hide" />
        </button>
      </span>
    );
  }
  return (
    <div class="identifier">
      <span class="row">
        <span class="number">{typeof masked === 'string' ? masked : JSON.stringify(masked)}</span>
        {may && !asking && (
          <button type="button" class="button plain" aria-label={`${say('identifier.show')} ${label}`} onClick={() => setAsking(true)}>
            <Icon name="lock" />
            <Say word="identifier.show" />
          </button>
        )}
      </span>
      {asking && (
        <ReasonForm
          submission={submission.submission}
          pointer={pointer}
          onShown={(value) => {
            setShown(value);
            setAsking(false);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}

interface FormProps {
  readonly submission: string;
  readonly pointer: string;
  readonly onShown: (value: string) => void;
  readonly onCancel: () => void;
}

function ReasonForm({ submission, pointer, onShown, onCancel }: FormProps) {
  const [reason, setReason] = useState('');
  const [waiting, setWaiting] = useState(false);
  const [failure, setFailure] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const send = async (event: Event) => {
    event.preventDefault();
    if (reason.trim().length < 4) return setFailure(say('identifier.reason-needed'));
    setWaiting(true);
    const reply = await ask<{ readonly value: string }>('POST', `/api/submissions/${submission}/identifiers`, { pointer, reason: reason.trim() });
    setWaiting(false);
    if (reply.kind === 'ok') onShown(String(reply.body.value));
    else setFailure(reply.kind === 'offline' ? say('problem.offline') : reply.problem.detail || say('load.not-allowed'));
  };
  return (
    <form class="stack reason" onSubmit={(event) => void send(event)} noValidate>
      {failure !== undefined && (
        <Notice tone="danger" live>
          <Text>{failure}</Text>
        </Notice>
      )}
      <label class="field">
        <span class="label">
          <Say word="identifier.reason" />
        </span>
        <input ref={input} class="input" value={reason} maxLength={200} onInput={(event) => setReason(event.currentTarget.value)} />
        <span class="quiet small">
          <Say word="identifier.recorded" />
        </span>
      </label>
      <div class="row">
        <button type="submit" class="button main" disabled={waiting}>
          <Say word="identifier.show-now" />
        </button>
        <button type="button" class="button" onClick={onCancel}>
          <Say word="common.cancel" />
        </button>
      </div>
    </form>
  );
}
