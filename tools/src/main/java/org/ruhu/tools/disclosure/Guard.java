package org.ruhu.tools.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ruhu.forms.Sensitivity;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.disclosure.Planned.Use;

/** Refuses plans that would release what no public file may hold, whatever the settings call it. */
public final class Guard {

    /** What neighbours know of each other without asking. */
    private static final Set<String> ALWAYS_KEYS = Set.of("sex", "age", "ethnic", "ethnicity", "birth_year", "n_hukou",
            "n_resident", "n_registered", "n_share");

    /** More different values than these, left as they are, are names, places or amounts. */
    private static final int MOST_VALUES = 60;
    private static final Pattern LONG_CODE = Pattern.compile("[0-9]{10,}");

    private Guard() {}

    /** @param form what the form says of a column; empty for all where there is no form */
    public static void check(Settings settings, Function<String, Optional<Variable>> form) {
        for (Planned planned : settings.variables()) {
            boolean known = planned.counted() || ALWAYS_KEYS.contains(planned.from())
                    || planned.recoding() instanceof Recoding.Place;
            if (known && planned.use() != Use.KEY) {
                throw refused(planned, "others know it of people, so its use is \"key\"");
            }
            if (!planned.counted()) {
                form.apply(planned.from()).ifPresent(variable -> check(planned, variable));
            }
        }
    }

    static void check(Planned planned, Variable variable) {
        if (variable.role() == Variable.Role.KEY || planned.recoding() instanceof Recoding.Place) {
            if (!variable.name().equals("area") || !(planned.recoding() instanceof Recoding.Place)) {
                throw refused(planned, "of the columns that say where a row comes from only \"area\" may be released,"
                        + " with a \"level\"");
            }
            return;
        }
        if (variable.identifying()) {
            throw refused(planned, "it tells who somebody is");
        }
        if (exact(variable)) {
            throw refused(planned, "it is an exact place");
        }
        if (List.of(ValueType.TEXT, ValueType.DATE, ValueType.DATETIME).contains(variable.type())) {
            throw refused(planned, "texts, pictures and dates are never released");
        }
        if (variable.type() == ValueType.CODES) {
            throw refused(planned, "release its columns " + variable.name() + "_CODE one by one");
        }
        boolean number = List.of(ValueType.INTEGER, ValueType.NUMBER).contains(variable.type());
        if (number && !planned.recoding().coarse()) {
            throw refused(planned, "numbers need \"bands\", \"round\", \"top\" or \"bottom\"");
        }
        boolean sensitive = variable.editions().stream()
                .anyMatch(edition -> edition.question().sensitivity() == Sensitivity.SENSITIVE);
        if (sensitive && planned.use() == Use.PLAIN) {
            throw refused(planned, "the form calls it sensitive, so its use is \"sensitive\" or \"key\"");
        }
    }

    private static boolean exact(Variable variable) {
        return variable.editions().stream().map(edition -> edition.question())
                .anyMatch(question -> question.widget().filter("gps"::equals).isPresent());
    }

    /** Looks at the values that would be released. */
    static void check(Column column) {
        Planned planned = column.planned();
        List<String> words = column.words();
        if (planned.recoding() instanceof Recoding.AsIs && words.size() > MOST_VALUES) {
            throw refused(planned, "it has more than " + MOST_VALUES + " different values: band, round or group them");
        }
        for (String word : words) {
            if (LONG_CODE.matcher(word).find() || !Scanner.kinds(word).isEmpty()) {
                throw refused(planned, "it holds long numbers, such as ids, telephones or the codes of villages");
            }
        }
    }

    private static CannotRun refused(Planned planned, String why) {
        return new CannotRun("settings: " + planned.name() + " (from " + planned.from() + ") is not released: " + why);
    }
}
