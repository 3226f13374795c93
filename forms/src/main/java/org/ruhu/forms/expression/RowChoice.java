package org.ruhu.forms.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.expression.Expression.RosterName;
import org.ruhu.forms.expression.Scope.Level;

/** The rows of a roster as options of a question. */
public final class RowChoice implements Offer {

    private final RosterName name;
    private final int distance;
    private final int roster;
    private final Optional<Integer> value;
    private final Optional<Formula> where;

    /**
     * @param scope of the question that chooses
     * @param name  a roster of that scope
     * @param value question of the row that is the answer; empty for the number of the row
     * @param where asked of each row of the roster
     */
    public RowChoice(Scope scope, RosterName name, Optional<String> value, Optional<Formula> where) {
        boolean ofForm = name.of().equals(Expression.FORM);
        Level owner = ofForm ? scope.form() : scope.rows().get(scope.distance(name.of()));
        Level level = owner.rosters().get(name.name());
        this.name = name;
        this.distance = ofForm ? -1 : scope.distance(name.of());
        this.roster = level.slot();
        this.value = value.map(question -> level.fields().get(question).slot());
        this.where = where;
    }

    /** A roster of the form or of a row around the expression, by its path; empty when it is neither. */
    public static Optional<RosterName> roster(Scope scope, String path) {
        List<Level> owners = new ArrayList<>(scope.rows());
        owners.add(scope.form());
        return owners.stream().flatMap(owner -> owner.rosters().entrySet().stream()
                .filter(roster -> roster.getValue().path().equals(path))
                .map(roster -> new RosterName(roster.getKey(), scope.of(owner)))).findFirst();
    }

    public RosterName name() {
        return name;
    }

    @Override
    public boolean offers(String answer, Frame frame, Row of) {
        return chosen(answer, frame, of).isPresent();
    }

    @Override
    public List<String> offered(Frame frame, Row of) {
        Set<String> offered = new LinkedHashSet<>();
        for (Row row : rows(frame, of)) {
            if (text(row) != null && lets(row, frame)) {
                offered.add(text(row));
            }
        }
        return List.copyOf(offered);
    }

    /** The row a choice leads to; may throw what a formula throws. */
    public Optional<Row> chosen(String answer, Frame frame, Row of) {
        for (Row row : rows(frame, of)) {
            if (answer.equals(text(row)) && lets(row, frame)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private Row[] rows(Frame frame, Row of) {
        Row owner = distance < 0 ? frame.form : of;
        for (int i = 0; i < distance; i++) {
            owner = owner.around;
        }
        return owner.rosters[roster];
    }

    /** Null for a row without value: it offers nothing. */
    private String text(Row row) {
        if (value.isEmpty()) {
            return Integer.toString(row.line);
        }
        Object found = row.values[value.get()];
        return found == null ? null : Values.text(found);
    }

    private boolean lets(Row row, Frame frame) {
        return where.isEmpty() || Boolean.TRUE.equals(frame.value(where.get(), row));
    }
}
