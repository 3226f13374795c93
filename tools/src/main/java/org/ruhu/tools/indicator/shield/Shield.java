package org.ruhu.tools.indicator.shield;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Place;

/**
 * Holds figures back that stand on fewer households than a threshold, and with them those without which they could be
 * worked out: what is shown leaves of every figure only wholes that adding and subtracting cannot divide, and each
 * of these whole stands on enough households.
 *
 * <p>Areas are a tree. What is held back below an area that is shown is one such whole (the area less what is shown
 * below it), so held are as many of the smallest areas as it takes; below an area that is held back nothing is shown.
 * A breakdown of an area by groups is shown as a whole or not at all; groups that are too small in the largest area
 * are shown nowhere, and one whole together. Who knows besides in which cells of a breakdown there is nobody may learn
 * more; rounding what is shown helps against that.
 */
public final class Shield {

    private final Ledger ledger;

    /** @param threshold households a figure must stand on */
    public Shield(int threshold) {
        ledger = new Ledger(threshold);
    }

    /** Takes what a figure stands on; every figure of the tree, in any order, before {@link #settle}. */
    public void add(Figure figure) {
        ledger.add(figure);
    }

    /** Decides; to be called once, when everything was added. */
    public void settle() {
        List<Place> places = ledger.places();
        for (int year : places.stream().map(Place::year).collect(Collectors.toCollection(TreeSet::new))) {
            List<Place> its = places.stream().filter(place -> place.year() == year).toList();
            Tree areas = Tree.of(its.stream().map(Place::area).toList());
            TreeSet<String> breakdowns = its.stream().map(Place::by).filter(by -> !by.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
            List<Groups> groups = breakdowns.stream().map(by -> Groups.of(its, by)).toList();
            for (int indicator = 0; indicator < ledger.indicators(); indicator++) {
                Totals totals = new Totals(ledger, areas, year, indicator);
                totals.settle();
                for (Groups of : groups) {
                    new Breakdown(ledger, areas, of, totals).settle();
                }
            }
        }
    }

    /** Whether a figure that was added is not to be shown. */
    public boolean holds(Figure figure) {
        return ledger.holds(figure);
    }
}
