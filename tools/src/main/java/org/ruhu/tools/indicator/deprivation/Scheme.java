package org.ruhu.tools.indicator.deprivation;

import java.util.List;

/**
 * What is counted and how much it weighs. Weights are whole parts, so that six times one of eighteen is exactly a third
 * and a household on the cut-off is poor, whatever a double would make of it.
 */
public record Scheme(List<Indicator> indicators) {

    private static final int MOST = 62;

    /** @param parts of the sum of all parts */
    public record Indicator(String name, int parts) {
        public Indicator {
            if (parts < 1) {
                throw new IllegalArgumentException("indicator " + name + " weighs at least one part: " + parts);
            }
        }
    }

    /** From this share of the weights on a household is poor, as 1 of 3. */
    public record Cutoff(int over, int under) {
        public Cutoff {
            if (over < 1 || over > under) {
                throw new IllegalArgumentException("a cut-off is above 0 and at most 1: " + over + "/" + under);
            }
        }

        boolean poor(long parts, long total) {
            return parts * under >= total * over;
        }
    }

    public Scheme {
        indicators = List.copyOf(indicators);
        if (indicators.isEmpty() || indicators.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " indicators: " + indicators.size());
        }
    }

    long total() {
        return indicators.stream().mapToLong(Indicator::parts).sum();
    }

    /** The share of an indicator in all weights. */
    public double weight(int indicator) {
        return (double) indicators.get(indicator).parts() / total();
    }

    /** Parts of the indicators whose bits are set. */
    long parts(long bits) {
        long parts = 0;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            parts += indicators.get(Long.numberOfTrailingZeros(rest)).parts();
        }
        return parts;
    }

    void fits(Lacks lacks) {
        if ((lacks.deprived() | lacks.unknown()) >>> indicators.size() != 0) {
            throw new IllegalArgumentException("more answers than the " + indicators.size() + " indicators");
        }
    }
}
