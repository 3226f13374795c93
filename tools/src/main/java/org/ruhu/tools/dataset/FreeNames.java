package org.ruhu.tools.dataset;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of the columns of one table; some programs do not tell small from capital letters. */
final class FreeNames {

    private final Set<String> taken = new HashSet<>();

    /** A name that is taken gets underscores until it is free; it is taken from then on. */
    String free(String wanted) {
        String name = wanted;
        while (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name += "_";
        }
        return name;
    }
}
