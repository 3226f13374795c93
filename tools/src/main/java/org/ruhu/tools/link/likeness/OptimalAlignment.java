package org.ruhu.tools.link.likeness;

/**
 * Edit distance in which two swapped neighbours are one edit too, but nothing is edited twice: "optimal string
 * alignment", the restricted Damerau-Levenshtein distance. From {@code ca} to {@code abc} it is 3. Stringdist's
 * {@code osa}, and what many call Damerau-Levenshtein; DuckDB, jellyfish and Splink mean {@link Damerau}. By bit
 * vectors (Hyyrö 2003) up to 64 letters of the shorter text, else by the table.
 */
public final class OptimalAlignment {

    private OptimalAlignment() {}

    public static int of(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        if (aTo - aFrom > bTo - bFrom) {
            return of(b, bFrom, bTo, a, aFrom, aTo);
        }
        if (aFrom == aTo) {
            return bTo - bFrom;
        }
        Scratch scratch = Scratch.mine();
        return aTo - aFrom <= Scratch.WORD ? word(scratch, a, aFrom, aTo, b, bFrom, bTo)
                : table(scratch, a, aFrom, aTo - aFrom, b, bFrom, bTo - bFrom);
    }

    /** Whether it takes at most so many edits. */
    public static boolean within(int edits, char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        return edits <= Edits.FEW ? Edits.within(edits, Edits.Swap.NEIGHBOURS, a, aFrom, aTo, b, bFrom, bTo)
                : Math.abs((aTo - aFrom) - (bTo - bFrom)) <= edits && of(a, aFrom, aTo, b, bFrom, bTo) <= edits;
    }

    /** The same, given the {@link Letters} of both. */
    public static boolean within(int edits, char[] a, int aFrom, int aTo, long aLetters,
            char[] b, int bFrom, int bTo, long bLetters) {
        return Letters.edits(aTo - aFrom, aLetters, bTo - bFrom, bLetters) <= edits
                && within(edits, a, aFrom, aTo, b, bFrom, bTo);
    }

    /**
     * As {@link Levenshtein}'s, with one more way to keep the distance on a diagonal: a swap of the last two letters.
     */
    private static int word(Scratch scratch, char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        scratch.learn(a, aFrom, aTo);
        long up = -1;
        long down = 0;
        long diagonal = 0;
        long sameBefore = 0;
        int last = aTo - aFrom - 1;
        int distance = aTo - aFrom;
        for (int j = bFrom; j < bTo; j++) {
            long same = scratch.where(b[j]);
            long swap = (~diagonal & same) << 1 & sameBefore;
            diagonal = ((same & up) + up ^ up) | same | down | swap;
            long right = down | ~(diagonal | up);
            long left = diagonal & up;
            distance += (int) (right >>> last & 1) - (int) (left >>> last & 1);
            right = right << 1 | 1;
            left <<= 1;
            up = left | ~(diagonal | right);
            down = right & diagonal;
            sameBefore = same;
        }
        scratch.forget(a, aFrom, aTo);
        return distance;
    }

    private static int table(Scratch scratch, char[] a, int aFrom, int aLength, char[] b, int bFrom, int bLength) {
        int[] before = scratch.row(0, bLength + 1);
        int[] above = scratch.row(1, bLength + 1);
        int[] row = scratch.row(2, bLength + 1);
        for (int j = 0; j <= bLength; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= aLength; i++) {
            char letter = a[aFrom + i - 1];
            row[0] = i;
            for (int j = 1; j <= bLength; j++) {
                char other = b[bFrom + j - 1];
                int least = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + (letter == other ? 0 : 1));
                if (i > 1 && j > 1 && letter == b[bFrom + j - 2] && other == a[aFrom + i - 2]) {
                    least = Math.min(least, before[j - 2] + 1);
                }
                row[j] = least;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[bLength];
    }
}
