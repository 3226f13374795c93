package org.ruhu.tools.dataset;

import java.nio.charset.StandardCharsets;

/** Texts for places that hold so much and no more. */
public final class Cut {

    private static final String MORE = "…";

    private Cut() {}

    /** The text in UTF-8, cut between two letters with {@code …} behind when it is longer than so many bytes. */
    public static byte[] bytes(String text, int most) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        if (all.length <= most) {
            return all;
        }
        int room = most - MORE.getBytes(StandardCharsets.UTF_8).length;
        return (new String(all, 0, between(all, room), StandardCharsets.UTF_8) + MORE).getBytes(StandardCharsets.UTF_8);
    }

    /** The text, cut to so many letters: code points, not half ones. */
    public static String letters(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + MORE;
    }

    /** How many bytes of a text fit into so many without half a letter at the end. */
    public static int fitting(byte[] utf8, int most) {
        return utf8.length <= most ? utf8.length : between(utf8, most);
    }

    /** The last place at or before {@code at} where a letter begins. */
    private static int between(byte[] utf8, int at) {
        int place = at;
        while (place > 0 && (utf8[place] & 0xC0) == 0x80) {
            place--;
        }
        return place;
    }
}
