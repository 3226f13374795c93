package org.ruhu.tools.link.clean;

/** Parts of names as numbers: three bits say of what kind, 29 which. Equal numbers are equal parts. */
final class Code {

    private static final int KIND = 29;
    private static final int WORD = 1 << KIND;
    private static final int SOUND = 2 << KIND;
    private static final int HAN = 3 << KIND;
    private static final int OTHER = 4 << KIND;
    private static final int REST = (1 << KIND) - 1;

    private Code() {}

    /** A word of the table of syllables. */
    static int word(int number) {
        return WORD | number;
    }

    static boolean isWord(int code) {
        return code >>> KIND == WORD >>> KIND;
    }

    static int wordNumber(int code) {
        return code & REST;
    }

    /** A syllable as it is read. */
    static int sound(String pinyin) {
        return SOUND | Pinyin.code(pinyin);
    }

    static boolean isSound(int code) {
        return code >>> KIND == SOUND >>> KIND;
    }

    /** The syllable that {@link #sound} was given. */
    static String pinyin(int sound) {
        return Pinyin.ofCode(sound & REST);
    }

    static int han(int character) {
        return HAN | character;
    }

    static boolean isHan(int code) {
        return code >>> KIND == HAN >>> KIND;
    }

    /** By a hash: two of a hundred thousand different texts may share a number. */
    static int other(String text) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash + text.charAt(i)) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return OTHER | hash & REST;
    }
}
