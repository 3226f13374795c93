package org.ruhu.tools.dataset.stata;

import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.dataset.Variable.Role;

/** One column as Stata keeps it. */
record DtaColumn(int number, Variable variable, String name, Coding coding, DtaType type) {

    private static final int WIDEST_SHOWN = 80;

    /** Whether its values have labels: codes as numbers, truth, and whatever may be missing for a reason. */
    boolean labelled() {
        return !coding.text() && variable.role() != Role.KEY;
    }

    /** Name of its labels of values in a language; empty when it has none. */
    String labels(String language) {
        return labelled() ? "values" + number + "_" + language : "";
    }

    /** How it is shown. */
    String format() {
        return switch (coding.storage()) {
            case TEXT -> type.equals(DtaType.STRL) ? "%9s" : "%-" + Math.min(type.bytes(), WIDEST_SHOWN) + "s";
            case DATE -> "%tdCCYY-NN-DD";
            case TIME -> "%tcCCYY-NN-DD_HH:MM:SS";
            case NUMBER -> "%10.0g";
            case WHOLE -> coding.digits() > 0 ? "%0" + coding.digits() + ".0f" : "%10.0g";
        };
    }
}
