import { useState } from 'preact/hooks';
import type { Form, Question } from '../runtime/index';
import { count } from '../app/format';
import { isWord, type Language, say } from '../app/language';
import { Notice, Say, Text } from '../app/parts';
import { Heads } from '../app/table';

const MOST_VALUES = 8;
const HEADS = ['datasets.variable', 'datasets.definition', 'datasets.type', 'datasets.values'] as const;

/** Every variable of a form with its definition, in the order of the form. */
export function Variables({ form, language }: { readonly form: Form; readonly language: Language }) {
  const [find, setFind] = useState('');
  const all = form.sections().flatMap((section) => section.questions.flatMap((path) => form.question(path) ?? []));
  const wanted = find.trim().toLowerCase();
  const shown = all.filter(({ name, path }) => `${name} ${form.label(path, language)}`.toLowerCase().includes(wanted));
  return (
    <div class="stack">
      <div class="row tools">
        <input
          class="input find"
          type="search"
          aria-label={say('datasets.find')}
          placeholder={say('datasets.find')}
          value={find}
          onInput={(event) => setFind(event.currentTarget.value)}
        />
        <span class="quiet number" role="status">
          <Say word="datasets.variables-shown" values={{ shown: count(shown.length), many: count(all.length) }} />
        </span>
      </div>
      {shown.length === 0 && (
        <Notice tone="info">
          <Say word="common.none-found" />
        </Notice>
      )}
      <table class="rows">
        <Heads words={HEADS} />
        <tbody>
          {shown.map((question) => (
            <Variable key={question.path} form={form} question={question} language={language} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Variable({ form, question, language }: { readonly form: Form; readonly question: Question; readonly language: Language }) {
  const { path, name, kind, roster, hints, calculated } = question;
  const hint = form.hint(path, language);
  const unit = `unit-of.${hints.unit}`;
  return (
    <tr>
      <th scope="row">
        <strong>{name}</strong>
        {roster !== undefined && <span class="quiet small"> {roster.slice(1)}</span>}
      </th>
      <td data-head={say('datasets.definition')}>
        <Text>{form.label(path, language)}</Text>
        {hint !== undefined && (
          <div class="quiet small">
            <Text>{hint}</Text>
          </div>
        )}
      </td>
      <td data-head={say('datasets.type')}>
        <Say word={`kind.${kind}`} />
        {hints.unit !== undefined && <span>, {isWord(unit) ? say(unit) : hints.unit}</span>}
        {calculated && <Mark word="datasets.calculated" />}
        {hints.identifier !== undefined && <Mark word="datasets.masked" />}
      </td>
      <td data-head={say('datasets.values')}>
        <Values form={form} question={question} language={language} />
      </td>
    </tr>
  );
}

function Mark({ word }: { readonly word: 'datasets.calculated' | 'datasets.masked' }) {
  return (
    <>
      {' '}
      <span class="badge">
        <Say word={word} />
      </span>
    </>
  );
}

/** The codes with their texts, or the range of a number. */
function Values({ form, question, language }: { readonly form: Form; readonly question: Question; readonly language: Language }) {
  const options = form.options(question.path, language);
  const { minimum, maximum } = question.schema as { readonly minimum?: number; readonly maximum?: number };
  if (options.length === 0) return <>{minimum === undefined && maximum === undefined ? '' : `${minimum ?? ''}–${maximum ?? ''}`}</>;
  return (
    <span class="small">
      <Text>{options.slice(0, MOST_VALUES).map(({ code, label }) => `${code} ${label}`).join('; ')}</Text>
      {options.length > MOST_VALUES && ' …'}
    </span>
  );
}
