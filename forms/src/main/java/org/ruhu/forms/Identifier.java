package org.ruhu.forms;

import java.util.Locale;

/** An answer that singles out a person: kept sealed and shown masked. */
public enum Identifier {
    ID_NUMBER, PHONE, NAME;

    static Identifier of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
