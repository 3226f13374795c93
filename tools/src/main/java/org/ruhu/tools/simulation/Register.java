package org.ruhu.tools.simulation;

import java.util.List;

/**
 * What the register says of a household.
 *
 * @param category hh_attr: 0 not registered, 1 ordinary poor, 2 on minimum guarantee, 3 destitute elderly
 * @param status   CL_STATUS
 */
record Register(String category, String status, int entryYear, int exitYear, int relapseYear) {

    static Register of(Dice dice, List<Kin> kin) {
        boolean elderAlone = kin.size() == 1 && kin.get(0).age() >= 60;
        String category = elderAlone && dice.chance(0.6) ? "3" : List.of("0", "1", "2").get(dice.weighted(6, 68, 26));
        if (category.equals("0")) {
            return new Register(category, dice.one("5", "7", "7", "7"), 0, 0, 0);
        }
        int entry = dice.one(List.of(2013, 2014, 2014, 2014, 2015, 2015, 2016, 2016, 2017, 2018));
        int exit = Math.min(2020, Math.max(2016, entry + dice.between(1, 4)));
        return switch (dice.weighted(91, 5, 3, 1)) {
            case 0 -> new Register(category, "2", entry, exit, 0);
            case 1 -> new Register(category, "4", entry, exit, 0);
            case 2 -> new Register(category, "1", entry, 0, 0);
            default -> new Register(category, "3", entry, Math.min(2018, Math.max(exit - 2, entry + 1)), 2020);
        };
    }

    boolean registered() {
        return !category.equals("0");
    }

    /** Poor now, so with little to live on. */
    boolean poor() {
        return status.equals("1") || status.equals("3");
    }
}
