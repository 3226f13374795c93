package org.ruhu.tools.indicator.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a household may lack, for Alkire and Foster's measure: education, health and living standard with a third of the
 * weight each. A draft of our own; it is not the global multidimensional poverty index.
 */
public enum Deprivation {

    SCHOOLING(3), ATTENDANCE(3), INSURANCE(3), ILLNESS(3), HOUSING(1), WATER(1), TOILET(1), POWER(1), FUEL(1),
    DURABLES(1);

    private static final Set<String> CLEAN_FUELS = Set.of("4", "5", "6", "7", "8");

    /** All parts together. */
    public static final int TOTAL = 18;

    private final int parts;

    Deprivation(int parts) {
        this.parts = parts;
    }

    /** Of {@link #TOTAL}. */
    public int parts() {
        return parts;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part of compliance it is the other side of. */
    Optional<Part> same() {
        return switch (this) {
            case ATTENDANCE -> Optional.of(Part.EDUCATION);
            case HOUSING -> Optional.of(Part.HOUSING);
            case WATER -> Optional.of(Part.WATER);
            case SCHOOLING, INSURANCE, ILLNESS, TOILET, POWER, FUEL, DURABLES -> Optional.empty();
        };
    }

    /** Passes when the household is deprived. */
    Mark of(Given given, List<Member> members, Map<Part, Mark> parts) {
        return switch (this) {
            case SCHOOLING -> members.stream().map(Member::schooledAdult).reduce(Mark::or).orElse(Mark.UNKNOWN).not();
            case ATTENDANCE, HOUSING, WATER -> parts.get(same().orElseThrow()).not();
            case INSURANCE -> members.stream().map(Member::insured).reduce(Mark::and).orElse(Mark.UNKNOWN).not();
            case ILLNESS -> Part.notUntreated(given).not()
                    .or(members.stream().map(Member::gravelyIll).reduce(Mark::or).orElse(Mark.UNKNOWN));
            case TOILET -> given.oneOf("toilet", Set.of("3", "4"));
            case POWER -> given.oneOf("power", Set.of("3"));
            case FUEL -> Mark.of(given.codes("fuel").map(fuels -> fuels.stream().noneMatch(CLEAN_FUELS::contains)));
            case DURABLES -> Mark.of(given.codes("appliances")
                    .map(goods -> goods.stream().filter(good -> !good.equals("0")).count() <= 1))
                    .and(Mark.of(given.codes("vehicles").map(Set.of("0")::equals)));
        };
    }
}
