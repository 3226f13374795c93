package org.ruhu.tools.simulation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A household in which something is to be planted, and where it looks for others. */
final class Host {

    private static final int NEARBY = 2000;

    private final Plan plan;
    private final Frame frame;
    private final int index;
    private final Village village;
    private final People own;
    private final Dice dice;

    Host(Plan plan, Frame frame, int index) {
        this.plan = plan;
        this.frame = frame;
        this.index = index;
        this.village = frame.villageOf(index);
        this.own = People.of(plan, village, index);
        this.dice = Dice.of(plan.seed(), "doubles", index);
    }

    /** Where a double comes from: a household in which nobody is of another one. */
    record Origin(int index, Village village, People people, String registerNumber, Dwelling dwelling) {}

    Dice dice() {
        return dice;
    }

    People own() {
        return own;
    }

    /** Numbers for people who come to belong here. */
    Identities identities() {
        return new Identities(plan, village.county(), index).without(own.members());
    }

    Dwelling dwelling() {
        return Dwelling.of(plan, frame, index);
    }

    Village village() {
        return village;
    }

    Planted amongOwn(Case which, Planted.Pair pair) {
        return new Planted(which, index, List.of(pair));
    }

    /** What the household is without anybody else. */
    Doubles alone(List<Planted> planted) {
        return with(own, planted);
    }

    Doubles with(People people, List<Planted> planted) {
        return new Doubles(people, registerNumber(village, people.register(), index), dwelling(), planted);
    }

    Optional<Origin> neighbour(int tries, Predicate<People> fits) {
        for (int i = 0; i < tries; i++) {
            Optional<Origin> origin = at(village.first() + dice.below(village.households()), fits);
            if (origin.isPresent()) {
                return origin;
            }
        }
        return Optional.empty();
    }

    /** In another village, mostly one that is not far. */
    Optional<Origin> elsewhere(int tries, Predicate<People> fits) {
        for (int i = 0; i < tries; i++) {
            int other = dice.chance(0.6) ? index + dice.between(-NEARBY, NEARBY) : dice.below(plan.households());
            boolean there = other >= 0 && other < plan.households()
                    && (other < village.first() || other >= village.first() + village.households());
            Optional<Origin> origin = there ? at(other, fits) : Optional.empty();
            if (origin.isPresent()) {
                return origin;
            }
        }
        return Optional.empty();
    }

    Optional<Origin> anywhere(int tries, Predicate<People> fits) {
        return dice.chance(0.5) ? neighbour(tries, fits).or(() -> elsewhere(tries, fits)) : elsewhere(tries, fits);
    }

    private Optional<Origin> at(int other, Predicate<People> fits) {
        if (other == index || !Fate.of(plan, other).plain()) {
            return Optional.empty();
        }
        Village there = frame.villageOf(other);
        People people = People.of(plan, there, other);
        return fits.test(people) ? Optional.of(new Origin(other, there, people,
                registerNumber(there, people.register(), other), Dwelling.of(plan, frame, other))) : Optional.empty();
    }

    private static String registerNumber(Village village, Register register, int index) {
        return village.county() + register.entryYear() + (10_000_000 + index);
    }
}
