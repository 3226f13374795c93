import type { Form } from '../../runtime';
import type { Unit } from '../assignments';
import type { Draft } from '../drafts';
import type { Satchel } from '../satchel';
import { beginDraft } from './begin';
import { formOf } from './forms';

/** An interview that was begun with another version than the one the unit is asked with now. */
export interface OtherBegun {
  readonly begun: string;
  /** Nothing was entered yet, so it may as well begin with the new version. */
  readonly untouched: boolean;
}

const CLOCKS: readonly (string | undefined)[] = ['start-time', 'end-time', 'today'];

/** Nothing when there is none, or when the new version has not been downloaded. */
export async function otherBegun(satchel: Satchel, unit: Unit): Promise<OtherBegun | undefined> {
  const draft = await satchel.drafts.find(unit.unit);
  if (!draft || draft.form.name !== unit.form.name || draft.form.version === unit.form.version) return undefined;
  const [before, now] = await Promise.all([formOf(satchel.assignments, draft.form), formOf(satchel.assignments, unit.form)]);
  if (!before || !now) return undefined;
  return { begun: draft.form.version, untouched: untouched(draft, before, unit, satchel.account) };
}

/** Whether a draft holds nothing but what every interview starts with. */
export function untouched(draft: Draft, form: Form, unit: Unit, account: string): boolean {
  const fresh = beginDraft(form, { ...unit, form: draft.form }, account);
  const given = form.questions().filter(({ path, calculated, hints }) => !path.includes('*') && !calculated && !CLOCKS.includes(hints.widget));
  const entered = given.some(({ name }) => JSON.stringify(draft.answers[name] ?? null) !== JSON.stringify(fresh.answers[name] ?? null));
  return !entered && [draft.missing, draft.reasons, draft.unreadable].every((kept) => Object.keys(kept).length === 0);
}
