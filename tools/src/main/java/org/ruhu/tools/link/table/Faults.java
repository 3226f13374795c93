package org.ruhu.tools.link.table;

import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.CannotRun;

/** Lines of a table that are not as they should be. Nothing of what stands on them is ever said. */
final class Faults {

    private static final int NAMED = 5;

    private final String table;
    private final boolean skipBad;
    private final List<String> bad = new ArrayList<>();
    private final List<Long> completed = new ArrayList<>();
    private long badLines;
    private long completedLines;

    Faults(String table, boolean skipBad) {
        this.table = table;
        this.skipBad = skipBad;
    }

    /** A line that cannot be used. */
    void bad(long line, String why) {
        if (badLines++ < NAMED) {
            bad.add("line " + line + " " + why);
        }
    }

    /** A line that ends before its last columns. */
    void completed(long line) {
        if (completedLines++ < NAMED) {
            completed.add(line);
        }
    }

    /** Called when everything was read. */
    void judge() {
        if (badLines > 0 && !skipBad) {
            throw new CannotRun(table + ": " + named() + ". Correct "
                    + (badLines == 1 ? "it" : "them") + ", or leave " + (badLines == 1 ? "it" : "them")
                    + " out with --skip-bad");
        }
    }

    long leftOut() {
        return badLines;
    }

    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (badLines > 0) {
            remarks.add(table + ": " + badLines + (badLines == 1 ? " line" : " lines") + " left out: " + named());
        }
        if (completedLines > 0) {
            String lines = String.join(", ", completed.stream().map(String::valueOf).toList());
            remarks.add(table + ": what is not there at the end of " + completedLines
                    + (completedLines == 1 ? " short line" : " short lines") + " is taken as missing: " + lines
                    + (completedLines > NAMED ? " ..." : ""));
        }
        return remarks;
    }

    private String named() {
        return String.join("; ", bad) + (badLines > NAMED ? "; and " + (badLines - NAMED) + " more" : "");
    }
}
