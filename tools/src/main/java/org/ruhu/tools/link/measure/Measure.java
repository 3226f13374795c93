package org.ruhu.tools.link.measure;

import org.ruhu.tools.link.table.Values;

/** A measure as conditions name it. */
@FunctionalInterface
public interface Measure {

    /** @param right may be the same as {@code left} */
    Likeness between(Values left, Values right);
}
