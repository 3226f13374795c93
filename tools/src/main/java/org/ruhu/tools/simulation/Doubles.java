package org.ruhu.tools.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The people of a household, those included who belong to another one.
 *
 * @param moved whether it is another household again, resettled
 */
record Doubles(People people, String registerNumber, boolean moved, List<Planted> planted) {

    private static final int TRIES = 200;

    static Doubles in(Plan plan, Frame frame, int index) {
        Village village = frame.villageOf(index);
        People own = People.of(plan, village, index);
        Dice dice = Dice.of(plan.seed(), "doubles", index);
        Fate.Elsewhere elsewhere = Fate.of(plan, index).elsewhere();
        Optional<Integer> other = elsewhere == Fate.Elsewhere.NOBODY ? Optional.empty()
                : another(plan, village, index, dice);
        if (other.isEmpty()) {
            return new Doubles(own, registerNumber(village, own.register(), index), false, List.of());
        }
        Origin origin = Origin.of(plan, frame, other.get());
        return elsewhere == Fate.Elsewhere.ONE_PERSON
                ? withOneOf(origin, own, village, index, dice)
                : resettled(origin, own, dice);
    }

    static UUID submissionId(Plan plan, int household) {
        return Dice.of(plan.seed(), "submission", household).uuid();
    }

    /** A household whose people are entered as they are: half of the time a neighbour. */
    private static Optional<Integer> another(Plan plan, Village village, int index, Dice dice) {
        for (int i = 0; i < TRIES; i++) {
            int other = dice.chance(0.5) ? village.first() + dice.below(village.households())
                    : dice.below(plan.households());
            if (other != index && Fate.of(plan, other).plain()) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static Doubles withOneOf(Origin origin, People own, Village village, int index, Dice dice) {
        List<Member> theirs = origin.people.members();
        List<Integer> able = IntStream.range(0, theirs.size()).boxed()
                .filter(i -> theirs.get(i).alive() && theirs.get(i).answers().has("id_no")).toList();
        int line = dice.one(able);
        List<Member> members = new ArrayList<>(own.members());
        members.add(People.again(theirs.get(line), own, dice));
        Case which = origin.village.equals(village) ? Case.TWO_HOUSEHOLDS_ONE_VILLAGE : Case.TWO_VILLAGES;
        return new Doubles(new People(own.id(), own.register(), List.copyOf(members)),
                registerNumber(village, own.register(), index), false,
                List.of(new Planted(which, origin.index, List.of(new Planted.Pair(members.size() - 1, line)))));
    }

    private static Doubles resettled(Origin origin, People own, Dice dice) {
        People again = origin.people.again(own.id(), dice);
        List<Planted.Pair> pairs = IntStream.range(0, again.members().size())
                .mapToObj(line -> new Planted.Pair(line, line)).toList();
        return new Doubles(again, registerNumber(origin.village, again.register(), origin.index), true,
                List.of(new Planted(Case.RELOCATED_HOUSEHOLD, origin.index, pairs)));
    }

    private static String registerNumber(Village village, Register register, int index) {
        return village.county() + register.entryYear() + (10_000_000 + index);
    }

    /** Where a double comes from. */
    private record Origin(int index, Village village, People people) {

        static Origin of(Plan plan, Frame frame, int index) {
            Village village = frame.villageOf(index);
            return new Origin(index, village, People.of(plan, village, index));
        }
    }
}
