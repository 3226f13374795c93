import type { Misfit, Schema } from './bundle';
import { isArray, isObject, type Json, property } from './json';
import { type Judge, judgeOf, shellJudgeOf, strangers } from './misfits';
import type { Plan } from './program';
import type { Question } from './question';

/** The judges of a form's pieces, so that one answer can be judged without the rest. */
export interface Judges {
  /** An answer by itself; of a roster, the list without its rows. */
  answer(question: Question, stored: Json): readonly Misfit[];
  /** The whole by itself: what it is, and members the form does not know. */
  root(answers: Json): readonly Misfit[];
  /** A row by itself. */
  row(roster: Question, row: Json, at: string): readonly Misfit[];
}

export function judgesOf(root: Schema, plan: Plan): Judges {
  const answers = plan.questions.map((question) =>
    question.kind === 'roster' ? shellJudgeOf(question.schema, root) : judgeOf(question.schema, root),
  );
  const rootShell = shellJudgeOf(root, root);
  const rows = new Map<number, { readonly schema: Schema; readonly shell: Judge }>();
  for (const index of plan.columns.keys()) {
    const items = property(plan.questions[index]!.schema, 'items');
    const schema: Schema = isObject(items) ? items : {};
    rows.set(index, { schema, shell: shellJudgeOf(schema, root) });
  }
  return {
    answer: (question, stored) => answers[question.index]!(stored),
    root: (json) => [...rootShell(isArray(json) ? [] : json), ...strangers(root, json, '')],
    row: (roster, row, at) => {
      const { schema, shell } = rows.get(roster.index)!;
      return [...moved(shell(row), at), ...strangers(schema, row, at)];
    },
  };
}

/** Misfits of a piece, seen from the whole. */
export function moved(misfits: readonly Misfit[], at: string): readonly Misfit[] {
  return misfits.map(({ pointer, keyword }) => ({ pointer: at + pointer, keyword }));
}
