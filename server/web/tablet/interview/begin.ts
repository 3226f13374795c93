import { offsetMoment } from '../../app/format';
import type { Form } from '../../runtime';
import type { Unit } from '../assignments';
import { newSubmission, type Draft } from '../drafts';

/** What a new interview starts from: the register's facts, who asks, and when. */
export function beginDraft(form: Form, unit: Unit, account: string, as = newSubmission()): Draft {
  const known: Record<string, unknown> = { enum1_id: account, village_code: unit.area, ...unit.prefill };
  const now = offsetMoment(new Date());
  const answers: Record<string, unknown> = {};
  for (const { path, name, hints, calculated } of form.questions()) {
    if (path.includes('*') || calculated) continue;
    const clock = hints.widget === 'start-time' ? now : hints.widget === 'today' ? now.slice(0, 10) : undefined;
    const value = clock ?? (hints.prefill === undefined ? undefined : known[hints.prefill]);
    if (value !== undefined && value !== null) answers[name] = value;
  }
  const { campaign, form: id } = unit;
  const empty = { missing: {}, reasons: {}, unreadable: {}, resumed: 0, languages: [] };
  return { ...as, unit: unit.unit, campaign, form: id, answers, began: now, ...empty };
}
