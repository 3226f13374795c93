package org.ruhu.tools.dataset;

import java.util.Optional;
import org.ruhu.forms.Question;

/**
 * One column of a table.
 *
 * @param name     column name, unique in its table
 * @param question what was asked; empty for the keys in front of every row
 * @param code     the code a 0/1 column is about; empty unless {@code MENTIONED}
 */
public record Variable(String name, Role role, Optional<Question> question, Optional<String> code) {

    /** {@code MENTIONED}: 1 if the code was chosen; {@code REASON}: why there is no value. */
    public enum Role { KEY, VALUE, MENTIONED, REASON }
}
