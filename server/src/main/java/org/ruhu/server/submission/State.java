package org.ruhu.server.submission;

import java.util.Locale;

/** Where a submission stands. */
public enum State {
    RECEIVED,
    /** Its answers are here, something they name is not. */
    WAITING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
