import { ask } from '../app/api';
import type { Form, Json } from '../runtime';
import type { Returned } from './assignments';
import type { ReceiptRow } from './book';
import type { Answers, Draft, FormId, Missing } from './drafts';

/** Asked anew each time: it tells of this visit, is worked out, or never comes back from the server as it was. */
const OF_THE_VISIT = new Set(['start-time', 'end-time', 'today', 'gps', 'photos', 'signature']);

/** Whether a later revision has gone out since, which the list may not tell yet. */
export function isAnswered(returned: Returned, receipt: ReceiptRow | undefined): boolean {
  return receipt !== undefined && receipt.submission === returned.submission && receipt.number > returned.number;
}

/** Whether a draft is the revision that was asked for. */
export function answers(draft: Draft, returned: Returned): boolean {
  return draft.submission === returned.submission && draft.number === returned.number + 1;
}

interface Sent {
  readonly form: FormId;
  readonly answers: Answers;
  readonly missing: Missing;
}

/**
 * The draft with what was sent before, where there is a line: the tablet itself has let go of it. Numbers that single out
 * a person come back masked and are asked again.
 */
export async function withSent(form: Form, draft: Draft): Promise<Draft> {
  const reply = await ask<Sent>('GET', `/api/submissions/${draft.submission}`);
  if (reply.kind !== 'ok' || reply.body.form.version !== draft.form.version) return draft;
  const { answers, missing } = reply.body;
  return { ...draft, answers: { ...draft.answers, ...kept(form, '', answers) }, missing };
}

function kept(form: Form, above: string, answers: Answers): Answers {
  const entries = Object.entries(answers).flatMap(([name, value]): [string, unknown][] => {
    const question = form.question(`${above}/${name}`);
    if (!question || question.calculated) return [];
    const { identifier, widget } = question.hints;
    if (identifier === 'id-number' || identifier === 'phone' || (widget !== undefined && OF_THE_VISIT.has(widget))) return [];
    if (question.kind !== 'roster' || !Array.isArray(value)) return [[name, value as Json]];
    return [[name, value.map((row) => kept(form, `${above}/${name}/*`, row as Answers))]];
  });
  return Object.fromEntries(entries);
}
