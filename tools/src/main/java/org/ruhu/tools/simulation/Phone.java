package org.ruhu.tools.simulation;

import java.util.Optional;

/** A household's telephone, as anybody who knows its index can work out. */
final class Phone {

    private Phone() {}

    /** Empty if it will not be told. Numbers that begin with 100 belong to nobody. */
    static Optional<String> of(Plan plan, int household) {
        Dice dice = Dice.of(plan.seed(), "phone", household);
        return dice.chance(0.05) ? Optional.empty() : Optional.of("100" + (10_000_000 + dice.below(89_999_999)));
    }
}
