import type { Form } from '../runtime';
import { patternOf } from '../runtime/places';
import { language, say } from './language';

/** `/members/0/sex`, of answers or of what was sent, in the words of the form. */
export function questionAt(form: Form, pointer: string): string {
  const path = pointer.replace(/^#/, '').replace(/^\/answers(?=\/)/, '');
  const row = /^\/[^/]+\/(\d+)\//.exec(path)?.[1];
  const label = form.label(patternOf(path), language.value);
  return row === undefined ? label : say('unit.in-row', { label, n: Number(row) + 1 });
}
