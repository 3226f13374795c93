package org.ruhu.tools.simulation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people of a household as it is entered, those included who belong to another one or seem to. */
record Doubles(People people, String registerNumber, Dwelling dwelling, List<Planted> planted) {

    static Doubles in(Plan plan, Frame frame, int index) {
        Host host = new Host(plan, frame, index);
        return Fate.of(plan, index).planted().flatMap(which -> plant(host, which)).orElse(host.alone(List.of()));
    }

    Doubles at(Dwelling other) {
        return new Doubles(people, registerNumber, other, planted);
    }

    static UUID submissionId(Plan plan, int household) {
        return Dice.of(plan.seed(), "submission", household).uuid();
    }

    /** Empty if nobody was found for it. */
    private static Optional<Doubles> plant(Host host, Case which) {
        return switch (which) {
            case TWO_HOUSEHOLDS_ONE_VILLAGE, TWO_VILLAGES, MISTYPED_ID, ID_OF_15_DIGITS, TWO_IDS_ONE_PERSON,
                    DEFAULT_BIRTHDAY, CHILD_OF_BOTH_PARENTS, DISABILITY_CARD -> new Guest(host, which).entered();
            case RELOCATED_HOUSEHOLD, SHELL_REGISTRATION, HEAD_REPLACED, SPLIT_HOUSEHOLD ->
                    new HouseholdAgain(host, which).entered();
            case CHILD_UNDER_HAN_NAME, INSTITUTION_LIST -> new Institution(host, which).listed();
            case ONE_ID_TWO_PERSONS, NAMESAKES, COUSINS_OF_ONE_NAME, DEFAULT_BIRTHDAY_NAMESAKE ->
                    new Stranger(host, which).taken();
            case TWINS, SERIAL_SIBLINGS, COUPLE_WITH_NEAR_IDS -> host.own().alike().which().map(alike ->
                    host.alone(List.of(host.amongOwn(alike, host.own().alike().pair()))));
        };
    }
}
