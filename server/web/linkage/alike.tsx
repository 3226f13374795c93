import { moment } from '../app/format';
import { Icon } from '../app/icons';
import { say } from '../app/language';
import { Say, Text } from '../app/parts';
import { Heads } from '../app/table';
import { type Bench, wordOf } from './bench';
import { bits, levelName, textOf } from './pairs';
import type { Field, IdSide, Ids, Opened } from './server';

const MARK = { same: 'check', similar: 'check', differs: 'cross', missing: 'clock' } as const;
/** Levels that say no more than what is said beside them anyway. */
const PLAIN: Readonly<Record<string, string>> = { same: 'same', differs: 'otherwise', similar: 'otherwise' };
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;

/** Written otherwise, yet taken for one by the model. */
function alikeness(field: Field): keyof typeof MARK {
  return field.alike === 'differs' && (field.weight ?? 0) > 0 ? 'similar' : field.alike;
}

/** Both records, field by field: what agrees, what does not, and what that says. */
export function Alike({ bench, pair }: { readonly bench: Bench; readonly pair: Opened }) {
  return (
    <section class="stack" aria-labelledby="alike">
      <h2 id="alike" class="only-heard">
        <Say word="linkage.alike" />
      </h2>
      <table class="alike">
        <Heads words={['linkage.field', wordOf(bench, 'one'), wordOf(bench, 'other'), 'linkage.says']} />
        <tbody>
          {pair.fields.map((field) => (
            <Row key={field.field} field={field} />
          ))}
        </tbody>
      </table>
      {pair.ids && <IdNumbers ids={pair.ids} />}
    </section>
  );
}

function Row({ field }: { readonly field: Field }) {
  const alike = alikeness(field);
  return (
    <tr class={alike}>
      <th scope="row">
        <Text>{textOf(field.label)}</Text>
      </th>
      <td>
        <Value text={field.leftText ? textOf(field.leftText) : field.left} />
      </td>
      <td>
        <Value text={field.rightText ? textOf(field.rightText) : field.right} />
      </td>
      <td class="says">
        {alike !== 'missing' && <Icon name={MARK[alike]} />}
        <span>
          <Say word={`linkage.alike.${alike}`} />
          {field.level !== undefined && field.level !== PLAIN[alike] && alike !== 'missing' && (
            <span class="quiet small">
              {' '}
              <Text>{levelName(field.level)}</Text>
            </span>
          )}
        </span>
        {field.weight !== undefined && field.weight !== 0 && alike !== 'missing' && <span class="number small">{bits(field.weight)}</span>}
      </td>
    </tr>
  );
}

function Value({ text }: { readonly text: string | undefined }) {
  if (text === undefined || text === '') {
    return (
      <span class="quiet">
        <Say word="linkage.not-stated" />
      </span>
    );
  }
  if (text === 'true' || text === 'false') return <Say word={text === 'true' ? 'answer.yes' : 'answer.no'} />;
  return <Text>{MOMENT.test(text) ? moment(text) : text}</Text>;
}

/** Where two id numbers differ, without saying what the digits are. */
function IdNumbers({ ids }: { readonly ids: Ids }) {
  if (!ids.left && !ids.right) return null;
  const differing = (ids.positions ?? []).filter((each) => each === 'differs').length;
  return (
    <div class="ids stack">
      <div class="two">
        <IdNumber side={ids.left} />
        <IdNumber side={ids.right} />
      </div>
      {ids.positions && (
        <p>
          <span class="digits" aria-hidden="true">
            {ids.positions.map((each, i) => (
              <span key={i} class={each}>
                {i + 1}
              </span>
            ))}
          </span>
          <Say word={differing === 0 ? 'linkage.digits-same' : 'linkage.digits'} values={{ n: differing }} />
        </p>
      )}
    </div>
  );
}

function IdNumber({ side }: { readonly side: IdSide | undefined }) {
  if (!side) return <p class="quiet">{say('linkage.no-id')}</p>;
  return (
    <p>
      <span class="number">{side.shown}</span>{' '}
      <span class={side.valid ? 'badge received' : 'badge hard'}>
        <Say word={side.valid ? 'linkage.id-valid' : 'linkage.id-invalid'} />
      </span>
    </p>
  );
}
