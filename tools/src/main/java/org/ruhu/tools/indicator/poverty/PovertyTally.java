package org.ruhu.tools.indicator.poverty;

import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;
import org.ruhu.tools.indicator.Weights;

/** Adds up households for {@link Poverty}; holds no household, so any number may come. For one thread; tallies add. */
public final class PovertyTally {

    private static final double[] FACTORS = {0.9, 1, 1.1};
    private static final int AT_LINE = 1;
    private static final double EDGE = 1.5;

    private final Negatives negatives;
    private final BaseTally base = new BaseTally();
    private final Sum[] poor = {new Sum(), new Sum(), new Sum()};
    private final Sum persons = new Sum();
    private final Sum gaps = new Sum();
    private final Sum squares = new Sum();
    private final Sum edge = new Sum();
    private long poorHouseholds;

    public PovertyTally(Negatives negatives) {
        this.negatives = negatives;
    }

    /**
     * @param weight of the household, 1 in a census
     * @param income per person and year
     * @param line   of its area and year, above 0
     */
    public void add(double weight, double persons, double income, double line) {
        if (!(line > 0) || Double.isInfinite(line)) {
            throw new IllegalArgumentException("a poverty line is above 0: " + line);
        }
        double mass = Weights.persons(weight, persons);
        base.known(mass, income);
        if (!negatives.leavesOut(income)) {
            this.persons.add(mass);
            place(mass, negatives.treated(income), line);
        }
    }

    private void place(double mass, double income, double line) {
        for (int i = 0; i < FACTORS.length; i++) {
            if (income < line * FACTORS[i]) {
                poor[i].add(mass);
            }
        }
        if (income < line) {
            double gap = (line - income) / line;
            gaps.add(mass * gap);
            squares.add(mass * gap * gap);
            poorHouseholds++;
        } else if (income < line * EDGE) {
            edge.add(mass);
        }
    }

    /** A household whose income is not known. */
    public void unknown(double weight, double persons) {
        base.unknown(Weights.persons(weight, persons));
    }

    /** Takes in what another tally, with the same treatment of negatives, has seen. */
    public void add(PovertyTally other) {
        if (other.negatives != negatives) {
            throw new IllegalArgumentException("negative incomes are treated differently");
        }
        base.add(other.base);
        for (int i = 0; i < poor.length; i++) {
            poor[i].add(other.poor[i]);
        }
        persons.add(other.persons);
        gaps.add(other.gaps);
        squares.add(other.squares);
        edge.add(other.edge);
        poorHouseholds += other.poorHouseholds;
    }

    public Poverty poverty() {
        List<Poverty.AtLine> lines = new ArrayList<>();
        for (int i = 0; i < FACTORS.length; i++) {
            lines.add(new Poverty.AtLine(FACTORS[i], poor[i].value(), share(poor[i])));
        }
        return new Poverty(negatives, base.base(), poorHouseholds, poor[AT_LINE].value(), share(poor[AT_LINE]),
                share(gaps), share(squares), share(edge), lines);
    }

    private Measured share(Sum part) {
        return Measured.ratio(part.value(), persons.value(), Lack.NO_BASE);
    }
}
