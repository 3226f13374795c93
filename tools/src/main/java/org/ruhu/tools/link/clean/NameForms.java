package org.ruhu.tools.link.clean;

import java.util.Arrays;
import java.util.List;

/**
 * The distinct names of a column, each taken apart once, so that two of them are compared by their codes without reading
 * them again. Code 0 is the missing value; what holds no letter is missing too.
 *
 * <p>A name is packed as a head (numbers of parts, of syllables, of leads, and two marks), then these themselves.
 */
public final class NameForms {

    /** How much two names are alike: one of these, so that a condition can be put between any two. */
    public static final double SAME = 1.0;
    public static final double SHORT_FORM = 0.9;
    public static final double ONE_PART_DIFFERS = 0.7;
    public static final double SAME_SOUND = 0.6;
    public static final double DIFFERENT = 0.0;

    private static final int COUNT = 0xFF;
    private static final int SURNAME = 1 << 24;
    private static final int KNOWN = 1 << 25;

    private final Syllables syllables;
    private final int[] starts;
    private final int[] letterStarts;
    private int[] packed = new int[64];
    private byte[] letters = new byte[64];

    private NameForms(List<String> values, Syllables syllables) {
        this.syllables = syllables;
        this.starts = new int[values.size()];
        this.letterStarts = new int[values.size() + 1];
        NameReader reader = new NameReader(syllables);
        int end = 0;
        for (int code = 0; code < values.size(); code++) {
            Name name = reader.read(values.get(code));
            starts[code] = end;
            end = pack(name, end);
            letterStarts[code + 1] = letterStarts[code] + spell(name.letters(), letterStarts[code]);
        }
        packed = Arrays.copyOf(packed, end);
        letters = Arrays.copyOf(letters, letterStarts[values.size()]);
    }

    /** @param values by code; the empty text is missing */
    public static NameForms of(List<String> values) {
        return of(values, Syllables.bundled());
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
        int headA = packed[starts[a]];
        int headB = other.packed[other.starts[b]];
        if (parts(headA) == 0 || parts(headB) == 0) {
            return DIFFERENT;
        }
        if (sameParts(a, 0, other, b, 0)) {
            return SAME;
        }
        boolean surnameOfOne = ((headA ^ headB) & SURNAME) != 0
                && sameParts(a, headA >>> 24 & 1, other, b, headB >>> 24 & 1);
        if (surnameOfOne || shortOf(a, other, b) || other.shortOf(b, this, a)) {
            return SHORT_FORM;
        }
        if (onePartDiffers(a, other, b)) {
            return ONE_PART_DIFFERS;
        }
        int edits = edits(a, other, b);
        boolean bothKnown = (headA & headB & KNOWN) != 0;
        return edits == 0 || edits == 1 && !bothKnown ? SAME_SOUND : DIFFERENT;
    }

    private boolean sameParts(int a, int fromA, NameForms other, int b, int fromB) {
        int atA = starts[a];
        int atB = other.starts[b];
        return Arrays.equals(packed, atA + 1 + fromA, atA + 1 + parts(packed[atA]),
                other.packed, atB + 1 + fromB, atB + 1 + parts(other.packed[atB]));
    }

    /** Whether every syllable of the first begins the word of the other that stands in its place. */
    private boolean shortOf(int a, NameForms other, int b) {
        int headA = packed[starts[a]];
        int headB = other.packed[other.starts[b]];
        int count = leads(headB);
        if (count < 2 || syllables(headA) != count || syllables(headB) <= count) {
            return false;
        }
        int syllable = starts[a] + 1 + parts(headA);
        int lead = other.starts[b] + 1 + parts(headB) + syllables(headB);
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

    /** One part is another one, or is left out; a word stays the same, or two syllables of three. */
    private boolean onePartDiffers(int a, NameForms other, int b) {
        int headA = packed[starts[a]];
        int headB = other.packed[other.starts[b]];
        int many = parts(headA) - parts(headB);
        if (many < -1 || many > 1 || Math.max(syllables(headA), syllables(headB)) < 3) {
            return false;
        }
        int shorter = Math.min(parts(headA), parts(headB));
        int fromA = starts[a] + 1;
        int fromB = other.starts[b] + 1;
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
        boolean one = many == 0 ? same == shorter - 1 : same == shorter;
        return one && same > 0 && (same > 1 || Code.isWord(packed[front > 0 ? fromA : lastA]));
    }

    /** How many letters are inserted, left out or others; 2 stands for more than one, and for what nobody can read. */
    private int edits(int a, NameForms other, int b) {
        int lengthA = letterStarts[a + 1] - letterStarts[a];
        int lengthB = other.letterStarts[b + 1] - other.letterStarts[b];
        if (lengthA == 0 || lengthB == 0 || Math.abs(lengthA - lengthB) > 1) {
            return 2;
        }
        int fromA = letterStarts[a];
        int fromB = other.letterStarts[b];
        int shorter = Math.min(lengthA, lengthB);
        int front = 0;
        while (front < shorter && letters[fromA + front] == other.letters[fromB + front]) {
            front++;
        }
        int back = 0;
        while (back < shorter - front && letters[fromA + lengthA - 1 - back] == other.letters[fromB + lengthB - 1 - back]) {
            back++;
        }
        return Math.min(2, Math.max(lengthA, lengthB) - front - back);
    }

    private int pack(Name name, int at) {
        int[] codes = name.codes();
        int[] sounds = name.syllables();
        int[] leads = name.leads();
        int end = at + 1 + codes.length + sounds.length + leads.length;
        if (end > packed.length) {
            packed = Arrays.copyOf(packed, Math.max(end, packed.length + (packed.length >> 1)));
        }
        packed[at] = codes.length | sounds.length << 8 | leads.length << 16
                | (name.surname() ? SURNAME : 0) | (name.known() ? KNOWN : 0);
        System.arraycopy(codes, 0, packed, at + 1, codes.length);
        System.arraycopy(sounds, 0, packed, at + 1 + codes.length, sounds.length);
        System.arraycopy(leads, 0, packed, at + 1 + codes.length + sounds.length, leads.length);
        return end;
    }

    private int spell(String text, int at) {
        if (at + text.length() > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(at + text.length(), letters.length + (letters.length >> 1)));
        }
        for (int i = 0; i < text.length(); i++) {
            letters[at + i] = (byte) text.charAt(i);
        }
        return text.length();
    }

    private static int parts(int head) {
        return head & COUNT;
    }

    private static int syllables(int head) {
        return head >>> 8 & COUNT;
    }

    private static int leads(int head) {
        return head >>> 16 & COUNT;
    }
}
