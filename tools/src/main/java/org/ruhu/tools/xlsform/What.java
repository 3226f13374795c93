package org.ruhu.tools.xlsform;

/** What a row of the survey is. */
enum What {
    ROOT, GROUP, REPEAT,
    TEXT, INTEGER, DECIMAL, RANGE, DATE, TIME, DATETIME, ONE, MANY, RANK, NOTE, CALCULATE, HIDDEN, ACKNOWLEDGE,
    GEOPOINT, GEOTRACE, GEOSHAPE, BARCODE, IMAGE, AUDIO, VIDEO, FILE, START, END, TODAY, METADATA,
    /** Kept by the platform in its own way, or of no use here: makes no question. */
    AUDIT, DROPPED;

    boolean branch() {
        return this == ROOT || this == GROUP || this == REPEAT;
    }

    boolean question() {
        return !branch() && this != AUDIT && this != DROPPED;
    }

    boolean choice() {
        return this == ONE || this == MANY || this == RANK;
    }

    /** Filled in by the device, never asked. */
    boolean automatic() {
        return this == START || this == END || this == TODAY || this == METADATA;
    }

    /** What a rule can only ask of is whether it is there. */
    boolean opaque() {
        return switch (this) {
            case RANK, TIME, DATETIME, START, END, GEOPOINT, GEOTRACE, GEOSHAPE, IMAGE, AUDIO, VIDEO, FILE -> true;
            default -> false;
        };
    }
}
