import type { Names } from './compile';
import type { Question } from './question';
import type { Row, Slot } from './rows';

/** What stands in a text where an answer is not known yet. */
export const UNKNOWN = '＿＿';

const HOLE = /\{\{(\$?)([A-Za-z_][A-Za-z0-9_]*)\}\}/g;

/** A question that a name means at some place, and the depth of the row it stands in. */
interface Named {
  readonly question: Question;
  readonly depth: number;
}

/** As in an expression: the row, then each row around it, then the form. */
function named(name: string, { level }: Pick<Names, 'level'>): Named | undefined {
  for (let around: typeof level | undefined = level; around; around = around.parent) {
    const question = around.byName.get(name);
    if (question) return { question, depth: around.depth };
  }
  return undefined;
}

/** The questions whose answers a text quotes. */
export function namesIn(text: string, names: Names): readonly Named[] {
  return [...text.matchAll(HOLE)].flatMap(([, outside, name]) => (outside ? [] : (named(name!, names) ?? [])));
}

/** A text with the answers it quotes, as seen from a row. */
export function filled(text: string, row: Row, answer: (slot: Slot) => string | undefined, outside: (name: string) => string | undefined): string {
  if (!text.includes('{{')) return text;
  return text.replace(HOLE, (_, context: string, name: string) => {
    if (context) return outside(name) ?? UNKNOWN;
    const found = named(name, row);
    return (found && answer(row.at(found.depth).slots[found.question.column]!)) ?? UNKNOWN;
  });
}
