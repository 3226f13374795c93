package org.ruhu.tools.indicator.poverty;

import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;
import org.ruhu.tools.indicator.Weights;

/**
 * What share of all income comes from each source: the sum of w y_s over the sum of w y. Amounts of a household, not
 * per person; costs are negative amounts. A household with an unknown amount has no total and stays out, counted.
 */
public final class SourceTally {

    private final List<String> sources;
    private final List<Sum> amounts = new ArrayList<>();
    private final Sum all = new Sum();
    private long households;
    private long unknown;

    public SourceTally(List<String> sources) {
        this.sources = List.copyOf(sources);
        sources.forEach(source -> amounts.add(new Sum()));
    }

    /** @param share of all income; below 0 or above 1 when a source costs more than it brings */
    public record Share(String source, double amount, Measured share) {}

    public record Shares(long households, long unknown, double total, List<Share> shares) {
        public Shares {
            shares = List.copyOf(shares);
        }
    }

    /** @param amount of each source, in their order */
    public void add(double weight, double... amount) {
        if (amount.length != sources.size()) {
            throw new IllegalArgumentException(amount.length + " amounts for " + sources.size() + " sources");
        }
        Weights.weight(weight);
        for (int i = 0; i < amount.length; i++) {
            double its = Weights.known(weight * Weights.known(amount[i]));
            amounts.get(i).add(its);
            all.add(its);
        }
        households++;
    }

    /** A household of which an amount is not known. */
    public void unknown() {
        unknown++;
    }

    public void add(SourceTally other) {
        if (!other.sources.equals(sources)) {
            throw new IllegalArgumentException("other sources: " + other.sources);
        }
        for (int i = 0; i < amounts.size(); i++) {
            amounts.get(i).add(other.amounts.get(i));
        }
        all.add(other.all);
        households += other.households;
        unknown += other.unknown;
    }

    public Shares shares() {
        double total = all.value();
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            double amount = amounts.get(i).value();
            shares.add(new Share(sources.get(i), amount, households == 0 ? Measured.lacking(Lack.NO_BASE)
                    : total > 0 ? Measured.of(amount / total) : Measured.lacking(Lack.NO_POSITIVE_TOTAL)));
        }
        return new Shares(households, unknown, total, shares);
    }
}
