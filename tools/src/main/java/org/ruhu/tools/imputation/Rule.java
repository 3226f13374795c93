package org.ruhu.tools.imputation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.dataset.Gap;

/**
 * How some questions are filled in.
 *
 * @param roster    path of the roster whose rows they are asked in; empty outside rosters
 * @param questions their paths; those that lack an answer take them from one and the same donor
 * @param gaps      which empty cells are filled
 * @param when      for whom, as an expression of the form; empty for everybody
 */
record Rule(String name, String roster, List<String> questions, Set<Gap> gaps, Optional<String> when, Means means) {

    sealed interface Means {}

    /** @param value an expression of the form; where it is unknown the cell stays empty */
    record ByFormula(String value) implements Means {}

    /**
     * @param classes expressions whose values donor and receiver share, the narrowest class first
     * @param least   donors a class must have, else the next one is tried
     */
    record FromDonor(List<List<String>> classes, int least) implements Means {}

    Rule {
        questions = List.copyOf(questions);
        gaps = Set.copyOf(gaps);
    }

    /** Name of a question in its row. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Path of the roster a question is asked in. */
    static String roster(String path) {
        int row = path.lastIndexOf("/*/");
        return row < 0 ? "" : path.substring(0, row);
    }
}
