import type { Misfit, Schema } from './bundle';
import { type Json, property } from './json';
import type { Level, Outline, Question } from './question';
import { listOf, type Shape, shapeOf, shellOf } from './shape';

/** The shapes of a form's pieces, so that one answer can be judged without the rest; pointers begin at the piece. */
export interface Judges {
  /** An answer by itself; of a roster, the list without its rows. */
  answer(question: Question, stored: Json): readonly Misfit[];
  /** The form or a row by itself: what it is, and members that are no questions. */
  shell(level: Level, row: Json): readonly Misfit[];
  /** A row with everything in it. */
  whole(level: Level, row: Json): readonly Misfit[];
}

export function judgesOf(schema: Schema, outline: Outline): Judges {
  const answers = outline.questions.map(({ kind, schema: own }) => (kind === 'roster' ? listOf(own) : shapeOf(own)));
  const shells = new Map<Level, Shape>();
  const wholes = new Map<Level, Shape>();
  for (const level of outline.all()) {
    const own = level.roster ? ((property(level.roster.schema, 'items') ?? {}) as Schema) : schema;
    shells.set(level, shellOf(own));
    wholes.set(level, shapeOf(own));
  }
  return {
    answer: (question, stored) => answers[question.index]!(stored),
    shell: (level, row) => shells.get(level)!(row),
    whole: (level, row) => wholes.get(level)!(row),
  };
}
