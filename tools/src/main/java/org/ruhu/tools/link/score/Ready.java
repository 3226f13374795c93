package org.ruhu.tools.link.score;

import java.util.HashMap;
import java.util.Map;
import org.ruhu.tools.link.measure.Likeness;
import org.ruhu.tools.link.measure.Measure;
import org.ruhu.tools.link.table.Values;

/** Measures made ready for the values of two columns: once, however many comparisons ask. */
final class Ready {

    private record Key(Measure measure, Values left, Values right) {}

    private final Map<Key, Likeness> known = new HashMap<>();

    Likeness between(Measure measure, Values left, Values right) {
        return known.computeIfAbsent(new Key(measure, left, right), key -> measure.between(left, right));
    }
}
