package org.ruhu.tools.simulation;

import java.util.Optional;

/**
 * What is decided about a household before anything of it is made up, so that others can be sure of it.
 *
 * @param result   CL_RESULT
 * @param planted  what its people have to do with others, if it can be arranged
 * @param mistaken whether its interview has a mistake in it
 */
record Fate(String result, Optional<Case> planted, boolean mistaken) {

    private static final String[] RESULTS = {"01", "02", "03", "04", "05", "06", "07", "08", "09"};

    /** Households in which something must be planted, so that one record more in the whole is a second one: measured. */
    private static final double HOSTS_FOR_A_RECORD = 3.54;

    static Fate of(Plan plan, int household) {
        Dice dice = Dice.of(plan.seed(), "fate", household);
        String result = RESULTS[dice.weighted(9350, 120, 60, 130, 220, 20, 60, 10, 30)];
        boolean mistaken = dice.chance(plan.errors());
        if (plan.households() > 1 && dice.chance(HOSTS_FOR_A_RECORD * plan.duplicates())) {
            return new Fate("01", Optional.of(Case.one(dice)), mistaken);
        }
        return new Fate(result, Optional.empty(), mistaken && (result.equals("01") || result.equals("05")));
    }

    /** Interviewed in full, and nobody in it is of another household: what another one may hold a copy of. */
    boolean plain() {
        return result.equals("01") && planted.filter(which -> !which.amongOwn()).isEmpty() && !mistaken;
    }

    /** Somebody told who lives there. */
    boolean talked() {
        return interviewed() || result.equals("02");
    }

    boolean interviewed() {
        return result.equals("01") || result.equals("05");
    }
}
