package org.ruhu.tools.link.clean;

import java.util.ArrayList;
import java.util.List;

/** Tibetan writing: syllables with a tsheg between. */
final class TibetanScript {

    static final String TSHEG = "\u0F0B";

    private TibetanScript() {}

    static boolean isTibetan(String text) {
        return text.codePoints().anyMatch(TibetanScript::letter);
    }

    static boolean letter(int c) {
        return c >= 0x0F40 && c <= 0x0FBC;
    }

    /** Without signs at the end and with a tsheg of one kind. */
    static String plain(String text) {
        return String.join(TSHEG, syllables(text));
    }

    static List<String> syllables(String text) {
        List<String> syllables = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean within = i < text.length() && letter(text.charAt(i));
            if (within) {
                from = from < 0 ? i : from;
            } else if (from >= 0) {
                syllables.add(text.substring(from, i));
                from = -1;
            }
        }
        return syllables;
    }
}
