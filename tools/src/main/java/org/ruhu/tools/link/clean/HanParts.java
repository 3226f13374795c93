package org.ruhu.tools.link.clean;

import java.util.Optional;

/** What Han characters in a row can be as a part of a name. */
final class HanParts {

    /** Characters of a part. */
    static final int LONGEST = 4;

    private static final int KEPT_BITS = 14;
    private static final int TWO_BYTES = 16;

    private final Syllables syllables;
    /** Two characters that were read lately: names are made of few, and what the same two are does not change. */
    private final Two[] kept = new Two[1 << KEPT_BITS];

    /** @param characters both, the first above the second */
    private record Two(int characters, Optional<Part> part) {}

    HanParts(Syllables syllables) {
        this.syllables = syllables;
    }

    /** Those from one place up to another, {@link #LONGEST} at most. */
    Optional<Part> part(int[] characters, int from, int to) {
        int length = to - from;
        if (length == 1) {
            return Optional.of(one(characters[from], from > 0 && to == characters.length));
        }
        if (length == 2) {
            return two(characters[from], characters[from + 1]);
        }
        return syllables.beginsLong(characters[from]) ? exact(new String(characters, from, length)) : Optional.empty();
    }

    private Optional<Part> exact(String spelling) {
        return syllables.han(spelling).map(word -> Part.word(word, Word.sound(spelling), sounds(spelling), true));
    }

    /** @param last whether it is the last of several: only there one character is a word */
    private Part one(int character, boolean last) {
        String spelling = Character.toString(character);
        Optional<Part> exact = last ? exact(spelling) : Optional.empty();
        String sound = Pinyin.of(character);
        return exact.orElseGet(() -> sound.isEmpty() ? Part.han(character, "") : Part.sound(sound));
    }

    private Optional<Part> two(int first, int second) {
        if ((first | second) >>> TWO_BYTES != 0) {
            return read(new String(new int[] {first, second}, 0, 2));
        }
        int both = first << TWO_BYTES | second;
        int place = both * 0x9E3779B1 >>> Integer.SIZE - KEPT_BITS;
        Two lately = kept[place];
        if (lately == null || lately.characters() != both) {
            lately = new Two(both, read(new String(new int[] {first, second}, 0, 2)));
            kept[place] = lately;
        }
        return lately.part();
    }

    private Optional<Part> read(String two) {
        return exact(two).or(() -> bySound(two));
    }

    /**
     * Other characters of the same sound, as every clerk chooses his own. Not where the first is a surname that this
     * word is never written with: 杨金 is not 央金.
     */
    private Optional<Part> bySound(String spelling) {
        String first = spelling.substring(0, 1);
        return syllables.pinyin(Word.sound(spelling))
                .filter(word -> word.usual().length() == 2)
                .filter(word -> !Surnames.contains(first) || word.han().stream().anyMatch(han -> han.startsWith(first)))
                .map(word -> Part.word(word, Word.sound(spelling), sounds(spelling), false));
    }

    private static int[] sounds(String spelling) {
        return spelling.codePoints().map(character -> Code.sound(Pinyin.of(character))).toArray();
    }
}
