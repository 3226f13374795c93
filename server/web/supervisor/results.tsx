import type { Bundle } from '../runtime/index';
import { count, share } from '../app/format';
import { language } from '../app/language';
import { useLoad } from '../app/load';
import { Say, Text } from '../app/parts';
import type { FormId, Row } from './server';

export function bundlePath(form: FormId): string {
  return `/api/forms/${encodeURIComponent(form.name)}/${encodeURIComponent(form.version)}`;
}

/** The words of a result code in a form version; dots until the form is here, the code if it cannot be had. */
export function useResultWords(form: FormId | undefined): (code: string) => string {
  const bundle = useLoad<Bundle>(form && bundlePath(form), 'once');
  const labels = bundle.body?.codelists?.['CL_RESULT']?.labels;
  const unknown = (code: string) => (bundle.loading && !bundle.body ? '…' : code);
  return (code) => (language.value === 'en' ? labels?.en?.[code] : undefined) ?? labels?.zh?.[code] ?? unknown(code);
}

/** How the visits ended, with shares of all that came in. */
export function ResultList({ row, form }: { readonly row: Row; readonly form: FormId | undefined }) {
  const words = useResultWords(form);
  const codes = Object.keys(row.results).sort();
  const waiting = row.states.waiting ?? 0;
  if (codes.length === 0) return null;
  return (
    <dl class="results">
      {codes.map((code) => (
        <div key={code}>
          <dt>
            <Text>{words(code)}</Text>
          </dt>
          <dd class="number">
            {count(row.results[code]!)} <span class="quiet">{share(row.results[code]!, row.enumerated)}</span>
          </dd>
        </div>
      ))}
      {waiting > 0 && (
        <div>
          <dt>
            <Say word="unit-state.waiting" />
          </dt>
          <dd class="number">
            {count(waiting)} <span class="quiet">{share(waiting, row.enumerated)}</span>
          </dd>
        </div>
      )}
    </dl>
  );
}
