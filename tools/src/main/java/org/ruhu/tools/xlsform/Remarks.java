package org.ruhu.tools.xlsform;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what there is to say, so that everything is said at once. */
final class Remarks {

    private static final int MOST = 500;
    private static final List<String> SHEETS = List.of("settings", "survey", "choices", "external_choices", "entities");

    private final Set<Remark> remarks = new LinkedHashSet<>();

    void warn(Place place, String message) {
        add(new Remark(false, place, message));
    }

    void refuse(Place place, String message) {
        add(new Remark(true, place, message));
    }

    private void add(Remark remark) {
        if (remarks.size() < MOST || remark.refused() && remarks.size() < 2 * MOST) {
            remarks.add(remark);
        }
    }

    boolean refused() {
        return remarks.stream().anyMatch(Remark::refused);
    }

    /** In the order of the workbook. */
    List<Remark> sorted() {
        return remarks.stream().sorted(Comparator.<Remark>comparingInt(remark -> order(remark.place().sheet()))
                .thenComparingInt(remark -> remark.place().row())
                .thenComparingInt(remark -> remark.place().column().length())
                .thenComparing(remark -> remark.place().column())).toList();
    }

    private static int order(String sheet) {
        int known = SHEETS.indexOf(sheet);
        return known < 0 ? SHEETS.size() : known;
    }
}
