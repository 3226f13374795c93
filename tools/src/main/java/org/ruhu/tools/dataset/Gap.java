package org.ruhu.tools.dataset;

import java.util.Locale;
import java.util.Optional;

/** Why a value is not there. */
public enum Gap {

    /** The question did not concern this household or person, or this version of the form does not have it. */
    NOT_ASKED,
    /** It was to be asked, and there is neither an answer nor a reason. */
    NOT_STATED,
    /** Who answered does not know. */
    DONT_KNOW,
    /** Who answered did not want to say. */
    REFUSED;

    /** As interviews and tables write it: {@code not-asked}, {@code dont-know} ... */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param code as in the {@code missing} of an interview */
    public static Optional<Gap> of(String code) {
        for (Gap gap : values()) {
            if (gap.code().equals(code)) {
                return Optional.of(gap);
            }
        }
        return Optional.empty();
    }
}
