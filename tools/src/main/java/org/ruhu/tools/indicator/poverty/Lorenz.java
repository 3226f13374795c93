package org.ruhu.tools.indicator.poverty;

import org.ruhu.tools.indicator.Sum;

/** Goes along the Lorenz curve and notes the Gini and the curve's height at even steps. */
final class Lorenz implements Ladder.Rung {

    private final double persons;
    private final double total;
    private final double[] heights;
    private final Sum people = new Sum();
    private final Sum money = new Sum();
    private final Sum area = new Sum();
    private double share;
    private double height;
    private int noted = 1;

    /** @param steps into which the axis of persons is cut */
    Lorenz(Ladder ladder, int steps) {
        persons = ladder.persons();
        total = ladder.total();
        heights = new double[steps + 1];
        heights[steps] = 1;
        ladder.climb(this);
    }

    @Override
    public void step(double income, double mass) {
        double nextShare = people.add(mass).value() / persons;
        double nextHeight = money.add(mass * income).value() / total;
        area.add(mass / persons * (height + nextHeight));
        for (; noted < heights.length - 1 && at(noted) <= nextShare; noted++) {
            heights[noted] = height + (at(noted) - share) * (nextHeight - height) / (nextShare - share);
        }
        share = nextShare;
        height = nextHeight;
    }

    private double at(int step) {
        return (double) step / (heights.length - 1);
    }

    double gini() {
        return 1 - area.value();
    }

    double[] heights() {
        return heights;
    }
}
