package org.ruhu.tools.dataset.spss;

import java.util.List;
import java.util.Map;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.Option;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;

/**
 * One column as SPSS keeps it.
 *
 * @param name     as people see it
 * @param alias    of at most eight letters, by which older parts of the file mean it
 * @param width    bytes of its texts; 0 for numbers
 * @param decimals shown of numbers
 * @param gaps     numbers that stand for a reason; empty where there are no numbers
 */
record SavColumn(Variable variable, String name, String alias, Coding coding, int width, int decimals,
                 Map<Gap, Double> gaps) {

    /** Longer texts are kept in several pieces. */
    static final int LONGEST_PIECE = 255;
    /** Pieces are counted as if they held so much (PSPP Developers Guide, very long string record). */
    private static final int COUNTED = 252;

    boolean text() {
        return coding.text();
    }

    /** How many pieces of at most 255 bytes it is kept in. */
    int pieces() {
        return width <= LONGEST_PIECE ? 1 : (width + COUNTED - 1) / COUNTED;
    }

    /** Width of one piece. */
    int width(int piece) {
        return width <= LONGEST_PIECE ? width : piece < pieces() - 1 ? LONGEST_PIECE : width - COUNTED * piece;
    }

    /** How many elements of eight bytes a piece takes in a case. */
    int elements(int piece) {
        return text() ? (width(piece) + 7) / 8 : 1;
    }

    int elements() {
        int all = 0;
        for (int piece = 0; piece < pieces(); piece++) {
            all += elements(piece);
        }
        return all;
    }

    /** How it is shown: decimals, width and kind in one number. */
    int format() {
        return switch (coding.storage()) {
            case TEXT -> format(1, width(0), 0);
            case DATE -> format(39, 10, 0);
            case TIME -> format(22, 20, 0);
            case NUMBER -> format(5, 16, decimals);
            case WHOLE -> coding.digits() > 0 ? format(16, coding.digits(), 0) : format(5, 12, 0);
        };
    }

    static int format(int kind, int width, int decimals) {
        return kind << 16 | Math.min(width, LONGEST_PIECE) << 8 | decimals;
    }

    /** 1 for codes, 3 for what can be counted with. */
    int measure() {
        boolean codes = text() || variable.type() == ValueType.CODE || variable.type() == ValueType.BOOLEAN;
        return codes ? 1 : 3;
    }

    List<Option> options() {
        return variable.options();
    }
}
