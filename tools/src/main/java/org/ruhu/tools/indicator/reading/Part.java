package org.ruhu.tools.indicator.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a household that leaves poverty must meet (domain rules "two worries, three guarantees", water and income), and
 * the four parts of water by themselves. The rules are those of the form's own check H42; members who had died by the
 * reference day are left out.
 */
public enum Part {

    FOOD, CLOTHING, EDUCATION, HEALTH, HOUSING, WATER, INCOME,
    WATER_QUANTITY, WATER_QUALITY, WATER_CONVENIENCE, WATER_RELIABILITY;

    /** The parts a household must meet to leave poverty. */
    public static final List<Part> SEVEN = List.of(FOOD, CLOTHING, EDUCATION, HEALTH, HOUSING, WATER, INCOME);

    private static final Set<String> ACCEPTED_REASONS = Set.of("1", "2");

    /** As codes of indicators have it: {@code water-quality}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param perHead income that is compared with the line */
    Mark of(Given given, List<Member> members, LocalRules rules, double perHead) {
        return switch (this) {
            case FOOD -> given.isYes("food_enough").and(given.atMost("food_short_months", 0)).and(protein(given));
            case CLOTHING -> given.isYes("clothes_season").and(given.isYes("bedding_warm"));
            case EDUCATION -> members.stream().map(Member::schooled).reduce(Mark::and).orElse(Mark.UNKNOWN);
            case HEALTH -> insured(given, members).and(notUntreated(given));
            case HOUSING -> housing(given);
            case WATER -> WATER_QUANTITY.of(given, members, rules, perHead)
                    .and(WATER_QUALITY.of(given, members, rules, perHead))
                    .and(WATER_CONVENIENCE.of(given, members, rules, perHead))
                    .and(WATER_RELIABILITY.of(given, members, rules, perHead));
            case INCOME -> Double.isNaN(perHead) || Double.isNaN(rules.line()) ? Mark.UNKNOWN
                    : Mark.of(perHead >= rules.line());
            case WATER_QUANTITY -> below(given, "water_lpd", rules.water().litresMin()).not();
            case WATER_QUALITY -> given.oneOf("water_quality", Set.of("1", "3"));
            case WATER_CONVENIENCE -> given.isYes("water_inhouse")
                    .or(given.atMost("water_min", rules.water().minutesMax()))
                    .or(given.atMost("water_hdist", rules.water().levelMax())
                            .and(given.atMost("water_vdist", rules.water().heightMax())));
            case WATER_RELIABILITY -> given.atMost("water_short_days", rules.water().shortDaysMax());
        };
    }

    private static Mark protein(Given given) {
        return given.oneOf("protein_access", Set.of("1", "2")).or(given.oneOf("protein_reason", ACCEPTED_REASONS));
    }

    /** In a household of the register every registered member, else every member. */
    private static Mark insured(Given given, List<Member> members) {
        boolean outside = given.code("hh_attr").equals("0");
        return members.stream()
                .map(member -> outside ? member.insured() : member.registered().not().or(member.insured()))
                .reduce(Mark::and).orElse(Mark.UNKNOWN);
    }

    static Mark notUntreated(Given given) {
        return given.atMost("ill_untreated", 0).or(given.oneOf("ill_reason", Set.of("1")).not());
    }

    /** A graded house counts against those who live in it: not who has another safe one, nor who has none. */
    private static Mark housing(Given given) {
        boolean elsewhere = given.code("house_safe_how").equals("2") || given.code("house_own").equals("7");
        Mark standing = elsewhere ? Mark.PASS : given.oneOf("house_grade", Set.of("C", "D")).not();
        return given.oneOf("house_safe_how", Set.of("1", "2", "3", "4")).and(standing);
    }

    private static Mark below(Given given, String name, double limit) {
        double value = given.number(name);
        return Double.isNaN(value) || Double.isNaN(limit) ? Mark.UNKNOWN : Mark.of(value < limit);
    }
}
