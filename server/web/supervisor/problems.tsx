import { amount, moment } from '../app/format';
import { Icon } from '../app/icons';
import { language, say, type Word } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { PageHead, Say, Text } from '../app/parts';
import { session } from '../app/session';
import { Heads } from '../app/table';
import { loadForm, type Bundle } from '../runtime/index';
import { address, parameter, problemAddress, refine } from './addresses';
import { topOf, topsOf, waysTo } from './area';
import { Choice } from './choice';
import { useRowKeys } from './keys';
import { More } from './more';
import { usePages } from './pages';
import { bundlePath } from './results';
import type { FormId, ProblemPage as Page, ProblemRow, ProblemSummary } from './server';
import { Ways } from './ways';

export const STATES = ['found', 'verified', 'assigned', 'fixing', 'fixed', 'bounced', 'cancelled', 'not-a-fact'] as const;

/** The ledger: every problem found at a door, where it stands and by when it must be mended. */
export function ProblemsPage() {
  const who = session.value;
  const tops = typeof who === 'object' ? topsOf(who) : [];
  const area = parameter('area') ?? tops[0] ?? '';
  const state = parameter('state');
  const severity = parameter('severity');
  const overdue = parameter('overdue');
  const pages = usePages<Page>(address('/api/problems', { area, state, severity, overdue }));
  const rows = pages.pages.flatMap((page) => page.problems);
  return (
    <main class="desk stack">
      <Ways ways={waysTo(area, topOf(area, tops))} campaign={undefined} tops={[]} />
      <PageHead>
        <Say word="problems.head" />
      </PageHead>
      <Standing area={area} />
      <div class="row filters">
        <Choice name="state" word="problems.state" options={STATES.map((each) => [each, `problem.${each}`] as const)} />
        <Choice name="severity" word="problems.severity" options={['1', '2', '3'].map((each) => [each, `problem.severity.${each}` as Word] as const)} />
        <label class="check">
          <input type="checkbox" checked={overdue === 'true'} onChange={(event) => refine('overdue', event.currentTarget.checked ? 'true' : undefined)} />
          <Say word="problems.overdue" />
        </label>
      </div>
      <Loading of={pages.first}>
        {() =>
          rows.length === 0 ? (
            <div class="empty">
              <p>
                <Say word={state || severity || overdue ? 'problems.none-such' : 'problems.empty'} />
              </p>
            </div>
          ) : (
            <Tables rows={rows} />
          )
        }
      </Loading>
      <More of={pages as never} />
    </main>
  );
}

/** How many stand where; each number leads to those it counts. */
function Standing({ area }: { readonly area: string }) {
  const summary = useLoad<ProblemSummary>(address('/api/problems/summary', { area }));
  const total = summary.body?.total;
  if (!total) return null;
  return (
    <ul class="row tallies" aria-label={say('problems.standing')}>
      {STATES.map((state) => (
        <li key={state}>
          <a href={address('/supervisor/problems', { area, state })}>
            <strong class="number">{amount(total[state] ?? 0, '')}</strong> <Say word={`problem.${state}`} />
          </a>
        </li>
      ))}
      <li>
        <a class={total['overdue'] ? 'danger' : ''} href={address('/supervisor/problems', { area, overdue: 'true' })}>
          <strong class="number">{amount(total['overdue'] ?? 0, '')}</strong> <Say word="problem.overdue" />
        </a>
      </li>
    </ul>
  );
}

/** A table for each form, as codes are said in the words of their form. */
function Tables({ rows }: { readonly rows: readonly ProblemRow[] }) {
  const forms = [...new Map(rows.map(({ form }) => [bundlePath(form), form])).entries()];
  return (
    <>
      {forms.map(([path, form]) => (
        <Table key={path} form={form} rows={rows.filter((row) => bundlePath(row.form) === path)} />
      ))}
    </>
  );
}

function Table({ form, rows }: { readonly form: FormId; readonly rows: readonly ProblemRow[] }) {
  const { body } = useRowKeys(rows.length);
  const words = useCodes(form);
  return (
    <div class="table-frame">
      <table class="rows">
        <Heads words={HEADS} />
        <tbody ref={body}>
          {rows.map((row) => (
            <tr key={`${row.submission} ${row.line}`}>
              <th scope="row">
                <a href={problemAddress(row)}>
                  <Text>{words('prob_item', row.item)}</Text>
                </a>{' '}
                <span class="quiet number">{row.unit}</span>
              </th>
              <td data-head={say('problems.domain')}>
                <Text>{words('prob_domain', row.domain)}</Text>
              </td>
              <td data-head={say('problems.severity')}>
                <Severity code={row.severity} />
              </td>
              <td data-head={say('problems.state')}>
                <StateWord row={row} />
              </td>
              <td data-head={say('problems.due')} class="number">
                {row.due}{' '}
                {row.overdue && (
                  <span class="badge hard">
                    <Say word="problem.overdue" />
                  </span>
                )}
              </td>
              <td data-head={say('problems.found')} class="number">
                {moment(row.openedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const HEADS = ['problems.item', 'problems.domain', 'problems.severity', 'problems.state', 'problems.due', 'problems.found'] as const;

export function StateWord({ row }: { readonly row: ProblemRow }) {
  return (
    <span class={`state ${row.state}`}>
      {row.state === 'cancelled' && <Icon name="check" />}
      <Say word={`problem.${row.state}`} />
      {row.withdrawn && (
        <span class="quiet">
          {' '}
          <Say word="problem.withdrawn" />
        </span>
      )}
    </span>
  );
}

export function Severity({ code }: { readonly code: string }) {
  return code === '1' || code === '2' || code === '3' ? <Say word={`problem.severity.${code}`} /> : <>{code}</>;
}

/** Says codes of the problem list in the words of their form; the code itself until those are here. */
export function useCodes(id: FormId): (name: string, code: string) => string {
  const bundle = useLoad<Bundle>(bundlePath(id), 'once');
  const form = bundle.body && formOf(bundle.body);
  return (name, code) => {
    const question = form?.questions().find((each) => each.name === name && each.roster !== undefined);
    return form && question && code !== '' ? form.optionLabel(question.path, code, language.value) : code;
  };
}

const forms = new WeakMap<Bundle, ReturnType<typeof loadForm>>();

export function formOf(bundle: Bundle): ReturnType<typeof loadForm> {
  let form = forms.get(bundle);
  if (!form) forms.set(bundle, (form = loadForm(bundle)));
  return form;
}
