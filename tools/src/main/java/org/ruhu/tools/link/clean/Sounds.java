package org.ruhu.tools.link.clean;

import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.Soundex;

/** How Latin names sound. Other scripts have no such code and become missing. */
final class Sounds {

    private static final Soundex SOUNDEX = new Soundex();

    private Sounds() {}

    static String soundex(String text) {
        return SOUNDEX.soundex(latin(text));
    }

    /** The first of the two codes. */
    static Cleaner metaphone(int length) {
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(length);
        return text -> {
            String latin = latin(text);
            return latin.isEmpty() ? "" : metaphone.doubleMetaphone(latin);
        };
    }

    private static String latin(String text) {
        String plain = Letters.withoutAccents(Letters.nfkc(text));
        return Letters.upper(Letters.only(plain, c -> c < 128 && Letters.letter(c)));
    }
}
