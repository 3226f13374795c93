import { useState } from 'preact/hooks';

/** As many as one step can name. */
export const MOST_MARKED = 50;

/** Answers that a team is to correct, by their pointers, in the order in which they were marked. */
export interface Marks {
  readonly marked: readonly string[];
  readonly toggle: (pointer: string) => void;
  readonly clear: () => void;
}

export function useMarks(): Marks {
  const [marked, setMarked] = useState<readonly string[]>([]);
  const toggle = (pointer: string) =>
    setMarked((before) => (before.includes(pointer) ? before.filter((each) => each !== pointer) : [...before, pointer].slice(0, MOST_MARKED)));
  return { marked, toggle, clear: () => setMarked([]) };
}
