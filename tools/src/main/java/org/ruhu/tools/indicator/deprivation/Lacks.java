package org.ruhu.tools.indicator.deprivation;

import java.util.Comparator;
import java.util.List;

/** What a household is deprived of and of what that is not known, a bit for each indicator of a scheme. */
public record Lacks(long deprived, long unknown) implements Comparable<Lacks> {

    private static final Comparator<Lacks> ORDER =
            Comparator.comparingLong(Lacks::deprived).thenComparingLong(Lacks::unknown);

    public enum State { DEPRIVED, NOT_DEPRIVED, UNKNOWN }

    public Lacks {
        if ((deprived & unknown) != 0) {
            throw new IllegalArgumentException("what is not known is not a deprivation");
        }
    }

    /** In the order of the scheme. */
    public static Lacks of(List<State> states) {
        long deprived = 0;
        long unknown = 0;
        for (int i = 0; i < states.size(); i++) {
            deprived |= states.get(i) == State.DEPRIVED ? 1L << i : 0;
            unknown |= states.get(i) == State.UNKNOWN ? 1L << i : 0;
        }
        return new Lacks(deprived, unknown);
    }

    @Override
    public int compareTo(Lacks other) {
        return ORDER.compare(this, other);
    }
}
