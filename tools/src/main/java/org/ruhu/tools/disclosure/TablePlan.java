package org.ruhu.tools.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One table for the public.
 *
 * @param people    whether people are counted; else households
 * @param sum       column that is added up instead of counting
 * @param by        what it is broken down by, up to three
 * @param threshold households a cell has at least, unless it is empty
 * @param largest   how many contributions together may not be more than {@code share} of a cell
 * @param share     in percent
 * @param p         how near, in percent, the second largest household may come to guessing the largest
 * @param suppress  whether cells at risk are withheld, others with them
 * @param base      published numbers are rounded to multiples of it
 * @param additive  whether rounded numbers should still add up
 */
public record TablePlan(String name, boolean people, Optional<String> sum, List<Planned> by, int threshold, int largest,
                 double share, double p, boolean suppress, Optional<Integer> base, boolean additive) {

    private static final int USUAL_THRESHOLD = 10;

    public TablePlan {
        by = List.copyOf(by);
    }

    /**
     * Tables of one population.
     *
     * @param population its name in the register of releases
     * @param where      values columns must have for a row to be counted
     */
    public record Several(String population, long seed, String roster, Optional<String> household,
                          Map<String, Set<String>> where, List<TablePlan> tables) {

        public Several {
            tables = List.copyOf(tables);
        }

        /** @throws org.ruhu.tools.CannotRun that says where the settings are wrong */
        public static Several read(InputStream in) throws IOException {
            Said said = Said.in(in);
            Map<String, Set<String>> where = new LinkedHashMap<>();
            said.object("where").lists().forEach((column, values) -> where.put(column, Set.copyOf(values)));
            List<TablePlan> tables = new ArrayList<>();
            said.object("tables").fields().forEach((name, table) -> tables.add(TablePlan.of(name, table)));
            if (tables.isEmpty()) {
                throw said.wrong("tables", "name at least one");
            }
            Several several = new Several(
                    said.text("population").orElseThrow(() -> said.wrong("population", "say who is counted")),
                    said.seed("seed"), said.text("roster").orElse("members"), said.text("household"), where, tables);
            said.done();
            return several;
        }

        /** The tables of people, or those of households. */
        public Several only(boolean people) {
            return new Several(population, seed, roster, household, where,
                    tables.stream().filter(table -> table.people() == people).toList());
        }

        public List<String> names() {
            return tables.stream().map(TablePlan::name).toList();
        }

        /** Columns that have to be read. */
        public List<String> columns() {
            Set<String> columns = new TreeSet<>(where.keySet());
            for (TablePlan table : tables) {
                table.by().forEach(one -> columns.add(one.from()));
                table.sum().ifPresent(columns::add);
            }
            return List.copyOf(columns);
        }
    }

    private static TablePlan of(String name, Said said) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,60}")) {
            throw said.wrong("", "a table is called by small letters, digits and dashes: it names a file");
        }
        List<Planned> by = said.objects("by").stream().map(TablePlan::breakdown).toList();
        if (by.stream().anyMatch(one -> List.of("value", "conf_status").contains(one.name()))) {
            throw said.wrong("by", "columns value and conf_status are there already; give it another name");
        }
        if (by.isEmpty() || by.size() > 3 || by.stream().map(Planned::name).distinct().count() < by.size()) {
            throw said.wrong("by", "one to three different breakdowns");
        }
        Said dominance = said.object("dominance");
        Said round = said.object("round");
        TablePlan plan = new TablePlan(name, said.word("of", List.of("people", "households")).equals("people"),
                said.text("sum"), by, said.whole("threshold", USUAL_THRESHOLD, 1, 1_000_000),
                dominance.whole("n", 1, 1, 20), dominance.number("percent", 75, 1, 100), said.number("p", 10, 0, 100),
                said.word("protect", List.of("suppress", "round")).equals("suppress"), base(said, round),
                !round.word("additive", List.of("true", "false")).equals("false"));
        dominance.done();
        round.done();
        said.done();
        return plan;
    }

    private static Optional<Integer> base(Said said, Said round) {
        boolean rounded = said.has("round");
        if (!rounded && !said.word("protect", List.of("suppress", "round")).equals("suppress")) {
            throw said.wrong("round", "say {\"base\": 3} or {\"base\": 5}");
        }
        if (rounded && said.has("sum")) {
            throw said.wrong("round", "only counts are rounded at random; sums are suppressed");
        }
        return rounded ? Optional.of(round.whole("base", 3, 2, 100)) : Optional.empty();
    }

    private static Planned breakdown(Said said) {
        String from = said.text("from").orElseGet(() -> said.text("name").orElseThrow(
                () -> said.wrong("from", "say which column")));
        Planned planned = new Planned(said.text("name").orElse(from), from, Planned.Use.KEY, Planned.recoding(said), 1,
                1, Set.of());
        said.done();
        return planned;
    }

    /** What is counted or added up, as the register calls it. */
    String measure() {
        return sum.map(column -> "sum of " + column + (people ? " over people" : " over households"))
                .orElse(people ? "people" : "households");
    }
}
