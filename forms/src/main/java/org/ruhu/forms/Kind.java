package org.ruhu.forms;

import java.util.Locale;

/** What a question is answered with. {@code CODE} is text from a code list, {@code CODES} a set of texts. */
public enum Kind {
    BOOLEAN, NUMBER, TEXT, CODE, CODES, DATE, DATETIME, ROSTER;

    /** As written in a bundle. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
