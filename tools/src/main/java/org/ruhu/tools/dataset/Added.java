package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.ruhu.tools.lines.Revision;

/** A column that is no answer and stands beside the answers: a weight, a cluster, whether an answer was imputed. */
public interface Added {

    /** The name it wants; when its table has such a column already it gets underscores. */
    String name();

    ValueType type();

    /** What it is, in {@code zh}, {@code en} or {@code bo}. */
    String label(String language);

    /** What its values mean; empty when they speak for themselves. */
    default List<Option> options() {
        return List.of();
    }

    /**
     * Its value in one row; missing where there is none.
     *
     * @param row pointer of the row, such as {@code /members/0}; empty outside rosters
     */
    JsonNode value(Revision revision, String row);
}
