package org.ruhu.tools.simulation;

import java.util.Locale;

/** Why somebody is, or seems to be, in the files twice. */
enum Case {
    TWO_HOUSEHOLDS_ONE_VILLAGE, TWO_VILLAGES, RELOCATED_HOUSEHOLD;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All of a household rather than one of its people. */
    boolean ofHousehold() {
        return this == RELOCATED_HOUSEHOLD;
    }
}
