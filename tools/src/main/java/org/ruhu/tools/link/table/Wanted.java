package org.ruhu.tools.link.table;

import java.util.List;
import org.ruhu.tools.CannotRun;

/** Where the columns wanted are among those of a table. */
final class Wanted {

    private static final int SHOWN = 40;

    private Wanted() {}

    /**
     * Places of the columns wanted. A first line without any of them may be no header but somebody's data, so it is
     * shown only if it has at least one.
     */
    static int[] in(List<String> columns, List<String> wanted, String table) {
        int[] places = wanted.stream().mapToInt(columns::indexOf).toArray();
        List<String> lacking = wanted.stream().filter(name -> !columns.contains(name)).toList();
        if (!lacking.isEmpty() && lacking.size() == wanted.size()) {
            throw new CannotRun(table + ": its first line has none of the columns that are asked for ("
                    + shown(wanted) + "). Does it lack a line of column names, or is the delimiter another one"
                    + " (--delimiter)?");
        }
        if (!lacking.isEmpty()) {
            throw new CannotRun(table + " has no column " + shown(lacking) + "; it has " + shown(columns)
                    + ". Correct the names in the settings");
        }
        return places;
    }

    static String shown(List<String> names) {
        return String.join(", ", names.stream().limit(SHOWN).toList())
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }
}
