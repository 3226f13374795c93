package org.ruhu.tools.indicator.compute;

import java.util.Map;
import java.util.Optional;

/** How the households were chosen: all of them, or by a table that says for each unit drawn how. */
public sealed interface SamplePlan {

    Optional<Drawn> of(String unit);

    boolean census();

    record Census() implements SamplePlan {

        @Override
        public Optional<Drawn> of(String unit) {
            return Optional.of(Drawn.CENSUS);
        }

        @Override
        public boolean census() {
            return true;
        }
    }

    /** Every row says itself how it was drawn. */
    record Carried() implements SamplePlan {

        @Override
        public Optional<Drawn> of(String unit) {
            return Optional.empty();
        }

        @Override
        public boolean census() {
            return false;
        }
    }

    /** @param units by the number of the unit on the campaign's frame */
    record Sample(Map<String, Drawn> units) implements SamplePlan {

        @Override
        public Optional<Drawn> of(String unit) {
            return Optional.ofNullable(units.get(unit));
        }

        @Override
        public boolean census() {
            return false;
        }
    }
}
