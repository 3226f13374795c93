import { useState } from 'preact/hooks';
import { say } from '../app/language';
import { Notice, PageHead, Say, Text } from '../app/parts';
import { PinField } from './unlock';

/** Chooses the PIN that opens this tablet off line. */
export function SetPin({ onPin }: { readonly onPin: (pin: string) => Promise<void> }) {
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [failure, setFailure] = useState('');
  const [working, setWorking] = useState(false);

  const choose = async (event: Event) => {
    event.preventDefault();
    if (!/^\d{6}$/.test(pin)) return setFailure(say('pin.six-digits'));
    if (isEasy(pin)) return setFailure(say('pin.easy'));
    if (pin !== again) return setFailure(say('pin.differ'));
    setWorking(true);
    await onPin(pin);
  };

  return (
    <main class="page sign-in">
      <form class="stack" onSubmit={(event) => void choose(event)} noValidate>
        <PageHead>
          <Say word="pin.set.head" />
        </PageHead>
        <p>
          <Say word="pin.set.why" />
        </p>
        {failure !== '' && (
          <Notice tone="danger" live>
            <Text>{failure}</Text>
          </Notice>
        )}
        <PinField label="pin.new" value={pin} onValue={setPin} />
        <PinField label="pin.again" value={again} onValue={setAgain} />
        <button type="submit" class="button main" disabled={working}>
          <Say word={working ? 'pin.setting' : 'pin.set'} />
        </button>
      </form>
    </main>
  );
}

/** 111111, 123456, 654321 and their kind: the first that a finder of the tablet would try. */
export function isEasy(pin: string): boolean {
  const steps = new Set(Array.from(pin.slice(1), (digit, at) => Number(digit) - Number(pin[at])));
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0]!);
}
