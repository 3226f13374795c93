import { useEffect, useState } from 'preact/hooks';
import type { Draft } from '../drafts';
import { beforeLock } from '../gate';
import { hold, type Hold } from '../lock';
import { withSent } from '../returned';
import type { Satchel } from '../satchel';
import type { Form } from '../../runtime';
import { beginDraft } from './begin';
import { formOf } from './forms';
import { Sitting } from './sitting';
import type { Unit } from '../assignments';

export type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly sitting: Sitting }
  | { readonly kind: 'no-form' }
  | { readonly kind: 'no-unit' }
  | { readonly kind: 'finished' }
  /** Another tab writes this interview; `lost` when it has just taken it from us. */
  | { readonly kind: 'elsewhere'; readonly lost: boolean; readonly take: () => void };

/** Opens an interview for this tab alone, follows the page's life, and writes down what is open before it goes. */
export function useOpening(satchel: Satchel, id: string): Opening {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  const [taking, setTaking] = useState(0);

  useEffect(() => {
    let held: Hold | undefined;
    let sitting: Sitting | undefined;
    let over = false;
    const write = async () => sitting?.keeper.flush();
    const hidden = () => void (document.visibilityState === 'hidden' && write());
    const take = () => setTaking((times) => times + 1);

    void (async () => {
      held = await hold(`ruhu interview ${satchel.account} ${id}`, taking > 0);
      if (over) return held?.release();
      if (!held) return setOpening({ kind: 'elsewhere', lost: false, take });
      const begun = await begin(satchel, id);
      if (over) return held.release();
      if (!('draft' in begun)) return setOpening(begun);
      sitting = new Sitting(begun.form, begun.unit, begun.draft, satchel.drafts);
      sitting.keeper.touch();
      void held.lost.then(() => {
        sitting?.keeper.stop();
        if (!over) setOpening({ kind: 'elsewhere', lost: true, take });
      });
      setOpening({ kind: 'open', sitting });
    })();

    beforeLock.add(write);
    addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      over = true;
      beforeLock.delete(write);
      removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', hidden);
      void write().then(() => held?.release());
    };
  }, [taking]);

  return opening;
}

type Begun = { readonly form: Form; readonly unit: Unit; readonly draft: Draft };

async function begin(satchel: Satchel, id: string): Promise<Begun | Extract<Opening, { kind: 'no-form' | 'no-unit' | 'finished' }>> {
  const unit = satchel.units.peek()?.find((each) => each.unit === id);
  if (!unit) return { kind: 'no-unit' };
  const parcel = await satchel.book.parcels.where({ unit: id }).first();
  if (parcel) return { kind: 'finished' };
  const begun = await satchel.drafts.find(id);
  const form = await formOf(satchel.assignments, begun?.form ?? unit.form);
  if (!form) return { kind: 'no-form' };
  if (begun) return { form, unit, draft: { ...begun, resumed: begun.resumed + 1 } };
  const receipt = await satchel.book.receipts.get(id);
  const returned = satchel.returned(unit);
  const before = returned ?? receipt;
  const as = before && { submission: before.submission, number: before.number + 1 };
  const draft = beginDraft(form, unit, satchel.account, as);
  return { form, unit, draft: returned ? await withSent(form, draft) : draft };
}
