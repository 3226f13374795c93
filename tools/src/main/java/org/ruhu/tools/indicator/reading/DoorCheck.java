package org.ruhu.tools.indicator.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ruhu.tools.lines.Revision;

/**
 * What a door-to-door check found.
 *
 * @param problems  those not yet verified, and those that were not so, are left out
 * @param dividends whether those due were paid: 1 yes, 2 no, 3 to be verified, 9 none were due; empty when not said
 */
public record DoorCheck(String area, int year, List<Problem> problems, String dividends) {

    public static final String FORM = "door-check";

    private static final Set<String> VERIFIED = Set.of("1", "2");

    public DoorCheck {
        problems = List.copyOf(problems);
    }

    /**
     * A problem that is a fact.
     *
     * @param domain CL_DOMAIN
     * @param state  CL_PSTATE: 6 cancelled, 8 come back
     * @param due    the last day on which one of its measures was due
     */
    public record Problem(String domain, String state, Optional<LocalDate> found, Optional<LocalDate> due,
            Optional<LocalDate> closed) {}

    public static DoorCheck read(Revision revision) {
        Given given = new Given(revision.answers().values());
        Optional<LocalDate> found = day(given, "check_date");
        return new DoorCheck(revision.area(), found.map(LocalDate::getYear).orElse(0), given.rows("problems").stream()
                .filter(row -> VERIFIED.contains(row.code("prob_verify"))).map(row -> problem(row, found)).toList(),
                given.code("k_dividend"));
    }

    private static Problem problem(Given row, Optional<LocalDate> found) {
        Stream<LocalDate> due = row.rows("measures").stream().flatMap(measure -> day(measure, "due_date").stream());
        return new Problem(row.code("prob_domain"), row.code("prob_state"), found, due.max(LocalDate::compareTo),
                day(row, "close_date"));
    }

    static Optional<LocalDate> day(Given given, String name) {
        try {
            return given.code(name).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(given.code(name)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
