package org.ruhu.tools.simulation;

/**
 * What is decided about a household before anything of it is made up, so that others can be sure of it.
 *
 * @param result    CL_RESULT
 * @param elsewhere whether and how its people are found in another household too
 * @param mistaken  whether its interview has a mistake in it
 */
record Fate(String result, Elsewhere elsewhere, boolean mistaken) {

    enum Elsewhere { NOBODY, ONE_PERSON, EVERYBODY }

    private static final String[] RESULTS = {"01", "02", "03", "04", "05", "06", "07", "08", "09"};

    /** Households that must hold a double, so that one record more in the whole is one: measured, see the tests. */
    private static final double HOSTS_FOR_A_RECORD = 2.55;

    static Fate of(Plan plan, int household) {
        Dice dice = Dice.of(plan.seed(), "fate", household);
        String result = RESULTS[dice.weighted(9350, 120, 60, 130, 220, 20, 60, 10, 30)];
        boolean mistaken = dice.chance(plan.errors());
        if (plan.households() > 1 && dice.chance(HOSTS_FOR_A_RECORD * plan.duplicates())) {
            return new Fate("01", dice.chance(0.75) ? Elsewhere.ONE_PERSON : Elsewhere.EVERYBODY, mistaken);
        }
        return new Fate(result, Elsewhere.NOBODY, mistaken && (result.equals("01") || result.equals("05")));
    }

    /** Interviewed in full and nothing special: what another household may hold a copy of. */
    boolean plain() {
        return result.equals("01") && elsewhere == Elsewhere.NOBODY && !mistaken;
    }

    /** Somebody told who lives there. */
    boolean talked() {
        return interviewed() || result.equals("02");
    }

    boolean interviewed() {
        return result.equals("01") || result.equals("05");
    }
}
