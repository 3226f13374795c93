package org.ruhu.tools.simulation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Birth dates and id numbers of one household, such that no number is given twice in the whole simulation although no
 * household knows of another. Neighbours are registered in one county. There each household has four sequence numbers
 * for a birth date, other ones for every month; when a county is full and its number is used for others again, these are
 * born on other days. On the first of January, which is written for those whose birthday nobody knows, it has two
 * numbers, and once they run out, only in every n-th year.
 */
final class Identities {

    private static final int COUNTIES = 98;
    private static final int IN_A_COUNTY = 249;
    private static final int SLOTS = COUNTIES * IN_A_COUNTY;
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
        int round = household / SLOTS;
        this.household = household % SLOTS + round % 2 * SLOTS;
        this.period = 1 + (plan.households() - 1) / SLOTS;
        this.phase = (round + household % SLOTS) % period;
        this.years = (period + 1) / 2;
        this.year = (round / 2 + household % SLOTS) % years;
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
        int slot = household % SLOTS;
        int county = 1 + slot / IN_A_COUNTY;
        int place = slot % IN_A_COUNTY;
        int parity = male ? 1 : 2;
        if (birth.getDayOfYear() == 1) {
            int pair = (place * 2 + household / SLOTS + stirred(birth)) % (2 * IN_A_COUNTY);
            return first(IdNumber.of(county, birth, pair * 2 + parity));
        }
        int sequence = (place + stirred(birth)) % IN_A_COUNTY * 4 + parity;
        return first(IdNumber.of(county, birth, sequence)).or(() -> first(IdNumber.of(county, birth, sequence + 2)));
    }

    /** A number for each month, so that brothers do not have sequence numbers alike; small enough to be added to. */
    private static int stirred(LocalDate birth) {
        int month = birth.getYear() * 12 + birth.getMonthValue();
        return (month * 0x9E3779B1 >>> 8) % 10_000;
    }

    private Optional<String> first(String number) {
        return Optional.of(number).filter(given::add);
    }
}
