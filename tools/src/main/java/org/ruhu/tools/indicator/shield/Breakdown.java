package org.ruhu.tools.indicator.shield;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ruhu.tools.indicator.figure.Place;

/** Of one indicator and year, the households of each area by groups. */
final class Breakdown {

    private final Ledger ledger;
    private final Tree areas;
    private final Groups groups;
    private final Totals totals;
    private List<String> shown = List.of();

    Breakdown(Ledger ledger, Tree areas, Groups groups, Totals totals) {
        this.ledger = ledger;
        this.areas = areas;
        this.groups = groups;
        this.totals = totals;
    }

    void settle() {
        for (String root : areas.roots()) {
            shown = large(root);
            if (totals.shows(root) && enough(vector(root))) {
                groups.in(root).stream().filter(group -> !shown.contains(group))
                        .forEach(group -> ledger.hold(place(root, group), totals.indicator()));
                below(root);
            } else {
                hold(root);
            }
        }
    }

    /** Groups that are large enough in the whole tree, less the smallest if the others together are not. */
    private List<String> large(String root) {
        List<String> large = new ArrayList<>(groups.in(root).stream()
                .filter(group -> count(root, group) > 0 && ledger.enough(count(root, group))).toList());
        large.sort(Comparator.comparingInt(group -> count(root, group)));
        int rest = totals.count(root) - large.stream().mapToInt(group -> count(root, group)).sum();
        while (!ledger.enough(rest) && !large.isEmpty()) {
            rest += count(root, large.remove(0));
        }
        return large;
    }

    /** Households of each group that is shown, and last of all others. */
    private int[] vector(String area) {
        int[] vector = new int[shown.size() + 1];
        vector[shown.size()] = totals.count(area);
        for (int i = 0; i < shown.size(); i++) {
            vector[i] = count(area, shown.get(i));
            vector[shown.size()] -= vector[i];
        }
        return vector;
    }

    private boolean enough(int[] vector) {
        for (int count : vector) {
            if (!ledger.enough(count)) {
                return false;
            }
        }
        return true;
    }

    private void below(String area) {
        List<String> open = new ArrayList<>();
        int[] rest = vector(area);
        for (String child : areas.below(area)) {
            int[] its = vector(child);
            if (!groups.in(child).isEmpty() && totals.shows(child) && enough(its)) {
                open.add(child);
                add(rest, its, -1);
            } else {
                hold(child);
            }
        }
        open.sort(Comparator.comparingInt(totals::count));
        while (!enough(rest) && !open.isEmpty()) {
            String child = open.remove(0);
            add(rest, vector(child), 1);
            hold(child);
        }
        open.forEach(child -> {
            groups.in(child).stream().filter(group -> !shown.contains(group))
                    .forEach(group -> ledger.hold(place(child, group), totals.indicator()));
            below(child);
        });
    }

    private static void add(int[] to, int[] some, int sign) {
        for (int i = 0; i < to.length; i++) {
            to[i] += sign * some[i];
        }
    }

    private void hold(String area) {
        groups.in(area).forEach(group -> ledger.hold(place(area, group), totals.indicator()));
        areas.below(area).forEach(this::hold);
    }

    private int count(String area, String group) {
        return ledger.count(place(area, group), totals.indicator());
    }

    private Place place(String area, String group) {
        return new Place(area, totals.year(), groups.by(), group);
    }
}
