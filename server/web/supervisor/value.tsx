import type { Form, Json, Question } from '../runtime/index';
import { amount, moment } from '../app/format';
import { isWord, language, say } from '../app/language';
import { Say, Text } from '../app/parts';
import type { Revision } from './server';

interface Props {
  readonly form: Form;
  readonly question: Question;
  readonly value: Json;
  readonly revision: Revision | undefined;
}

/** An answer in the reader's words: labels for codes, units after numbers, pictures for photos. */
export function Answer({ form, question, value, revision }: Props) {
  const { kind, hints } = question;
  if (hints.widget === 'photos' || hints.widget === 'signature') return <Pictures value={value} revision={revision} />;
  if (kind === 'boolean' && typeof value === 'boolean') return <Say word={value ? 'answer.yes' : 'answer.no'} />;
  if (kind === 'number' && typeof value === 'number') return <span class="number">{amountOf(question, value)}</span>;
  if (kind === 'datetime' && typeof value === 'string') return <span class="number">{momentOf(value)}</span>;
  const codes = Array.isArray(value) ? value : [value];
  const labels = kind === 'code' || kind === 'codes' ? codes.map((code) => labelOf(form, question, code)) : codes.map(textOf);
  return labels.length === 1 ? (
    <Text>{labels[0]!}</Text>
  ) : (
    <ul>
      {labels.map((label) => (
        <li key={label}>
          <Text>{label}</Text>
        </li>
      ))}
    </ul>
  );
}

/** Years and numbers of things without unit are written as they are, amounts with thousands marks. */
function amountOf({ hints }: Question, value: number): string {
  if (hints.unit === undefined || hints.widget === 'year') return String(value);
  const word = `unit-of.${hints.unit}`;
  return amount(value, isWord(word) ? say(word) : hints.unit);
}

function momentOf(value: string): string {
  return Number.isNaN(Date.parse(value)) ? value : moment(value);
}

function labelOf(form: Form, question: Question, code: Json): string {
  return typeof code === 'string' ? form.optionLabel(question.path, code, language.value) : textOf(code);
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function Pictures({ value, revision }: { readonly value: Json; readonly revision: Revision | undefined }) {
  const hashes = (Array.isArray(value) ? value : [value]).filter((hash): hash is string => typeof hash === 'string');
  const present = (hash: string) => revision?.attachments.some((each) => each.sha256 === hash && each.present) ?? false;
  return (
    <ul class="pictures">
      {hashes.map((hash, i) => (
        <li key={hash}>
          {present(hash) ? (
            <a href={`/api/attachments/${hash}`} target="_blank" rel="noreferrer">
              <img src={`/api/attachments/${hash}`} alt={say('submission.picture', { n: i + 1 })} loading="lazy" />
            </a>
          ) : (
            <span class="badge waiting">
              <Say word="submission.picture-waiting" />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
