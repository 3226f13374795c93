package org.ruhu.tools.link.clean;

import java.util.Arrays;
import java.util.List;

/**
 * The distinct names of a column, each taken apart once, so that two of them are compared by their codes without
 * reading them again. Code 0 is the missing value; what holds no letter is missing too.
 *
 * <p>Of a name two longs rule most pairs out, side by side so that they come from memory together: the sketch of its
 * {@linkplain NameForm form}, and the head above the place of its codes.
 */
public final class NameForms {

    /** How much two names are alike: one of these, so that a condition can be put between any two. */
    public static final double SAME = 1.0;
    public static final double SHORT_FORM = 0.9;
    public static final double ONE_PART_DIFFERS = 0.7;
    public static final double SAME_SOUND = 0.6;
    public static final double DIFFERENT = 0.0;

    private static final int WORD = 2;

    /** Of so few names some were taken apart before. */
    private static final int FEW = 2048;

    private final Syllables syllables;
    private final long[] heads;
    private final int[] letterStarts;
    private int[] packed = new int[64];
    private byte[] letters = new byte[64];

    private NameForms(List<String> values, Syllables syllables) {
        this.syllables = syllables;
        this.heads = new long[2 * values.size()];
        this.letterStarts = new int[values.size() + 1];
        NameReader reader = new NameReader(syllables);
        boolean few = values.size() <= FEW;
        int end = 0;
        for (int code = 0; code < values.size(); code++) {
            NameForm form = few ? Taken.apart(values.get(code), syllables, reader)
                    : NameForm.of(reader.read(values.get(code)), syllables);
            heads[2 * code] = form.sketch();
            heads[2 * code + 1] = (long) form.head() << 32 | end;
            end = pack(form.codes(), end);
            letterStarts[code + 1] = spell(form.letters(), letterStarts[code]);
        }
        packed = Arrays.copyOf(packed, end);
        letters = Arrays.copyOf(letters, letterStarts[values.size()]);
    }

    /**
     * Names taken apart lately. Where names come a few at a time, as in a look-up, the same ones come again; taking one
     * apart costs more than all the rest.
     */
    private record Taken(String text, Syllables syllables, NameForm form) {

        private static final int KEPT_BITS = 13;
        private static final Taken[] KEPT = new Taken[1 << KEPT_BITS];

        static NameForm apart(String text, Syllables syllables, NameReader reader) {
            int place = text.hashCode() * 0x9E3779B9 >>> Integer.SIZE - KEPT_BITS;
            Taken kept = KEPT[place];
            if (kept == null || kept.syllables() != syllables || !kept.text().equals(text)) {
                kept = new Taken(text, syllables, NameForm.of(reader.read(text), syllables));
                KEPT[place] = kept;
            }
            return kept.form();
        }
    }

    /** @param values by code; the empty text is missing */
    public static NameForms of(List<String> values) {
        return of(values, Syllables.current());
    }

    public static NameForms of(List<String> values, Syllables syllables) {
        return new NameForms(values, syllables);
    }

    /** Two names of one column. */
    public double likeness(int a, int b) {
        return likeness(a, this, b);
    }

    /** A name of this column and one of another; both were made with the same table of syllables. */
    public double likeness(int a, NameForms other, int b) {
        long sketchA = heads[2 * a];
        long sketchB = other.heads[2 * b];
        int headA = (int) (heads[2 * a + 1] >>> 32);
        int headB = (int) (other.heads[2 * b + 1] >>> 32);
        boolean common = (sketchA & sketchB) >>> 32 != 0;
        boolean begins = headA >>> NameForm.BEGINNING == headB >>> NameForm.BEGINNING
                && (syllables(headA) == leads(headB) || syllables(headB) == leads(headA));
        int edits = (headA & headB & NameForm.KNOWN) != 0 ? 0 : 1;
        boolean sounds = near(sketchA, sketchB, edits);
        if (!common && !begins && !sounds) {
            return DIFFERENT;
        }
        if (common && sameParts(a, 0, other, b, 0)) {
            return SAME;
        }
        boolean surnameOfOne = common && ((headA ^ headB) & NameForm.SURNAME) != 0
                && sameParts(a, surname(headA), other, b, surname(headB));
        if (surnameOfOne || begins && (shortOf(a, other, b) || other.shortOf(b, this, a))) {
            return SHORT_FORM;
        }
        if (common && onePartDiffers(a, other, b)) {
            return ONE_PART_DIFFERS;
        }
        return sounds && edits(a, other, b) <= edits ? SAME_SOUND : DIFFERENT;
    }

