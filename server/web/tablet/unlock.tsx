import { useEffect, useState } from 'preact/hooks';
import { Notice, PageHead, Say, Skeleton, Text } from '../app/parts';
import { say } from '../app/language';
import { go } from '../app/router';
import { findSession, hasRole, session, takeTypedPassword, type Session } from '../app/session';
import { SignIn } from '../app/sign-in';
import { takeNewVersion } from '../app/versions';
import type { Attempt, Enrolment } from './enrolment';
import { enrolments, open } from './gate';
import { SetPin } from './set-pin';
import type { Vault } from './vault';

type Step =
  | { readonly at: 'loading' }
  | { readonly at: 'pin'; readonly who: Enrolment }
  | { readonly at: 'password'; readonly who?: Enrolment }
  | { readonly at: 'new-pin'; readonly who: Session; readonly password: string; readonly vault?: Vault }
  | { readonly at: 'other-password'; readonly who: Enrolment };

/** From nobody to an open satchel: by PIN; by password and a first PIN; by password when the PIN is forgotten. */
export function Unlock() {
  const [known, setKnown] = useState<readonly Enrolment[]>([]);
  const [step, setStep] = useState<Step>({ at: 'loading' });

  /** The server has just accepted this password. */
  const signedIn = async (who: Session, password: string) => {
    if (!hasRole(who, ['ENUMERATOR'])) return go('/');
    const enrolled = (await enrolments.all()).find(({ account }) => account === who.account);
    if (!enrolled) return setStep({ at: 'new-pin', who, password });
    const vault = await enrolments.openByPassword(who.account, password);
    setStep(vault ? { at: 'new-pin', who, password, vault } : { at: 'other-password', who: enrolled });
  };

  useEffect(() => {
    void takeNewVersion();
    void (async () => {
      const all = await enrolments.all();
      setKnown(all);
      const who = session.peek();
      const password = typeof who === 'object' ? takeTypedPassword(who.account) : undefined;
      const enrolled = typeof who === 'object' && all.find(({ account }) => account === who.account);
      if (typeof who === 'object' && password !== undefined) {
        const vault = enrolled && (await enrolments.openByPassword(who.account, password));
        if (vault) return open(who.account, who.name, vault);
        if (!enrolled) return signedIn(who, password);
      }
      const [first] = enrolled ? [enrolled] : all;
      setStep(first ? { at: 'pin', who: first } : { at: 'password' });
    })();
  }, []);

  switch (step.at) {
    case 'loading':
      return <Loading />;
    case 'pin':
      return <PinPage key={step.who.account} who={step.who} known={known} onStep={setStep} />;
    case 'password':
      return <PasswordPage {...(step.who ? { who: step.who } : {})} known={known} onStep={setStep} onDone={(who, password) => void signedIn(who, password)} />;
    case 'new-pin':
      return <SetPin onPin={(pin) => enter(step, pin)} />;
    case 'other-password':
      return <OtherPassword who={step.who} onBack={() => setStep({ at: 'pin', who: step.who })} />;
  }
}

async function enter({ who, password, vault }: Extract<Step, { at: 'new-pin' }>, pin: string): Promise<void> {
  const opened = vault ?? (await enrolments.enrol(who.account, who.name, pin, password));
  if (vault) await enrolments.changePin(who.account, vault, pin);
  await open(who.account, who.name, opened);
}

function PinPage({ who, known, onStep }: { readonly who: Enrolment; readonly known: readonly Enrolment[]; readonly onStep: (step: Step) => void }) {
  const [pin, setPin] = useState('');
  const [failure, setFailure] = useState('');
  const [trying, setTrying] = useState(false);
  useEffect(() => void findSession(), []);

  const tryPin = async (event: Event) => {
    event.preventDefault();
    if (!/^\d{6}$/.test(pin)) return setFailure(say('pin.six-digits'));
    setTrying(true);
    const attempt = await enrolments.tryPin(who.account, pin);
    if (attempt.kind === 'open') return open(who.account, who.name, attempt.vault);
    setTrying(false);
    setPin('');
    setFailure(wordsOf(attempt));
  };

  return (
    <main class="page sign-in stack">
      <form class="stack" onSubmit={(event) => void tryPin(event)} noValidate>
        <PageHead>
          <Say word="pin.unlock.head" values={{ name: who.name }} />
        </PageHead>
        {failure !== '' && (
          <Notice tone="danger" live>
            <Text>{failure}</Text>
          </Notice>
        )}
        <PinField label="pin.pin" value={pin} onValue={setPin} />
        <button type="submit" class="button main" disabled={trying}>
          <Say word={trying ? 'pin.unlocking' : 'pin.unlock'} />
        </button>
      </form>
      <div class="stack others">
        <button type="button" class="button" onClick={() => onStep({ at: 'password', who })}>
          <Say word="pin.forgotten" />
        </button>
        {known.filter(({ account }) => account !== who.account).map((other) => (
          <button key={other.account} type="button" class="button" onClick={() => onStep({ at: 'pin', who: other })}>
            <Say word="pin.as" values={{ name: other.name }} />
          </button>
        ))}
        <button type="button" class="button" onClick={() => onStep({ at: 'password' })}>
          <Say word="pin.other-account" />
        </button>
      </div>
    </main>
  );
}

export function PinField({ label, value, onValue }: { readonly label: 'pin.pin' | 'pin.new' | 'pin.again'; readonly value: string; readonly onValue: (pin: string) => void }) {
  return (
    <div class="field">
      <label for={label}>
        <Say word={label} />
      </label>
      <input
        id={label}
        class="input pin"
        type="password"
        inputMode="numeric"
        autocomplete="off"
        maxLength={6}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value.normalize('NFKC').replace(/\D/g, ''))}
      />
    </div>
  );
}

function PasswordPage(props: {
  readonly who?: Enrolment;
  readonly known: readonly Enrolment[];
  readonly onStep: (step: Step) => void;
  readonly onDone: (who: Session, password: string) => void;
}) {
  const [first] = props.who ? [props.who] : props.known;
  return (
    <SignIn {...(props.who ? { account: props.who.account } : {})} onDone={props.onDone}>
      <div class="stack others">
        <p class="quiet">
          <Say word={props.who ? 'pin.forgotten.how' : 'pin.first.how'} />
        </p>
        {first && (
          <button type="button" class="button" onClick={() => props.onStep({ at: 'pin', who: first })}>
            <Say word="pin.back" />
          </button>
        )}
      </div>
    </SignIn>
  );
}

function OtherPassword({ who, onBack }: { readonly who: Enrolment; readonly onBack: () => void }) {
  return (
    <main class="page sign-in stack">
      <PageHead>
        <Say word="pin.other-password.head" />
      </PageHead>
      <Notice tone="caution">
        <Say word="pin.other-password" values={{ name: who.name }} />
      </Notice>
      <button type="button" class="button main" onClick={onBack}>
        <Say word="pin.back" />
      </button>
    </main>
  );
}

function Loading() {
  return (
    <main class="page">
      <Skeleton lines={3} />
    </main>
  );
}

function wordsOf(attempt: Exclude<Attempt, { kind: 'open' }>): string {
  if (attempt.kind === 'wrong') return say('pin.wrong', { left: attempt.left });
  const seconds = Math.ceil(attempt.millis / 1000);
  return seconds < 120 ? say('pin.wait-seconds', { seconds }) : say('pin.wait-minutes', { minutes: Math.ceil(seconds / 60) });
}
