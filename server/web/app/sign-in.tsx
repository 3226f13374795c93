import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { kindOf, type Reply } from './api';
import { isWord, say, type Word } from './language';
import { Notice, PageHead, Say, Text } from './parts';
import { signIn, type Session } from './session';

/** Account and password. `account` is fixed where somebody only has to prove that it is still them. */
export function SignIn(props: {
  readonly account?: string;
  readonly onDone?: (who: Session, password: string) => void;
  /** Why it is asked for; stands above the fields. */
  readonly why?: Word;
  /** What stands below the form. */
  readonly children?: ComponentChildren;
}) {
  const { account: fixed, onDone, why, children } = props;
  const [account, setAccount] = useState(fixed ?? '');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const [failure, setFailure] = useState('');

  const enter = async (event: Event) => {
    event.preventDefault();
    if (account.trim() === '' || password === '') return setFailure(say('session.both-needed'));
    setWaiting(true);
    const reply = await signIn(account.trim(), password);
    setWaiting(false);
    if (reply.kind === 'ok') onDone?.(reply.body, password);
    else setFailure(wordsOf(reply));
  };

  return (
    <main class="page sign-in stack">
      <form class="stack" onSubmit={(event) => void enter(event)} noValidate>
        <PageHead>
          <Say word="session.sign-in" />
        </PageHead>
        {why && (
          <Notice tone="info" icon="lock">
            <Say word={why} />
          </Notice>
        )}
        {failure !== '' && (
          <Notice tone="danger" live>
            <Text>{failure}</Text>
          </Notice>
        )}
        <div class="field">
          <label for="account">
            <Say word="session.account" />
          </label>
          <input
            id="account"
            class="input"
            name="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            readOnly={fixed !== undefined}
            value={account}
            onInput={(event) => setAccount(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="password">
            <Say word="session.password" />
          </label>
          <input
            id="password"
            class="input"
            name="password"
            {...(shown ? { type: 'text' } : { type: 'password' })}
            autocomplete="current-password"
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </div>
        <button type="button" class="button plain show" aria-pressed={shown} onClick={() => setShown(!shown)}>
          <Say word="session.show-password" />
        </button>
        <button type="submit" class="button main" disabled={waiting}>
          <Say word={waiting ? 'session.signing-in' : 'session.sign-in'} />
        </button>
      </form>
      {children}
    </main>
  );
}

/** What went wrong, in words that say what to do; the server's own words where we have none. */
export function wordsOf(reply: Exclude<Reply<unknown>, { kind: 'ok' }>): string {
  if (reply.kind === 'offline') return say('problem.offline');
  const { problem } = reply;
  const key = `problem.${kindOf(problem)}`;
  if (isWord(key)) return say(key, { minutes: Math.max(1, Math.ceil((problem.retrySeconds ?? 60) / 60)), next: problem.next ?? '' });
  if (problem.status >= 500) return say('problem.server');
  return problem.detail || problem.title || say('problem.server');
}
