package org.ruhu.tools.dedupe;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ruhu.tools.dedupe.Linked.Zone;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.household.Households;
import org.ruhu.tools.link.settings.ModelWriter;

/** Writes what was found: pairs and clusters as CSV, the model, pairs as lines. The same bytes for the same result. */
final class Results {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Linked linked;
    private final boolean twoInputs;

    Results(Linked linked) {
        this.linked = linked;
        this.twoInputs = linked.records().first() < linked.records().size();
    }

    /**
     * The files that are written wherever the records were compared.
     *
     * @return what is to be said of households
     */
    Optional<String> into(OutFolder folder) throws IOException {
        pairs(folder.open("pairs.csv"));
        clusters(folder.open("clusters.csv"));
        Optional<Households.Found> found = linked.households();
        if (found.isPresent()) {
            households(found.get(), folder.open("households.csv"));
        }
        json(ModelWriter.write(linked.model()), folder.open("model.json"));
        return found.map(Results::told);
    }

    private static String told(Households.Found found) {
        long same = found.pairs().stream().filter(pair -> pair.kind() == Households.Kind.SAME).count();
        return found.pairs().size() + " pairs of households have somebody in common, " + same
                + " of them are likely one household";
    }

    private void pairs(OutputStream out) throws IOException {
        List<String> columns = new ArrayList<>(List.of("left", "right", "weight", "probability", "zone", "rule"));
        boolean both = twoInputs && linked.model().settings().scope() == Scope.BOTH;
        if (both) {
            columns.addAll(List.of("left_input", "right_input"));
        }
        for (Comparison comparison : linked.model().settings().comparisons()) {
            columns.add(columns.contains(comparison.name()) ? comparison.name() + " level" : comparison.name());
        }
        double least = Gathered.written(linked.model());
        try (CsvFile csv = new CsvFile(out, columns)) {
            PairLine line = new PairLine(linked, both);
            for (int pair = 0; pair < linked.scored().size(); pair++) {
                if (linked.scored().weight()[pair] >= least) {
                    line.write(pair, csv);
                }
            }
        }
    }

    /** Every record; a cluster is named after its first one. */
    private void clusters(OutputStream out) throws IOException {
        List<String> columns = new ArrayList<>(List.of("id", "cluster", "certain"));
        if (twoInputs) {
            columns.add("input");
        }
        int[] cluster = linked.clusters().rows();
        int[] certain = linked.certain().rows();
        try (CsvFile csv = new CsvFile(out, columns)) {
            for (int row = 0; row < cluster.length; row++) {
                csv.id(linked.records().ids(), row).number(cluster[row] + 1L).number(certain[row] + 1L);
                if (twoInputs) {
                    csv.number(linked.input(row));
                }
                csv.end();
            }
        }
    }

    /** Households that have somebody in common. */
    private void households(Households.Found found, OutputStream out) throws IOException {
        List<String> columns = new ArrayList<>(List.of("left", "right", "kind", "weight", "probability", "linked",
                "left_members", "right_members", "heads"));
        linked.model().settings().household().orElseThrow().comparisons().forEach(comparison ->
                columns.add(columns.contains(comparison.name()) ? comparison.name() + " level" : comparison.name()));
        try (CsvFile csv = new CsvFile(out, columns)) {
            for (Households.Pair pair : found.pairs()) {
                csv.id(pair.left()).id(pair.right()).text(pair.kind().name().toLowerCase(Locale.ROOT))
                        .number(pair.weight(), 4).number(pair.probability(), 6).number(pair.meeting().linked())
                        .number(pair.leftMembers()).number(pair.rightMembers())
                        .text(pair.meeting().heads() ? "one person" : "two persons");
                pair.levels().forEach(csv::text);
                csv.end();
            }
        }
    }

    static void json(JsonNode json, OutputStream out) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try (out) {
            out.write(JSON.writer(printer).writeValueAsBytes(json));
            out.write('\n');
        }
    }

    /** What people should see, a line each: linked by itself, or for clerks. Nothing of the records but their ids. */
    void lines(OutputStream out) throws IOException {
        try (OutputStream lines = new BufferedOutputStream(out, 1 << 16)) {
            for (int pair = 0; pair < linked.scored().size(); pair++) {
                if (linked.zone(pair) != Zone.REJECT) {
                    lines.write(line(pair).toString().getBytes(StandardCharsets.UTF_8));
                    lines.write('\n');
                }
            }
        }
    }

    private ObjectNode line(int pair) {
        double weight = linked.scored().weight()[pair];
        ObjectNode line = JSON.createObjectNode().put("left", linked.records().id(linked.scored().left()[pair]))
                .put("right", linked.records().id(linked.scored().right()[pair]))
                .put("weight", Math.round(weight * 1e4) / 1e4)
                .put("probability", Math.round(Model.probability(weight) * 1e6) / 1e6)
                .put("zone", linked.zone(pair).written()).put("rule", linked.rule(pair));
        ObjectNode levels = line.putObject("levels");
        List<Comparison> comparisons = linked.model().settings().comparisons();
        for (int c = 0; c < comparisons.size(); c++) {
            levels.put(comparisons.get(c).name(), linked.label(pair, c));
        }
        return line;
    }
}
