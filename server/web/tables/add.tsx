import { useRef, useState } from 'preact/hooks';
import { ask, type Problem } from '../app/api';
import { Icon } from '../app/icons';
import { isWord, say } from '../app/language';
import { Notice, Say, Text } from '../app/parts';
import { nameOf } from '../supervisor/campaign';
import { shown } from './index';
import type { Change, Fault, Parameter, Preview } from './server';

type State = { readonly kind: 'writing' } | { readonly kind: 'working' } | { readonly kind: 'offline' } | { readonly kind: 'added' }
  | { readonly kind: 'refused'; readonly problem: Problem & { readonly refused?: readonly Fault[] } }
  | { readonly kind: 'seen'; readonly value: Readonly<Record<string, unknown>>; readonly preview: Preview };

/** A further value: first what it changes, then it is added. What is there is never edited. */
export function AddValue({ table, reload }: { readonly table: Parameter; readonly reload: () => void }) {
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<State>({ kind: 'writing' });
  const form = useRef<HTMLFormElement>(null);
  const look = async (event: SubmitEvent) => {
    event.preventDefault();
    const value = valueOf(form.current!, table);
    setState({ kind: 'working' });
    const reply = await ask<Preview>('POST', '/api/parameters?preview=true', value);
    setState(reply.kind === 'ok' ? { kind: 'seen', value, preview: reply.body } : reply.kind === 'offline' ? reply : { kind: 'refused', problem: reply.problem });
  };
  const add = async (value: Readonly<Record<string, unknown>>) => {
    setState({ kind: 'working' });
    const reply = await ask('POST', '/api/parameters', value);
    if (reply.kind === 'ok') {
      form.current?.reset();
      reload();
    }
    setState(reply.kind === 'ok' ? { kind: 'added' } : reply.kind === 'offline' ? reply : { kind: 'refused', problem: reply.problem });
  };
  if (!open) {
    return (
      <p>
        <button type="button" class="button" onClick={() => setOpen(true)}>
          <Icon name="plus" />
          <Say word="tables.add" />
        </button>
      </p>
    );
  }
  return (
    <form ref={form} class="step-form stack" aria-label={say('tables.add')} onSubmit={(event) => void look(event)} onInput={() => setState({ kind: 'writing' })}>
      <h3>
        <Say word="tables.add" />
      </h3>
      <Fields table={table} />
      <Told state={state} table={table} />
      <div class="row">
        {state.kind === 'seen' && (state.preview.changes ?? []).length > 0 ? (
          <button type="button" class="button main" onClick={() => void add(state.value)}>
            <Icon name="check" />
            <Say word="tables.add-it" />
          </button>
        ) : (
          <button type="submit" class="button main" disabled={state.kind === 'working'}>
            <Icon name="next" />
            <Say word={state.kind === 'working' ? 'tables.working' : 'tables.look'} />
          </button>
        )}
        <button type="button" class="button plain" onClick={() => setOpen(false)}>
          <Say word="tables.close" />
        </button>
      </div>
    </form>
  );
}

function Fields({ table }: { readonly table: Parameter }) {
  return (
    <>
      <div class="row filters">
        <Field name="area" inputMode="numeric" pattern="[0-9]{2,12}" placeholder={say('tables.area.empty')} />
        <Field name="from" date required />
        <Field name="to" date />
        {table.type === 'boolean' ? (
          <label class="field">
            <span class="label">
              <Say word="tables.value" />
            </span>
            <select class="input choice" name="value">
              <option value="true">{say('tables.true')}</option>
              <option value="false">{say('tables.false')}</option>
            </select>
          </label>
        ) : (
          <Field name="value" {...(table.type === 'number' ? { inputMode: 'decimal' as const, pattern: '[+\\-]?[0-9]{1,15}(\\.[0-9]{1,15})?' } : { date: table.type === 'date' })} required />
        )}
      </div>
      <Field name="source" maxLength={500} placeholder={say('tables.source.example')} required />
      <label class="check">
        <input type="checkbox" name="verified" />
        <Say word="tables.verified" />
      </label>
    </>
  );
}

