package org.ruhu.tools.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why somebody is, or seems to be, in the files twice. */
enum Case {

    TWO_HOUSEHOLDS_ONE_VILLAGE(120, Kind.SAME_PERSON, Decision.SAME),
    TWO_VILLAGES(180, Kind.SAME_PERSON, Decision.SAME),
    RELOCATED_HOUSEHOLD(80, Kind.SAME_HOUSEHOLD, Decision.HOUSEHOLD_SAME),
    /** Old people entered as a household of their own, so that it counts as poor. */
    SPLIT_HOUSEHOLD(35, Kind.PART_OF_HOUSEHOLD, Decision.REVIEW),
    /** Registered in a village where they have no dwelling. */
    SHELL_REGISTRATION(18, Kind.SAME_HOUSEHOLD, Decision.REVIEW),
    MISTYPED_ID(70, Kind.SAME_PERSON, Decision.REVIEW),
    ID_OF_15_DIGITS(55, Kind.SAME_PERSON, Decision.SAME),
    ONE_ID_TWO_PERSONS(9, Kind.DIFFERENT_PERSONS, Decision.DIFFERENT),
    TWO_IDS_ONE_PERSON(15, Kind.SAME_PERSON, Decision.REVIEW),
    DEFAULT_BIRTHDAY(16, Kind.SAME_PERSON, Decision.REVIEW),
    /** Not one person, but one name, and for both of them nobody knows the day. */
    DEFAULT_BIRTHDAY_NAMESAKE(15, Kind.DIFFERENT_PERSONS, Decision.DIFFERENT),
    CHILD_OF_BOTH_PARENTS(45, Kind.SAME_PERSON, Decision.SAME),
    CHILD_UNDER_HAN_NAME(8, Kind.SAME_PERSON, Decision.SAME),
    /** A monastery, school, building site or barracks has them in its list too. */
    INSTITUTION_LIST(20, Kind.SAME_PERSON, Decision.SAME),
    TWINS(60, Kind.DIFFERENT_PERSONS, Decision.DIFFERENT),
    SERIAL_SIBLINGS(80, Kind.DIFFERENT_PERSONS, Decision.DIFFERENT),
    HEAD_REPLACED(35, Kind.SAME_HOUSEHOLD, Decision.HOUSEHOLD_SAME),
    DISABILITY_CARD(30, Kind.SAME_PERSON, Decision.SAME),
    NAMESAKES(90, Kind.DIFFERENT_PERSONS, Decision.DIFFERENT),
    /** Children of brothers or sisters: one name, about one age, and a grandparent whom both households list. */
    COUSINS_OF_ONE_NAME(25, Kind.DIFFERENT_PERSONS, Decision.DIFFERENT),
    COUPLE_WITH_NEAR_IDS(30, Kind.DIFFERENT_PERSONS, Decision.DIFFERENT);

    /** What is true. */
    enum Kind { SAME_PERSON, DIFFERENT_PERSONS, SAME_HOUSEHOLD, PART_OF_HOUSEHOLD }

    /** What people who know their job usually decide. */
    enum Decision { SAME, DIFFERENT, REVIEW, HOUSEHOLD_SAME }

    private static final List<Case> ALL = List.of(values());
    private static final int[] WEIGHTS = Arrays.stream(values()).mapToInt(which -> which.weight).toArray();

    private final int weight;
    private final Kind kind;
    private final Decision decision;

    Case(int weight, Kind kind, Decision decision) {
        this.weight = weight;
        this.kind = kind;
        this.decision = decision;
    }

    static Case one(Dice dice) {
        return ALL.get(dice.weighted(WEIGHTS));
    }

    String code() {
        return coded(this);
    }

    Kind kind() {
        return kind;
    }

    Decision decision() {
        return decision;
    }

    /** Both are of the household itself, so that a copy of one is a copy of somebody known. */
    boolean amongOwn() {
        return this == TWINS || this == SERIAL_SIBLINGS || this == COUPLE_WITH_NEAR_IDS;
    }

    /** As truth.ndjson has it. */
    static String coded(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** About a household and its people rather than about one of them. */
    boolean ofHousehold() {
        return kind == Kind.SAME_HOUSEHOLD || kind == Kind.PART_OF_HOUSEHOLD;
    }
}
