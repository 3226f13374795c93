package org.ruhu.tools.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Someone's place in a household before anything else is known of them.
 *
 * @param relation CL_REL
 * @param age      on the reference day
 * @param marital  1 single, 2 married, 3 divorced, 4 widowed
 */
record Kin(String relation, boolean male, int age, String marital) {

    private static final int OLDEST = 94;

    /** Of the head or of the head's children. */
    boolean child() {
        return relation.equals("03") || relation.equals("05");
    }

    /** Of whom it is known by their relations to the head that they are husband and wife, or parent and child. */
    boolean nextTo(Kin other) {
        return nextTo(relation, other.relation) || nextTo(other.relation, relation);
    }

    private static boolean nextTo(String one, String other) {
        return switch (one) {
            case "01" -> other.equals("02") || other.equals("03") || other.equals("06");
            case "02" -> other.equals("03") || other.equals("07");
            case "03" -> other.equals("04");
            case "05" -> other.equals("03") || other.equals("04");
            case "06", "07" -> other.equals(one);
            default -> false;
        };
    }

    /** Of a child that is the head's, or the only couple's under the head. */
    boolean parentOf(Kin child) {
        return child.relation.equals("03") && (relation.equals("01") || relation.equals("02"))
                || child.relation.equals("05") && (relation.equals("03") || relation.equals("04")) && age >= child.age + 16;
    }

    /** The head first. Children are at least 18 years younger than either parent, parents at least 19 years older. */
    static List<Kin> household(Dice dice) {
        List<Kin> kin = new ArrayList<>();
        switch (dice.weighted(44, 28, 16, 6, 6)) {
            case 0 -> couple(dice, kin, dice.between(27, 58), true);
            case 1 -> {
                couple(dice, kin, dice.between(26, 50), true);
                parents(dice, kin, kin.get(0).age());
            }
            case 2 -> threeGenerationsUnderTheEldest(dice, kin);
            case 3 -> kin.add(new Kin("01", dice.chance(0.6), dice.between(50, 86), dice.one("1", "4", "4")));
            default -> {
                Kin head = new Kin("01", dice.chance(0.35), dice.between(28, 58), dice.one("3", "4"));
                kin.add(head);
                children(dice, kin, "03", head.age(), head.age(), dice.between(1, 4));
            }
        }
        if (kin.size() < 8 && dice.chance(0.05)) {
            int age = Math.max(16, Math.min(OLDEST, kin.get(0).age() + dice.between(-9, 9)));
            kin.add(new Kin("09", dice.chance(0.5), age, "1"));
        }
        return kin;
    }

    private static void couple(Dice dice, List<Kin> kin, int headAge, boolean withChildren) {
        boolean male = dice.chance(0.78);
        int spouseAge = Math.max(20, headAge + (male ? -1 : 1) * dice.between(-2, 6));
        kin.add(new Kin("01", male, headAge, "2"));
        kin.add(new Kin("02", !male, spouseAge, "2"));
        if (withChildren) {
            int mother = male ? spouseAge : headAge;
            children(dice, kin, "03", mother, Math.min(headAge, spouseAge), dice.weighted(8, 20, 32, 24, 11, 5));
        }
    }

    /** Unmarried children, oldest first; now and then two of an age. */
    private static void children(Dice dice, List<Kin> kin, String relation, int mother, int younger, int number) {
        int oldest = Math.min(29, Math.min(mother, younger) - 18);
        int youngest = Math.max(0, mother - 42);
        int age = oldest;
        for (int i = 0; i < number && age >= youngest; i++) {
            age -= dice.between(0, Math.max(1, (oldest - youngest) / (number + 1)));
            if (age >= youngest) {
                kin.add(new Kin(relation, dice.chance(0.51), age, "1"));
                age -= dice.chance(0.02) ? 0 : 1;
            }
        }
    }

    private static void parents(Dice dice, List<Kin> kin, int headAge) {
        boolean both = headAge < 45 && dice.chance(0.5);
        boolean mother = both || dice.chance(0.65);
        String relation = dice.chance(0.85) ? "06" : "07";
        String marital = both ? "2" : "4";
        int motherAge = headAge + dice.between(19, 32);
        if (mother && motherAge <= OLDEST) {
            kin.add(new Kin(relation, false, motherAge, marital));
        }
        if (both || !mother) {
            kin.add(new Kin(relation, true, Math.min(OLDEST, headAge + dice.between(20, 36)), marital));
        }
    }

    private static void threeGenerationsUnderTheEldest(Dice dice, List<Kin> kin) {
        int headAge = dice.between(52, 76);
        couple(dice, kin, headAge, false);
        if (dice.chance(0.3)) {
            kin.set(0, new Kin("01", kin.get(0).male(), headAge, "4"));
            kin.remove(1);
        }
        int youngestElder = kin.stream().mapToInt(Kin::age).min().orElseThrow();
        int child = youngestElder - dice.between(20, 30);
        boolean son = dice.chance(0.6);
        int partner = Math.max(20, child + (son ? -1 : 1) * dice.between(-2, 5));
        kin.add(new Kin("03", son, child, "2"));
        kin.add(new Kin("04", !son, partner, "2"));
        int mother = son ? partner : child;
        children(dice, kin, "05", mother, Math.min(child, partner), dice.weighted(10, 25, 35, 20, 10));
    }
}
