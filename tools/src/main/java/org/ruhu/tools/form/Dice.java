package org.ruhu.tools.form;

import java.util.List;
import java.util.Random;

/** Chances that come out the same for the same seed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(Math.max(1, most - least + 1));
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    double share() {
        return random.nextDouble();
    }
}
