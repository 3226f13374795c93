package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.CannotRun;

/** Takes in the rows that some tables are of. */
public final class Tally {

    private final TablePlan.Several several;
    private final boolean people;
    private final List<String> columns;
    private final List<Filling> tables;
    private final Map<String, Integer> households = new HashMap<>();

    /** A table on its way. */
    private static final class Filling {
        private final TablePlan plan;
        private final List<Column> by;
        private int[] household = new int[1 << 10];
        private double[] amounts = new double[1 << 10];
        private int rows;

        Filling(TablePlan plan) {
            this.plan = plan;
            this.by = plan.by().stream().map(Column::new).toList();
        }

        void add(int number, double amount) {
            if (rows == household.length) {
                household = Arrays.copyOf(household, 2 * rows);
                amounts = Arrays.copyOf(amounts, 2 * rows);
            }
            household[rows] = number;
            amounts[rows++] = amount;
        }
    }

    /** @param people the tables of people, or those of households */
    public Tally(TablePlan.Several several, boolean people) {
        this.several = several.only(people);
        this.people = people;
        this.columns = this.several.columns();
        this.tables = this.several.tables().stream().map(Filling::new).toList();
    }

    public boolean wanted() {
        return !tables.isEmpty();
    }

    /**
     * @param key    the household, by a name that stays here
     * @param values of the columns of {@link TablePlan.Several#columns} of these tables
     */
    public void add(String key, List<String> values) {
        Integer known = households.putIfAbsent(key, households.size());
        if (!people && known != null) {
            return;
        }
        for (Map.Entry<String, Set<String>> where : several.where().entrySet()) {
            if (!where.getValue().contains(values.get(columns.indexOf(where.getKey())))) {
                return;
            }
        }
        int number = known == null ? households.size() - 1 : known;
        for (Filling table : tables) {
            Optional<Double> amount = amount(table.plan, values);
            if (amount.isPresent()) {
                table.add(number, amount.get());
                table.by.forEach(column -> column.add(values.get(columns.indexOf(column.planned().from()))));
            }
        }
    }

    /** One where rows are counted; empty where there is nothing to add. */
    private Optional<Double> amount(TablePlan plan, List<String> values) {
        if (plan.sum().isEmpty()) {
            return Optional.of(1.0);
        }
        String value = values.get(columns.indexOf(plan.sum().get()));
        try {
            return value.isBlank() ? Optional.empty() : Optional.of(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            throw new CannotRun("table " + plan.name() + ": " + plan.sum().get()
                    + " holds something that is no number");
        }
    }

    List<Cells> cells() {
        List<Cells> cells = new ArrayList<>();
        for (Filling table : tables) {
            if (table.rows == 0) {
                throw new CannotRun("table " + table.plan.name() + " would be empty: look at \"where\"");
            }
            table.by.forEach(Guard::check);
            if (table.plan.sum().isPresent() && Arrays.stream(table.amounts, 0, table.rows)
                    .allMatch(amount -> amount == 0 || amount == 1)) {
                throw new CannotRun("table " + table.plan.name() + ": " + table.plan.sum().get() + " is only yes or no,"
                        + " so its sum is a count without the rules for counts; make it a breakdown");
            }
            cells.add(Cells.of(table.plan, table.by, Arrays.copyOf(table.household, table.rows),
                    Arrays.copyOf(table.amounts, table.rows)));
        }
        return cells;
    }
}
