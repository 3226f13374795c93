package org.ruhu.forms;

import java.util.List;

/**
 * Rows of a roster as the options of a question.
 *
 * @param roster path of the roster, of the form or of a row around the question
 * @param value  question of the row that is the answer, or {@link #LINE}
 * @param label  questions of the row that are shown
 */
public record Choose(String roster, String value, List<String> label) {

    /** The number of the row, from 1, instead of a question. */
    public static final String LINE = "line";

    public Choose {
        label = List.copyOf(label);
    }
}
