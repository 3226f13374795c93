package org.ruhu.forms;

import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.ruhu.forms.Program.Step;

/** JSON pointers into answers. */
final class Pointers {

    private Pointers() {}

    /** @param row index from 0, -1 outside rosters */
    record Found(Step step, int row) {}

    /** @param rows number of rows by roster slot */
    static Optional<Found> resolve(Program program, String pointer, IntUnaryOperator rows) {
        String[] names = pointer.split("/", 5);
        if (names.length == 2 && names[0].isEmpty()) {
            return program.step(names[1]).map(step -> new Found(step, -1));
        }
        if (names.length != 4 || !names[0].isEmpty()) {
            return Optional.empty();
        }
        int row = index(names[2]);
        return program.step(names[1]).filter(Step::opensRoster)
                .filter(roster -> row >= 0 && row < rows.applyAsInt(roster.opens()))
                .flatMap(roster -> program.rosters().get(roster.opens()).step(names[3]))
                .map(step -> new Found(step, row));
    }

    private static int index(String digits) {
        return digits.matches("0|[1-9][0-9]{0,6}") ? Integer.parseInt(digits) : -1;
    }

    /** A name as a step of a pointer. */
    static String escape(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0 ? name : name.replace("~", "~0").replace("/", "~1");
    }
}
