package org.ruhu.tools.link.clean;

import java.util.Optional;

/**
 * A piece of a name.
 *
 * @param code      equal for what counts as equal
 * @param text      the same to read
 * @param letters   how it is read as it was written, small letters; empty if nobody knows
 * @param syllables as codes; none if unknown
 * @param exact     false if it was found by its sound only
 * @param price     what it costs to read a name this way: the cheapest reading counts
 */
record Part(int code, String text, String letters, int[] syllables, Optional<Word> word, boolean exact, int price) {

    private static final int KNOWN = 10;
    private static final int BY_SOUND = 12;
    private static final int ONE_KNOWN = 15;
    private static final int ONE = 20;

    static Part word(Word word, String letters, int[] syllables, boolean exact) {
        int price = syllables.length < 2 && word.usual().length() < 2 ? ONE_KNOWN : exact ? KNOWN : BY_SOUND;
        return new Part(Code.word(word.number()), word.key(), letters, syllables, Optional.of(word), exact, price);
    }

    /** A syllable of Latin letters, or a character no table has. */
    static Part sound(String pinyin) {
        int code = Code.sound(pinyin);
        return new Part(code, pinyin, pinyin, new int[] {code}, Optional.empty(), true, ONE);
    }

    /** A character that stands for itself, as in Han names. */
    static Part han(int character, String pinyin) {
        String text = pinyin.isEmpty() ? Character.toString(character) : pinyin;
        int code = Code.han(character);
        return new Part(code, text, pinyin, new int[] {pinyin.isEmpty() ? code : Code.sound(pinyin)}, Optional.empty(),
                true, ONE);
    }

    static Part other(String text, String letters) {
        int code = Code.other(text);
        return new Part(code, text, letters, new int[] {code}, Optional.empty(), true, ONE);
    }

    boolean known() {
        return word.isPresent();
    }

    /** A word of two syllables or more, written as the table has it. */
    boolean certain() {
        return exact && word.isPresent() && word.get().usual().length() > 1;
    }
}
