package org.ruhu.tools.indicator.compute;

import java.util.List;
import java.util.function.Predicate;
import org.ruhu.tools.indicator.figure.Place;

/**
 * The households of an area, year and group.
 *
 * @param all    also those that could not be interviewed
 * @param sample whether they were drawn, so that figures have intervals
 */
record Cell(Place place, List<Sampled> all, boolean sample) {

    List<Sampled> interviewed() {
        return all.stream().filter(Sampled::interviewed).toList();
    }

    Cell only(Place part, Predicate<Sampled> in) {
        return new Cell(part, all.stream().filter(in).toList(), sample);
    }
}
