package org.ruhu.server.link;

import java.util.List;
import java.util.Optional;
import org.ruhu.server.link.Explanation.Step;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.household.HouseholdModel;
import org.ruhu.tools.link.household.HouseholdModel.Chance;
import org.ruhu.tools.link.household.Meeting;

/**
 * How much speaks for two households that have somebody in common to be one, as {@code ruhu dedupe} weighs them. What
 * that learns anew from every input is assumed here: a server sees households one by one. Nothing is linked by this.
 */
final class Homes {

    static final String MODEL = "households/1";
    static final String RULE = "members in common";

    private static final List<String> SIZES = List.of("same", "one apart", "further apart");
    private static final List<String> NUMBERS = List.of("same", "otherwise");
    /** Of one household some come and go; two that share somebody are of any size, and nearly never of one number. */
    private static final HouseholdModel ASSUMED = new HouseholdModel(0.3, 0.85, 0.2, List.of(
            List.of(new Chance(0.6, 0.25), new Chance(0.25, 0.25), new Chance(0.15, 0.5)),
            List.of(new Chance(0.6, 0.005), new Chance(0.4, 0.995))), false);

    private Homes() {}

    /** @param sameNumber whether the numbers on the register are one; empty unless both are known */
    static Explanation explained(Meeting meeting, Optional<Boolean> sameNumber) {
        int[] levels = {Math.min(SIZES.size() - 1, meeting.sizeDifference()),
                sameNumber.map(same -> same ? 0 : 1).orElse(HouseholdModel.UNKNOWN)};
        double weight = ASSUMED.weight(meeting, levels);
        List<Step> steps = List.of(
                new Step("members", List.of(), meeting.linked() + "/" + meeting.smaller(),
                ASSUMED.memberWeight(meeting), 0),
                step("size", List.of(), 0, SIZES, levels[0]),
                step("register number", List.of("register_no"), 1, NUMBERS, levels[1]));
        double prior = Math.log(ASSUMED.prior() / (1 - ASSUMED.prior())) / Math.log(2);
        return new Explanation(MODEL, RULE, prior, steps, weight, Model.probability(weight), Zone.CLERICAL);
    }

    private static Step step(String comparison, List<String> fields, int feature, List<String> names, int level) {
        if (level == HouseholdModel.UNKNOWN) {
            return new Step(comparison, fields, "missing", 0, 0);
        }
        Chance chance = ASSUMED.features().get(feature).get(level);
        return new Step(comparison, fields, names.get(level), Math.log(chance.m() / chance.u()) / Math.log(2), 0);
    }
}
