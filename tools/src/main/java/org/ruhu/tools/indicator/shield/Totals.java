package org.ruhu.tools.indicator.shield;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ruhu.tools.indicator.figure.Place;

/** Of one indicator and year, all households of each area. */
final class Totals {

    private final Ledger ledger;
    private final Tree areas;
    private final int year;
    private final int indicator;

    Totals(Ledger ledger, Tree areas, int year, int indicator) {
        this.ledger = ledger;
        this.areas = areas;
        this.year = year;
        this.indicator = indicator;
    }

    void settle() {
        for (String root : areas.roots()) {
            if (ledger.enough(count(root))) {
                below(root);
            } else {
                hold(root);
            }
        }
    }

    private void below(String shown) {
        List<String> open = new ArrayList<>();
        int rest = count(shown);
        for (String area : areas.below(shown)) {
            if (ledger.enough(count(area))) {
                open.add(area);
                rest -= count(area);
            } else {
                hold(area);
            }
        }
        open.sort(Comparator.comparingInt(this::count));
        while (!ledger.enough(rest) && !open.isEmpty()) {
            String area = open.remove(0);
            rest += count(area);
            if (count(area) > 0) {
                hold(area);
            }
        }
        open.forEach(this::below);
    }

    private void hold(String area) {
        ledger.hold(place(area), indicator);
        areas.below(area).forEach(this::hold);
    }

    boolean shows(String area) {
        return !ledger.holds(place(area), indicator);
    }

    int count(String area) {
        return ledger.count(place(area), indicator);
    }

    int year() {
        return year;
    }

    int indicator() {
        return indicator;
    }

    private Place place(String area) {
        return new Place(area, year, "", "");
    }
}
