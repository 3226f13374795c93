package org.ruhu.tools.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What becomes of one variable. A variable that has no plan is not released.
 *
 * @param name       column in the released file
 * @param from       column it is read from; {@link #HOUSEHOLD_SIZE} is counted
 * @param importance how much worse blanking one of its cells is than blanking one of a variable with 1
 * @param least      distinct values that the people of one key combination must have, if it is sensitive
 * @param harmless   values that all of them may share, because knowing them hurts nobody
 */
record Planned(String name, String from, Use use, Recoding recoding, double importance, int least,
               Set<String> harmless) {

    /** Rows of the household in the file, whatever was answered. */
    static final String HOUSEHOLD_SIZE = "household-size";

    private static final int MOST = 1000;

    /** {@code KEY}: others may know it; {@code SENSITIVE}: nobody may learn it; {@code PLAIN}: neither. */
    enum Use { KEY, SENSITIVE, PLAIN }

    Planned {
        harmless = Set.copyOf(harmless);
    }

    static Planned of(String name, Said said, int least) {
        Use use = Use.valueOf(said.word("use", List.of("plain", "key", "sensitive")).toUpperCase(Locale.ROOT));
        Planned planned = new Planned(name, said.text("from").orElse(name), use, recoding(said),
                said.number("importance", 1, 0.001, MOST), said.whole("l", use == Use.SENSITIVE ? least : 1, 1, MOST),
                Set.copyOf(said.texts("harmless")));
        if (!said.has("use")) {
            throw said.wrong("use", "say what it is: key, sensitive or plain");
        }
        said.done();
        return planned;
    }

    /** The one way the settings name to make values coarser. */
    static Recoding recoding(Said said) {
        List<String> ways = List.of("bands", "round", "groups", "level").stream().filter(said::has).toList();
        if (ways.size() > 1) {
            throw said.wrong(ways.get(1), "there is " + ways.get(0) + " already");
        }
        Recoding.Ends ends = new Recoding.Ends(said.number("bottom"), said.number("top"));
        boolean coded = !ends.equals(new Recoding.Ends(OptionalDouble.empty(), OptionalDouble.empty()));
        if (ways.isEmpty()) {
            return coded ? ends : new Recoding.AsIs();
        }
        if (coded && !ways.get(0).equals("round")) {
            throw said.wrong(said.has("top") ? "top" : "bottom", "goes alone or with round");
        }
        return switch (ways.get(0)) {
            case "bands" -> bands(said);
            case "round" -> new Recoding.Rounded(BigDecimal.valueOf(said.number("round", 1, 1e-6, 1e9)), ends);
            case "groups" -> Recoding.Groups.of(said.object("groups").lists(), said.text("others"));
            default -> new Recoding.Place(Recoding.Place.Level.valueOf(
                    said.word("level", List.of("township", "county", "prefecture", "province"))
                            .toUpperCase(Locale.ROOT)));
        };
    }

    private static Recoding bands(Said said) {
        List<Double> from = said.numbers("bands");
        for (int i = 1; i < from.size(); i++) {
            if (from.get(i) <= from.get(i - 1)) {
                throw said.wrong("bands", "upwards");
            }
        }
        return new Recoding.Bands(from);
    }

    boolean counted() {
        return from.equals(HOUSEHOLD_SIZE);
    }
}
