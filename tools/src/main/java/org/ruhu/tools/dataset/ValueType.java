package org.ruhu.tools.dataset;

import java.util.List;
import java.util.Locale;
import org.ruhu.forms.Question;

/** What the values of a variable are. {@code CODE} is text from a list, {@code CODES} several of them. */
public enum ValueType {
    TEXT, INTEGER, NUMBER, BOOLEAN, DATE, DATETIME, CODE, CODES;

    /** Whole numbers only where every version wants them whole. */
    static ValueType of(List<Edition> editions) {
        Question question = editions.get(editions.size() - 1).question();
        return switch (question.kind()) {
            case NUMBER -> editions.stream().allMatch(edition -> edition.question().integer()) ? INTEGER : NUMBER;
            case TEXT -> TEXT;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case DATETIME -> DATETIME;
            case CODE -> CODE;
            case CODES, ROSTER -> CODES;
        };
    }

    /** As written in a codebook. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