    /** Whether so few edits can be enough, as far as the letters used and their number tell. */
    private static boolean near(long sketchA, long sketchB, int edits) {
        int lengthA = (int) sketchA & NameForm.MOST_LETTERS;
        int lengthB = (int) sketchB & NameForm.MOST_LETTERS;
        int letters = (int) ((sketchA ^ sketchB) >>> NameForm.LENGTH) & NameForm.USED;
        return lengthA > 0 && lengthB > 0 && Math.abs(lengthA - lengthB) <= edits
                && Integer.bitCount(letters) <= 2 * edits;
    }

    private boolean sameParts(int a, int fromA, NameForms other, int b, int fromB) {
        int atA = (int) heads[2 * a + 1];
        int atB = (int) other.heads[2 * b + 1];
        return Arrays.equals(packed, atA + fromA, atA + parts(head(a)),
                other.packed, atB + fromB, atB + parts(other.head(b)));
    }

    /** Whether every syllable of the first begins the word of the other that stands in its place. */
    private boolean shortOf(int a, NameForms other, int b) {
        int headA = head(a);
        int headB = other.head(b);
        int count = leads(headB);
        if (count < 2 || syllables(headA) != count || syllables(headB) <= count) {
            return false;
        }
        int syllable = (int) heads[2 * a + 1] + parts(headA);
        int lead = (int) other.heads[2 * b + 1] + parts(headB) + syllables(headB);
        for (int i = 0; i < count; i++) {
            if (!begins(other.packed[lead + i], packed[syllable + i])) {
                return false;
            }
        }
        return true;
    }

    private boolean begins(int lead, int syllable) {
        return Code.isWord(lead) ? syllables.beginsWith(Code.wordNumber(lead), syllable) : lead == syllable;
    }

    /** What does not fit, between a common beginning and end, is no more than a word; what fits is a word or more. */
    private boolean onePartDiffers(int a, NameForms other, int b) {
        int headA = head(a);
        int headB = other.head(b);
        if (Math.max(syllables(headA), syllables(headB)) < 3) {
            return false;
        }
        int shorter = Math.min(parts(headA), parts(headB));
        int fromA = (int) heads[2 * a + 1];
        int fromB = (int) other.heads[2 * b + 1];
        int front = 0;
        while (front < shorter && packed[fromA + front] == other.packed[fromB + front]) {
            front++;
        }
        int lastA = fromA + parts(headA) - 1;
        int lastB = fromB + parts(headB) - 1;
        int back = 0;
        while (back < shorter - front && packed[lastA - back] == other.packed[lastB - back]) {
            back++;
        }
        int same = front + back;
        return same > 0 && (same > 1 || Code.isWord(packed[front > 0 ? fromA : lastA]))
                && length(packed, fromA + front, lastA - back) <= WORD
                && length(other.packed, fromB + front, lastB - back) <= WORD;
    }

    /** Two syllables that no table knows are as much as a word, in a Han name one character is. */
    private static int length(int[] parts, int from, int to) {
        int length = 0;
        for (int i = from; i <= to; i++) {
            length += Code.isSound(parts[i]) ? 1 : WORD;
        }
        return length;
    }

    /** How many letters are inserted, left out or others; 2 stands for more than one. */
    private int edits(int a, NameForms other, int b) {
        int fromA = letterStarts[a];
        int fromB = other.letterStarts[b];
        int endA = letterStarts[a + 1];
        int endB = other.letterStarts[b + 1];
        int shorter = Math.min(endA - fromA, endB - fromB);
        int front = 0;
        while (front < shorter && letters[fromA + front] == other.letters[fromB + front]) {
            front++;
        }
        int back = 0;
        while (back < shorter - front && letters[endA - 1 - back] == other.letters[endB - 1 - back]) {
            back++;
        }
        return Math.min(2, Math.max(endA - fromA, endB - fromB) - front - back);
    }

    private int pack(int[] codes, int at) {
        int end = at + codes.length;
        if (end > packed.length) {
            packed = Arrays.copyOf(packed, Math.max(end, packed.length + (packed.length >> 1)));
        }
        System.arraycopy(codes, 0, packed, at, codes.length);
        return end;
    }

    private int spell(byte[] spelled, int at) {
        int end = at + spelled.length;
        if (end > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(end, letters.length + (letters.length >> 1)));
        }
        System.arraycopy(spelled, 0, letters, at, spelled.length);
        return end;
    }

    private int head(int code) {
        return (int) (heads[2 * code + 1] >>> 32);
    }

    private static int parts(int head) {
        return head & 63;
    }

    private static int syllables(int head) {
        return head >>> 6 & 63;
    }

    private static int leads(int head) {
        return head >>> 12 & 31;
    }

    private static int surname(int head) {
        return head >>> 18 & 1;
    }
}
