package org.ruhu.tools.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ruhu.tools.link.report.Facts;
import org.ruhu.tools.link.table.Column;

/** Who is who, as a column says: records with equal values are the same; one without a value is like no other. */
final class Truth {

    private final Linked linked;
    private final int[] codes;

    Truth(Linked linked, String column) {
        this.linked = linked;
        this.codes = linked.records().column(column).codes();
    }

    boolean same(int left, int right) {
        return codes[left] != Column.MISSING && codes[left] == codes[right];
    }

    int[] codes() {
        return codes;
    }

    Facts.Measured measured() {
        return new Facts.Measured(0, 0, 0, List.of());
    }

    List<Facts.Group> groups(Optional<String> group) {
        return List.of();
    }
}
