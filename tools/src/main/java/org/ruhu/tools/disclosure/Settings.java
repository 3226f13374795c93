package org.ruhu.tools.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How public microdata are made.
 *
 * @param k         people who share every combination of keys in the released file
 * @param reason    why k is under ten, if it is, or another rule is not kept; it stands in the report
 * @param seed      what chance starts from; whoever knows it can tell which households were drawn
 * @param fraction  share of households released
 * @param households whose people are in the file
 * @param household column of a flat file that says so there
 * @param weight    column of a weight that the rows of a flat file have already
 * @param roster    whose rows are the people of an interview
 * @param where     values that columns must have for a row to be taken
 */
public record Settings(int k, Optional<String> reason, long seed, double fraction, Households households,
                       Optional<String> household, Optional<String> weight, String roster,
                       Map<String, Set<String>> where, Limits limits, List<Planned> variables) {

    /** What public microdata must have unless somebody says why not. */
    static final int USUAL_K = 10;

    private static final int MOST_KEYS = 10;

    /**
     * {@code ONE} person of every household drawn; all of them with nothing that says who lives with whom
     * ({@code APART}); or with their household's number ({@code TOGETHER}).
     */
    enum Households { APART, ONE, TOGETHER }

    /**
     * What the risk may be at most for a file to be released.
     *
     * @param person    chance that the person most at risk is found
     * @param household chance that somebody of a household is found; counts when households are together
     * @param alone     share of households that nobody else has the like of; counts when households are together
     * @param linked    share of people who can be put together with others of their household; counts when apart
     * @param matched   share of people whose row fits one row only of a file released before, and the two tell more
     * @param blank     share of blanked cells among the keys, beyond which the settings should be coarser
     * @param leftOut   share of people left out because no blanking helped
     */
    record Limits(double person, double household, double alone, double linked, double matched, double blank,
                  double leftOut) {

        static Limits of(Said said) {
            Limits limits = new Limits(said.number("person", 0.05, 0, 1), said.number("household", 0.2, 0, 1),
                    said.number("alone", 0.2, 0, 1), said.number("linked", 0.05, 0, 1),
                    said.number("matched", 0.05, 0, 1), said.number("blank", 0.2, 0, 1),
                    said.number("leftOut", 0.01, 0, 1));
            said.done();
            return limits;
        }
    }

    public Settings {
        where = Map.copyOf(where);
        variables = List.copyOf(variables);
    }

    /** @throws org.ruhu.tools.CannotRun that says where the settings are wrong */
    public static Settings read(InputStream in) throws IOException {
        Said said = Said.in(in);
        int k = said.whole("k", USUAL_K, 2, 1_000_000);
        Optional<String> reason = said.text("reason");
        if (k < USUAL_K && reason.isEmpty()) {
            throw said.wrong("k", "public microdata have " + USUAL_K
                    + " or more; for less give the reason as \"reason\", it stands in the report");
        }
        int least = said.whole("l", 2, 1, 1000);
        List<Planned> variables = new ArrayList<>();
        said.object("variables").fields().forEach((name, one) -> variables.add(Planned.of(name, one, least)));
        long keys = variables.stream().filter(one -> one.use() == Planned.Use.KEY).count();
        if (keys == 0 || keys > MOST_KEYS) {
            throw said.wrong("variables", "from 1 to " + MOST_KEYS + " of them have the use \"key\"");
        }
        double fraction = said.number("fraction", 0.1, 0.0001, 1);
        if (fraction == 1 && reason.isEmpty()) {
            throw said.wrong("fraction", "a sample is under 1; for all households give the reason as \"reason\"");
        }
        Settings settings = new Settings(k, reason, said.seed("seed"), fraction,
                Households.valueOf(said.word("households", List.of("apart", "one", "together"))
                        .toUpperCase(Locale.ROOT)), said.text("household"),
                said.text("weight"), said.text("roster").orElse("members"), where(said.object("where")),
                Limits.of(said.object("limits")), variables);
        said.done();
        if (settings.households() == Households.ONE && variables.stream().noneMatch(Planned::counted)) {
            throw said.wrong("households", "weights of one person a household tell its size, so \"household-size\" has"
                    + " to be a key");
        }
        return settings;
    }

    /** Whether the file says who lives with whom. */
    boolean together() {
        return households == Households.TOGETHER;
    }

    private static Map<String, Set<String>> where(Said said) {
        Map<String, Set<String>> where = new LinkedHashMap<>();
        said.lists().forEach((column, values) -> where.put(column, Set.copyOf(values)));
        return where;
    }
}
