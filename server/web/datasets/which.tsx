import { isWord, language, say, type Word } from '../app/language';
import { useLoad } from '../app/load';
import { Say } from '../app/parts';
import { nameOf } from '../supervisor/campaign';
import type { Campaign } from '../supervisor/server';
import type { DatasetList } from './server';

export interface Chosen {
  readonly value: string;
  readonly text: string;
  readonly form: string;
  readonly version?: string;
  readonly campaigns: readonly string[];
}

/** Each version, and each form over all its versions. */
function choicesOf({ datasets, forms }: DatasetList): readonly Chosen[] {
  return [
    ...datasets.map(({ form, version, title, campaigns }) => ({ value: `${form} ${version}`, text: `${nameOf(title)} ${version}`, form, version, campaigns })),
    ...forms.filter(({ versions }) => versions.length > 1)
      .map(({ form, title, campaigns }) => ({ value: form, text: `${nameOf(title)}: ${say('datasets.all-versions')}`, form, campaigns })),
  ];
}

/** The first where nothing is chosen; there must be one. */
export function chosenOf(list: DatasetList, value: string): Chosen {
  const choices = choicesOf(list);
  return choices.find((each) => each.value === value) ?? choices[0]!;
}

interface Props {
  readonly list: DatasetList;
  readonly chosen: Chosen;
  readonly choose: (value: string) => void;
  readonly indicators?: boolean;
}

/** Which data, of which campaign and area, and in what kind of file. */
export function WhichData({ list, chosen, choose, indicators = false }: Props) {
  const campaigns = useLoad<{ readonly campaigns: readonly Campaign[] }>('/api/campaigns', 'once').body?.campaigns ?? [];
  return (
    <>
      <Choose name="dataset" word="exports.dataset" value={chosen.value} onChange={choose}
        options={choicesOf(list).map(({ value, text }) => [value, text])} />
      <Choose name="campaign" word="datasets.campaign"
        options={[['', say('exports.all-campaigns')], ...chosen.campaigns.map((id) => [id, nameOf(campaigns.find((each) => each.id === id)?.name ?? { zh: id, en: id })] as const)]} />
      <label class="field">
        <span>
          <Say word="exports.area" />
        </span>
        <input class="input" name="area" inputMode="numeric" pattern="[1-9][0-9]{1,11}" maxLength={12} placeholder={say('exports.area-empty')} />
      </label>
      <Choose name="format" word="exports.format"
        options={list.formats.filter((format) => indicators || format !== 'indicators').map((format) => [format, wordOr(`exports.format.${format}`, format)])} />
      <Choose name="language" word="exports.language" value={language.value}
        options={list.languages.map((each) => [each, wordOr(`exports.language.${each}`, each)])} />
    </>
  );
}

export function Choose(props: {
  readonly name: string;
  readonly word: Word;
  readonly options: readonly (readonly [string, string])[];
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}) {
  return (
    <label class="field">
      <span>
        <Say word={props.word} />
      </span>
      <select class="input choice" name={props.name} onChange={(event) => props.onChange?.(event.currentTarget.value)}>
        {props.options.map(([value, text]) => (
          <option key={value} value={value} selected={value === props.value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A text of the glossary where it has one; a format that is newer than this page is called by its own name. */
export function wordOr(word: string, otherwise: string): string {
  return isWord(word) ? say(word) : otherwise;
}
