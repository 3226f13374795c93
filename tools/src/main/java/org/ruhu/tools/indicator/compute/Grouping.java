package org.ruhu.tools.indicator.compute;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ruhu.tools.indicator.reading.Household;

/** By what households can be grouped; a household without the code belongs to the group of those not known. */
public enum Grouping {

    HH_ATTR("hh_attr", household -> household.groups().attribute()),
    STATUS("status", household -> household.groups().status()),
    CAUSE("cause", household -> household.groups().cause()),
    SIZE("size", Grouping::size),
    HEAD_SEX("head_sex", household -> household.groups().headSex()),
    /** Only for how the work went: staff are nobody's results. */
    TEAM("team", household -> household.interview().team()),
    /** Only for what is missing: results by ethnicity would be read as a ranking. */
    ETHNICITY("ethnicity", household -> household.groups().ethnicity());

    /** Code of households of which it is not known. */
    static final String UNKNOWN = "unknown";

    private static final int LARGEST = 6;

    private final String word;
    private final Function<Household, String> code;

    Grouping(String word, Function<Household, String> code) {
        this.word = word;
        this.code = code;
    }

    public String word() {
        return word;
    }

    String of(Household household) {
        String its = code.apply(household);
        return its.isEmpty() ? UNKNOWN : its;
    }

    private static String size(Household household) {
        return household.persons() == 0 ? "" : household.persons() < LARGEST ? "" + household.persons() : LARGEST + "+";
    }

    /** One that results can be shown by. */
    static Optional<Grouping> named(String word) {
        return Arrays.stream(values()).filter(group -> group != ETHNICITY && group.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).filter(group -> group != ETHNICITY).map(Grouping::word)
                .collect(Collectors.joining(", "));
    }
}
