package org.ruhu.tools.simulation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Birth dates and id numbers of one household, such that no number is given twice in the whole simulation although no
 * household knows of another. Each has a county and four sequence numbers of its own, and when those run out, only
 * every n-th day to be born on. On the first of January, which is written for those whose birthday nobody knows, it
 * has a county and two numbers, and only every n-th year.
 */
final class Identities {

    private static final int COUNTIES = 98;
    private static final int SLOTS = COUNTIES * 249;
    private static final int DEFAULT_SLOTS = COUNTIES * 499;
    /** Prime to both: neighbours shall not have neighbouring numbers. */
    private static final int STRIDE = 7919;
    /** Counties whose registers were once filled in by year alone. */
    private static final List<String> BY_YEAR = List.of("540324", "540329", "540330");

    private final int household;
    private final int period;
    private final int phase;
    private final int years;
    private final int year;
    private final boolean byYear;
    private final Set<String> given = new HashSet<>();

    Identities(Plan plan, String county, int household) {
        this.household = household;
        this.period = 1 + (plan.households() - 1) / SLOTS;
        this.phase = (household / SLOTS + household % SLOTS) % period;
        this.years = 1 + (plan.households() - 1) / DEFAULT_SLOTS;
        this.year = (household / DEFAULT_SLOTS + household % DEFAULT_SLOTS) % years;
        this.byYear = BY_YEAR.contains(county);
    }

    /** Those who have a number already keep it to themselves. */
    Identities without(List<Member> members) {
        members.forEach(member -> given.add(member.text("id_no")));
        return this;
    }

    /** A day of a year, the first of January more often the older somebody is. */
    LocalDate born(Dice dice, int inYear) {
        double unknown = inYear < 1960 ? 0.16 : inYear < 1985 ? 0.06 : inYear < 2010 ? 0.01 : 0;
        boolean ours = inYear % years == year;
        boolean byDefault = dice.chance(ours ? Math.min(1, unknown * (byYear ? 5 : 1) * years) : 0);
        return byDefault ? LocalDate.of(inYear, 1, 1) : bornOnKnownDay(dice, inYear);
    }

    LocalDate bornOnKnownDay(Dice dice, int inYear) {
        return near(LocalDate.of(inYear, 1, 2).plusDays(dice.below(364)));
    }

    /** The day of that year on which this household may have somebody born and that is next to one wished for. */
    LocalDate near(LocalDate wished) {
        LocalDate ours = wished.plusDays(Math.floorMod(phase - wished.toEpochDay(), (long) period));
        if (ours.getYear() != wished.getYear()) {
            ours = ours.minusDays(period);
        }
        return ours.getDayOfYear() == 1 ? ours.plusDays(period) : ours;
    }

    /** Empty if the household has none left for that day. */
    Optional<String> number(LocalDate birth, boolean male) {
        int parity = male ? 1 : 2;
        if (birth.getDayOfYear() == 1) {
            int slot = slot(DEFAULT_SLOTS);
            return first(IdNumber.of(1 + slot / 499, birth, slot % 499 * 2 + parity));
        }
        int slot = slot(SLOTS);
        int sequence = slot % 249 * 4 + parity;
        return first(IdNumber.of(1 + slot / 249, birth, sequence))
                .or(() -> first(IdNumber.of(1 + slot / 249, birth, sequence + 2)));
    }

    private int slot(int slots) {
        return (int) ((long) (household % slots) * STRIDE % slots);
    }

    private Optional<String> first(String number) {
        return Optional.of(number).filter(given::add);
    }
}
