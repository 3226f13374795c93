package org.ruhu.forms;

import java.util.List;

/**
 * One expectation on answers that is not satisfied.
 *
 * @param check    code of the check, such as {@code H06}, or one of the engine's own: {@code not-relevant},
 *                 {@code calculated-differs}, {@code not-offered}, {@code row-count}, {@code broken-check}
 * @param pointer  where it was found: a roster row, a question, or "" for the whole interview
 * @param refers   pointers of the answers it is about; {@code /members/*}{@code /age} is that question in every row
 */
public record Finding(String check, Severity severity, String pointer, List<String> refers) {

    public Finding {
        refers = List.copyOf(refers);
    }
}
