package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.page.Words;

/**
 * A table as it goes out, and what was looked at before.
 *
 * @param published values, rounded if the plan says so
 * @param additive  whether rounded values still add up
 * @param told      what it would tell together with tables released before
 * @param unseen    which of that was not looked at
 */
record PublicTable(Cells cells, Withheld.Pattern withheld, double[] published, Optional<Boolean> additive,
                   Figures figures, List<Words> told, Optional<Words> unseen) {

    static PublicTable of(Cells cells, TablePlan.Several several, List<Figures> released) {
        TablePlan plan = cells.plan();
        Withheld.Pattern withheld = plan.suppress() ? Withheld.of(Amounts.of(cells))
                : new Withheld.Pattern(new boolean[cells.values().length], List.of(), List.of());
        Figures exact = Figures.of(cells, withheld.cells(), cells.values(), several.population(), several.where());
        Chance chance = new Chance("ruhu tables", several.seed());
        double[] chances = exact.all().stream()
                .mapToDouble(figure -> chance.share(several.population() + plan.measure() + figure.words())).toArray();
        Optional<Rounding.Rounded> rounded = plan.base().map(base -> Rounding.of(cells, base, chances));
        double[] published = rounded.map(Rounding.Rounded::values).orElse(cells.values());
        Figures figures = Figures.of(cells, withheld.cells(), published, several.population(), several.where());
        List<Words> told = new ArrayList<>();
        released.forEach(before -> told.addAll(Differences.of(figures, before)));
        if (told.isEmpty()) {
            told.addAll(Combined.told(figures, released));
        }
        Joint.Found joint = told.isEmpty() ? Joint.of(figures, released) : Joint.Found.NOTHING;
        told.addAll(joint.told());
        return new PublicTable(cells, withheld, published, rounded.map(Rounding.Rounded::additive), figures, told,
                joint.unseen());
    }

    /** Why it may not go out. */
    List<Words> refusals() {
        List<Words> refusals = new ArrayList<>(told);
        withheld.open().forEach(open -> refusals.add(unhidden(String.join(" ", cells.words(open.cell())))));
        withheld.bare().forEach(bare -> refusals.add(together(String.join("; ",
                bare.stream().map(cell -> String.join(" ", cells.words(cell))).toList()))));
        return refusals;
    }

    private Words together(String which) {
        return new Words("%s：%s 的合计可由已公布数字得出，而它不足户数或由个别户主导；请把分组归并得更粗"
                .formatted(cells.plan().name(), which),
                "%s: what %s add up to can be worked out, and is of too few households or dominated; make the breakdown"
                        .formatted(cells.plan().name(), which) + " coarser");
    }

    private Words unhidden(String cell) {
        return new Words("%s：无论再隐去哪些单元格，%s 都藏不住；请把分组归并得更粗".formatted(cells.plan().name(), cell),
                "%s: %s cannot be hidden, whatever else is withheld; make the breakdown coarser"
                        .formatted(cells.plan().name(), cell));
    }

    List<String> header() {
        List<String> header = new ArrayList<>(cells.plan().by().stream().map(Planned::name).toList());
        header.addAll(List.of("value", "conf_status"));
        return header;
    }

    /** Row by row; {@code C} for confidential, whichever way it came to that. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int cell = 0; cell < published.length; cell++) {
            List<String> row = new ArrayList<>(cells.words(cell));
            boolean hidden = withheld.cells()[cell];
            row.add(hidden ? "" : Recoding.plain(Math.round(published[cell] * 100) / 100.0));
            row.add(hidden ? "C" : "F");
            rows.add(row);
        }
        return rows;
    }

    int risky() {
        return count(cells.risky());
    }

    int hidden() {
        return count(withheld.cells());
    }

    private static int count(boolean[] which) {
        int count = 0;
        for (boolean one : which) {
            count += one ? 1 : 0;
        }
        return count;
    }

    long exactlyAudited() {
        return withheld.bounds().stream().filter(Audit.Bounds::exact).count();
    }

    /** The narrowest bounds of a cell at risk, as a share of the room it needs; at least 1 when all is well. */
    double narrowest() {
        return withheld.bounds().stream().mapToDouble(bound -> bound.width() / bound.room()).min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Largest change by rounding. */
    double moved() {
        double[] moved = new double[published.length];
        Arrays.setAll(moved, cell -> Math.abs(published[cell] - cells.values()[cell]));
        return Arrays.stream(moved).max().orElse(0);
    }
}
