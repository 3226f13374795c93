package org.ruhu.tools.link.measure;

import java.util.OptionalDouble;
import org.ruhu.tools.link.table.Dictionary;
import org.ruhu.tools.link.table.Values;

/** 1 if the texts are equal. Each left value is looked up among the right ones once. */
final class EqualLikeness implements Likeness {

    private static final int NONE = -1;

    private final int[] same;

    EqualLikeness(Values left, Values right) {
        same = new int[left.size()];
        Dictionary dictionary = new Dictionary();
        for (int code = 1; code < right.size() && left != right; code++) {
            dictionary.code(right.text(code));
        }
        for (int code = 1; code < same.length; code++) {
            int found = left == right ? code : dictionary.find(left.text(code));
            same[code] = found == 0 ? NONE : found;
        }
    }

    @Override
    public double of(int a, int b) {
        return same[a] == b ? 1 : 0;
    }

    @Override
    public boolean reaches(double bound, int a, int b) {
        return of(a, b) >= bound;
    }

    @Override
    public OptionalDouble ofEqual() {
        return OptionalDouble.of(1);
    }

    @Override
    public boolean quick() {
        return true;
    }
}
