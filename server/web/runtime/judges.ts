import type { Misfit, Schema } from './bundle';
import { type Json, property } from './json';
import type { Plan } from './program';
import type { Question } from './question';
import { listOf, moved, type Shape, shapeOf, shellOf } from './shape';

/** The shapes of a form's pieces, so that one answer can be judged without the rest. */
export interface Judges {
  /** An answer by itself; of a roster, the list without its rows. */
  answer(question: Question, stored: Json, at: string): readonly Misfit[];
  /** The whole by itself: what it is, and members that are no questions. */
  root(answers: Json): readonly Misfit[];
  /** A row by itself. */
  row(roster: Question, row: Json, at: string): readonly Misfit[];
}

export function judgesOf(schema: Schema, plan: Plan): Judges {
  const answers = plan.questions.map(({ kind, schema: own }) => (kind === 'roster' ? listOf(own) : shapeOf(own)));
  const rows = new Map<number, Shape>();
  for (const index of plan.columns.keys()) {
    rows.set(index, shellOf((property(plan.questions[index]!.schema, 'items') ?? {}) as Schema));
  }
  return {
    answer: (question, stored, at) => moved(answers[question.index]!(stored), at),
    root: shellOf(schema),
    row: (roster, row, at) => moved(rows.get(roster.index)!(row), at),
  };
}
