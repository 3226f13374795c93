package org.ruhu.tools.indicator.poverty;

import org.ruhu.tools.indicator.Sum;
import org.ruhu.tools.indicator.Weights;

/** Counts who stands behind a figure, and refuses what no household can have. */
final class BaseTally {

    private final Sum persons = new Sum();
    private final Sum unknownPersons = new Sum();
    private final Sum negativePersons = new Sum();
    private long households;
    private long unknown;
    private long negative;

    void known(double mass, double income) {
        Weights.known(income);
        households++;
        persons.add(mass);
        if (income < 0) {
            negative++;
            negativePersons.add(mass);
        }
    }

    void unknown(double mass) {
        unknown++;
        unknownPersons.add(mass);
    }

    void add(BaseTally other) {
        persons.add(other.persons);
        unknownPersons.add(other.unknownPersons);
        negativePersons.add(other.negativePersons);
        households += other.households;
        unknown += other.unknown;
        negative += other.negative;
    }

    Base base() {
        return new Base(households, persons.value(), unknown, unknownPersons.value(), negative,
                negativePersons.value());
    }
}
