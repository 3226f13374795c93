import { say, type Word } from '../app/language';
import { Say } from '../app/parts';
import { parameter, refine } from './addresses';

/** Narrows a list by one parameter of the address; without a choice it says `none`. */
export function Choice(props: {
  readonly name: string;
  readonly word: Word;
  readonly options: readonly (readonly [string, Word])[];
  readonly none?: Word;
}) {
  return (
    <label class="field inline">
      <span>
        <Say word={props.word} />
      </span>
      <select class="input choice" value={parameter(props.name) ?? ''} onChange={(event) => refine(props.name, event.currentTarget.value)}>
        <option value="">{say(props.none ?? 'problems.any')}</option>
        {props.options.map(([value, word]) => (
          <option key={value} value={value}>
            {say(word)}
          </option>
        ))}
      </select>
    </label>
  );
}
