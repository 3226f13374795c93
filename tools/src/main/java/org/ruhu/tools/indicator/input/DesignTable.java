package org.ruhu.tools.indicator.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.indicator.compute.SamplePlan;
import org.ruhu.tools.indicator.compute.Drawn;

/**
 * The design of a sample as CSV: unit, stratum, psu (first-stage unit), weight, and, where the first stage was drawn
 * without replacement, fpc: how many first-stage units the stratum has altogether.
 */
public final class DesignTable {

    private static final List<String> DESIGN = List.of("unit", "stratum", "psu", "weight");
    private static final List<String> CASES = List.of("unit", "verdict");
    private static final List<String> VERDICTS = List.of("verified", "refuted");

    private DesignTable() {}

    /** Whether the suspicion about a unit was verified: CSV with unit and verdict, verified or refuted. */
    public static Map<String, Boolean> cases(Path file) throws IOException {
        return cases(new CsvTable(file, CASES));
    }

    /** @param name by which errors speak of the CSV that was sent */
    public static Map<String, Boolean> cases(String name, String csv) {
        try {
            return cases(CsvTable.of(name, csv, CASES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Boolean> cases(CsvTable table) throws IOException {
        Map<String, Boolean> cases = new HashMap<>();
        table.forEach(row -> {
            if (!VERDICTS.contains(row.text("verdict"))) {
                throw row.wrong("verdict", "is verified or refuted");
            }
            cases.put(row.text("unit"), row.text("verdict").equals("verified"));
        });
        return cases;
    }

    public static SamplePlan read(Path file) throws IOException {
        return read(new CsvTable(file, DESIGN));
    }

    /** @param name by which errors speak of the CSV that was sent */
    public static SamplePlan read(String name, String csv) {
        try {
            return read(CsvTable.of(name, csv, DESIGN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SamplePlan read(CsvTable table) throws IOException {
        Map<String, Drawn> units = new HashMap<>();
        Map<String, Stratum> strata = new TreeMap<>();
        table.forEach(row -> {
            if (row.text("unit").isEmpty() || row.text("psu").isEmpty()) {
                throw row.wrong("unit", "and psu are not empty");
            }
            double clusters = row.text("fpc").isEmpty() ? 0 : row.number("fpc", 1);
            Drawn drawn = new Drawn(row.text("stratum"), row.text("psu"), row.number("weight", 0), clusters);
            if (units.put(row.text("unit"), drawn) != null) {
                throw row.wrong("unit", "is in the table already");
            }
            Stratum stratum = strata.computeIfAbsent(drawn.stratum(), any -> new Stratum(clusters, new HashSet<>()));
            if (stratum.all != clusters) {
                throw row.wrong("fpc", "is the same for all of a stratum, or empty for all of it");
            }
            stratum.drawn.add(drawn.cluster());
        });
        strata.forEach((name, stratum) -> {
            if (stratum.all > 0 && stratum.all < stratum.drawn.size()) {
                throw new CannotRun("%s: stratum %s has %d psu in the table, so its fpc is no less".formatted(
                        table.name(), name, stratum.drawn.size()));
            }
        });
        return new SamplePlan.Sample(Map.copyOf(units));
    }

    /** @param all first-stage units there are; 0 where that is not said */
    private record Stratum(double all, Set<String> drawn) {}
}
