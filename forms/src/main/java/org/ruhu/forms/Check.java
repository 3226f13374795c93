package org.ruhu.forms;

import java.util.List;
import java.util.Optional;

/**
 * An expectation on answers.
 *
 * @param code   stable name, such as {@code H06}
 * @param each   path of the roster whose every row is judged; absent: the interview is judged once
 * @param rule   expression that is true when the expectation is met
 * @param refers paths of the questions the expectation is about
 */
public record Check(String code, Severity severity, Optional<String> each, String rule, List<String> refers) {

    public Check {
        refers = List.copyOf(refers);
    }
}
