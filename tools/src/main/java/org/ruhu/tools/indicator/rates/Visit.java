package org.ruhu.tools.indicator.rates;

/**
 * What was found at a household of the sample.
 *
 * @param cluster   its village
 * @param persons   who live there
 * @param suspected persons whom the visit suspected of being wrongly exited (in a household that left) or missed (in
 *                  one outside the register)
 * @param verified  those of them who were confirmed after the county's evidence was heard
 */
public record Visit(String stratum, String cluster, double weight, Group group, int persons, int suspected,
        int verified, Recognition recognition) {

    public enum Group { LEFT, STILL_POOR, OUTSIDE }

    /** Whether the household recognises the work done. */
    public enum Recognition { YES, NO, UNCLEAR, NOT_ASKED }

    public Visit {
        if (persons < 0 || verified < 0 || verified > suspected || suspected > persons) {
            throw new IllegalArgumentException("of " + persons + " persons " + suspected + " suspected and " + verified
                    + " of these verified: each must be among the ones before");
        }
        if (group == Group.STILL_POOR && suspected > 0) {
            throw new IllegalArgumentException("who is still on the register is neither wrongly exited nor missed");
        }
    }
}
