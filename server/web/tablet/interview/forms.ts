import { loadForm, type Bundle, type Form } from '../../runtime';
import { idOf, type Assignments } from '../assignments';
import type { FormId } from '../drafts';

const compiled = new Map<string, Form>();

/** A form version of this tablet, compiled once; nothing when it has not been downloaded yet. */
export async function formOf(assignments: Assignments, id: FormId): Promise<Form | undefined> {
  const known = compiled.get(idOf(id));
  if (known) return known;
  const bundle = await assignments.bundle(id);
  if (bundle === undefined) return undefined;
  const form = loadForm(bundle as Bundle);
  compiled.set(idOf(id), form);
  return form;
}
