package org.ruhu.tools.indicator.poverty;

import org.ruhu.tools.indicator.Order;
import org.ruhu.tools.indicator.Sum;

/** Incomes in ascending order, each with the persons who have it. */
final class Ladder {

    private final double[] income;
    private final double[] mass;
    private final int[] order;
    private final Negatives negatives;
    private final double persons;
    private final double total;

    private Ladder(double[] income, double[] mass, int[] order, Negatives negatives) {
        this.income = income;
        this.mass = mass;
        this.order = order;
        this.negatives = negatives;
        Sum people = new Sum();
        Sum money = new Sum();
        for (int place : order) {
            if (counts(place)) {
                people.add(mass[place]);
                money.add(mass[place] * negatives.treated(income[place]));
            }
        }
        persons = people.value();
        total = money.value();
    }

    static Ladder of(double[] income, double[] mass, int size, Negatives negatives) {
        return new Ladder(income, mass, Order.of(income, mass, size), negatives);
    }

    private boolean counts(int place) {
        return mass[place] > 0 && !negatives.leavesOut(income[place]);
    }

    double persons() {
        return persons;
    }

    double total() {
        return total;
    }

    interface Rung {
        void step(double income, double mass);
    }

    /** Goes up, rung by rung. */
    void climb(Rung rung) {
        for (int place : order) {
            if (counts(place)) {
                rung.step(negatives.treated(income[place]), mass[place]);
            }
        }
    }

    interface Height {
        /** @param share and height of the Lorenz curve where the place is passed */
        void at(int place, double share, double height);
    }

    /** Goes up along the Lorenz curve. */
    void heights(Height height) {
        Sum people = new Sum();
        Sum money = new Sum();
        for (int place : order) {
            if (counts(place)) {
                height.at(place, people.add(mass[place]).value() / persons,
                        money.add(mass[place] * negatives.treated(income[place])).value() / total);
            }
        }
    }
}
