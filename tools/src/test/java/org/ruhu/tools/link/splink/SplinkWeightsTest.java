package org.ruhu.tools.link.splink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.Linkage;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Frequencies;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.splink.SplinkReader.Imported;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.RecordsBuilder;
import org.ruhu.tools.link.table.Table;
import org.ruhu.tools.link.table.TableFile;
import org.ruhu.tools.link.table.TableOptions;
import org.ruhu.tools.link.work.Workers;

/**
 * A model that Splink learned weighs the pairs of FEBRL 3 here as it does there; febrl3.py says how the weights were made.
 */
class SplinkWeightsTest {

    private static final double ROUNDED = 1e-3;

    @Test
    void everyPairHasTheWeightThatSplinkGivesIt() throws IOException {
        Imported imported = SplinkReader.read(new JsonMapper().readTree(resource("/splink/febrl3-trained.json")));
        Records records = records(imported);
        Linkage linkage = Linkage.of(imported.settings(), records, Workers.of(2));
        Model adopted = linkage.adopt(imported.prior().orElseThrow(), imported.chances().orElseThrow(), List.of());
        Scored scored = linkage.link(withAllShares(adopted, records), -100);
        Map<String, Float> weights = new HashMap<>();
        for (int pair = 0; pair < scored.size(); pair++) {
            weights.put(key(records.id(scored.left()[pair]), records.id(scored.right()[pair])), scored.weight()[pair]);
        }
        List<String> lines = new String(resource("/splink/febrl3-weights.csv"), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSizeGreaterThan(200);
        assertThat(lines.subList(1, lines.size())).allSatisfy(line -> {
            String[] pair = line.split(",");
            assertThat(weights.get(key(pair[0], pair[1])).doubleValue())
                    .isCloseTo(Double.parseDouble(pair[2]), within(ROUNDED));
        });
    }

    /** Rare values too, which a model of ours does not name. */
    private static Model withAllShares(Model model, Records records) {
        Map<String, Frequencies> all = new HashMap<>();
        model.frequencies().forEach((name, counted) -> {
            Column column = records.column(name);
            long known = Arrays.stream(column.codes()).filter(code -> code != Column.MISSING).count();
            Map<String, Double> shares = new HashMap<>();
            for (int code : column.codes()) {
                shares.merge(column.values().text(code), 1.0 / known, Double::sum);
            }
            all.put(name, new Frequencies(shares, counted.rest(), counted.agree()));
        });
        return new Model(model.settings(), model.prior(), model.chances(), all, List.of(), model.cuts(), model.notes());
    }

    private static Records records(Imported imported) throws IOException {
        RecordsBuilder builder = new RecordsBuilder(imported.settings());
        List<String> wanted = new ArrayList<>(builder.sources());
        int date = wanted.indexOf("date_of_birth");
        wanted.add("rec_id");
        try (Table table = new TableFile("febrl3", TableOptions.USUAL).open(path("/linkage/febrl3.csv"))) {
            table.read(wanted, (line, named, values) -> {
                String[] raw = Arrays.copyOf(values, values.length - 1);
                raw[date] = raw[date].replaceAll("^(\\d{4})(\\d\\d)(\\d\\d)$", "$1-$2-$3");
                builder.add(values[values.length - 1], raw);
            });
        }
        return builder.records();
    }

    private static String key(String a, String b) {
        return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
    }

    private static Path path(String resource) {
        try {
            return Path.of(SplinkWeightsTest.class.getResource(resource).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SplinkWeightsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