type FieldName = 'area' | 'from' | 'to' | 'value' | 'source';

interface Asked {
  readonly name: FieldName;
  readonly date?: boolean;
  readonly required?: boolean;
  readonly inputMode?: 'numeric' | 'decimal';
  readonly pattern?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
}

function Field({ name, date = false, required = false, ...text }: Asked) {
  return (
    <label class={name === 'source' ? 'field wide' : 'field'}>
      <span class="label">
        <Say word={`tables.${name}`} />
      </span>
      {date ? (
        <input class="input number" type="date" name={name} required={required} />
      ) : (
        <input class="input" type="text" name={name} required={required} autoComplete="off" {...text} />
      )}
    </label>
  );
}

function valueOf(form: HTMLFormElement, table: Parameter): Readonly<Record<string, unknown>> {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const value = table.type === 'number' ? Number(text('value')) : table.type === 'boolean' ? text('value') === 'true' : text('value');
  const to = text('to') === '' ? {} : { to: text('to') };
  return { name: table.name, area: text('area'), from: text('from'), ...to, value, source: text('source'), verified: data.has('verified') };
}

function Told({ state, table }: { readonly state: State; readonly table: Parameter }) {
  if (state.kind === 'offline') {
    return (
      <Notice tone="caution" icon="offline" live>
        <Say word="problem.offline" />
      </Notice>
    );
  }
  if (state.kind === 'added') {
    return (
      <Notice tone="success" live>
        <Say word="tables.added" />
      </Notice>
    );
  }
  if (state.kind === 'refused') {
    return (
      <Notice tone="danger" live>
        <Faults problem={state.problem} />
      </Notice>
    );
  }
  if (state.kind !== 'seen') return null;
  const [change] = state.preview.changes ?? [];
  return (
    <Notice tone="info" live>
      {change ? <Effect change={change} table={table} value={state.value['value'] as number | string | boolean} /> : <Say word="tables.same" />}
    </Notice>
  );
}

function Faults({ problem }: { readonly problem: Problem & { readonly refused?: readonly Fault[] } }) {
  const faults = problem.refused ?? [];
  if (faults.length === 0) return <Text>{problem.detail}</Text>;
  return (
    <ul class="bullets">
      {faults.map(({ field, detail }) => {
        const word = `tables.${field}`;
        const wrong = `tables.wrong.${field}`;
        return (
          <li key={field + detail}>
            <strong>{isWord(word) ? <Say word={word} /> : field}</strong> {isWord(wrong) ? <Say word={wrong} /> : <Text>{detail}</Text>}
          </li>
        );
      })}
    </ul>
  );
}

/** What the value changes, and what stays as it is. */
function Effect({ change, table, value }: { readonly change: Change; readonly table: Parameter; readonly value: number | string | boolean }) {
  const before = change.before ? shown(change.before.value, table.unit) : say('tables.nothing');
  return (
    <>
      <p>
        <strong>
          <Say word="tables.effect" values={{ area: change.areaName || say('tables.country'), before, after: shown(value, table.unit) }} />
        </strong>
      </p>
      {change.campaigns.length === 0 ? (
        <p>
          <Say word="tables.effect.no-campaign" />
        </p>
      ) : (
        <>
          <p>
            <Say word="tables.effect.campaigns" />
          </p>
          <ul class="bullets">
            {change.campaigns.map((one) => (
              <li key={one.campaign}>
                <Text>{nameOf(one.name)}</Text> <span class="quiet number">{`${one.area} · ${one.day}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {change.keeps.length > 0 && (
        <p>
          <Say word="tables.effect.keeps" values={{ areas: change.keeps.slice(0, 20).map(({ name }) => name).join(say('tables.comma')) }} />
        </p>
      )}
      <p class="quiet">
        <Say word="tables.effect.stored" />
      </p>
    </>
  );
}
