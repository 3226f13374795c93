package org.ruhu.tools.indicator.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A member of a household, as far as indicators need one. */
record Member(Given given, LocalDate day) {

    private static final Set<String> WITHOUT_SCHOOL = Set.of("1", "2", "3", "5");
    private static final Set<String> INSURED = Set.of("1", "2", "3", "4");
    private static final String DIED = "4";

    /** Whether the person had died by the reference day: such members are counted nowhere. */
    boolean dead() {
        return given.code("change").equals(DIED) && day("change_date").filter(on -> !on.isAfter(day)).isPresent();
    }

    OptionalInt age() {
        double age = given.number("age");
        if (!Double.isNaN(age)) {
            return OptionalInt.of((int) age);
        }
        return birth().map(born -> OptionalInt.of(Period.between(born, day).getYears())).orElse(OptionalInt.empty());
    }

    Optional<LocalDate> birth() {
        return day("birth_date");
    }

    private Optional<LocalDate> day(String name) {
        try {
            String text = given.code(name);
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean head() {
        return given.code("rel").equals("01");
    }

    /** At school, or not there for a reason that the rules accept; nothing to ask of those who are not 6 to 15. */
    Mark schooled() {
        if (age().isPresent() && (age().getAsInt() < 6 || age().getAsInt() > 15)) {
            return Mark.PASS;
        }
        Mark schooled = given.oneOf("school", Set.of("00")).not()
                .or(given.oneOf("no_school_reason", WITHOUT_SCHOOL));
        return age().isPresent() || schooled == Mark.PASS ? schooled : Mark.UNKNOWN;
    }

    Mark insured() {
        return given.oneOf("med_ins", INSURED);
    }

    Mark registered() {
        return given.isYes("in_register");
    }

    /** Whether an adult of 16 or more with at least six years of school. */
    Mark schooledAdult() {
        Mark adult = age().isPresent() ? Mark.of(age().getAsInt() >= 16) : Mark.UNKNOWN;
        return adult.and(given.oneOf("edu", Set.of("2", "3", "4", "5", "6")));
    }

    Mark gravelyIll() {
        return Mark.of(given.codes("health").map(codes -> codes.contains("3")));
    }
}
