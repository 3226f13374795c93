package org.ruhu.tools.dataset;

import java.util.List;

/** What the reasons are called. */
public final class GapWords {

    private GapWords() {}

    /** @param language zh, en or bo */
    public static String label(Gap gap, String language) {
        return Words.reasons(List.of(gap.code()), List.of()).get(0).label(language);
    }
}
