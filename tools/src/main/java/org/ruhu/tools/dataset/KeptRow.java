package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.IntFunction;

/** A row that stays as it is; why a cell is missing is found out once, when it is asked. */
final class KeptRow implements Row {

    private final List<JsonNode> cells;
    private final IntFunction<Gap> gaps;
    private final Gap[] known;

    KeptRow(List<JsonNode> cells, IntFunction<Gap> gaps) {
        this.cells = List.copyOf(cells);
        this.gaps = gaps;
        this.known = new Gap[cells.size()];
    }

    @Override
    public List<JsonNode> cells() {
        return cells;
    }

    @Override
    public Gap gap(int column) {
        if (known[column] == null) {
            known[column] = gaps.apply(column);
        }
        return known[column];
    }

    /** Finds out all that may be asked later. */
    Row settled() {
        for (int i = 0; i < known.length; i++) {
            if (cells.get(i).isMissingNode() || cells.get(i).isNull()) {
                gap(i);
            }
        }
        return this;
    }

    @Override
    public Row kept() {
        return this;
    }
}
