package org.ruhu.tools.link.clean;

import java.util.List;

/**
 * A word that names are made of: a line of the table of syllables.
 *
 * @param number  its place in the table
 * @param tibetan spellings in Tibetan script, syllables with a tsheg between
 * @param han     spellings in simplified characters, the usual one first
 * @param latin   spellings in small letters that are no pinyin, such as tashi
 */
record Word(int number, String key, List<String> tibetan, List<String> han, List<String> latin, Bearer bearer,
        boolean weekday) {

    /** Who bears it: {@code EITHER} says nothing about the sex. */
    enum Bearer { MAN, WOMAN, EITHER }

    String usual() {
        return han.get(0);
    }

    /** How a spelling is read. */
    static String sound(String han) {
        StringBuilder sound = new StringBuilder();
        han.codePoints().forEach(character -> sound.append(Pinyin.of(character)));
        return sound.toString();
    }
}
