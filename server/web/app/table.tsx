import { Say } from './parts';
import type { Word } from './language';

/** The head of a table, a word for each column. Cells name theirs with `data-head` where the screen is narrow. */
export function Heads({ words }: { readonly words: readonly Word[] }) {
  return (
    <thead>
      <tr>
        {words.map((word) => (
          <th key={word} scope="col">
            <Say word={word} />
          </th>
        ))}
      </tr>
    </thead>
  );
}
