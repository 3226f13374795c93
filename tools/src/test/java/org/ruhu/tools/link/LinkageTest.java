package org.ruhu.tools.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.score.Engine;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.score.Weigher;
import org.ruhu.tools.link.settings.ModelWriter;
import org.ruhu.tools.link.settings.SettingsReader;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.RecordsBuilder;
import org.ruhu.tools.link.table.Table;
import org.ruhu.tools.link.table.TableFile;
import org.ruhu.tools.link.table.TableOptions;
import org.ruhu.tools.link.work.Workers;

/** The sets of FEBRL, made up, whose record numbers tell the truth. The program sees it only afterwards. */
class LinkageTest {

    private static InputStream resource(String name) {
        return LinkageTest.class.getResourceAsStream("/linkage/" + name);
    }

    private static Settings settings(String name) throws IOException {
        return SettingsReader.read(SettingsReader.json(new String(resource(name).readAllBytes(), StandardCharsets.UTF_8)));
    }

    private static Records records(String name, Settings settings) throws IOException {
        RecordsBuilder builder = new RecordsBuilder(settings, List.of("rec_id"));
        try (Table table = new TableFile(name, TableOptions.USUAL).open(resource(name))) {
            table.read(builder.sources(), (line, id, values) -> builder.add(String.valueOf(line), values.clone()));
        }
        return builder.records();
    }

    /** Among kin "one register number" is the third level, and none of them the fourth. */
    @ParameterizedTest(name = "{0}: born {1} and {2}: level {3}")
    @CsvSource({"census-persons-alone, 1980-03-18, 2005-07-05, 0", "census-persons-alone, 1980-03-18, 1980-03-18, 1",
        "census-persons-alone, 1980-03-18, 1980-10-18, 1", "census-persons, 1980-03-18, 2005-07-05, 4",
        "census-persons, 1980-03-18, 1980-03-18, 3", "census-persons, 1980-03-18, 1980-10-18, 3"})
    void aRegisterNumberSaysNothingOfNamesakesOfAHouseholdBornYearsApart(String with, String one, String other, int level)
            throws IOException {
        Settings settings = bundled(with);
        RecordsBuilder builder = new RecordsBuilder(settings, List.of());
        int household = 0;
        for (String born : List.of(one, other)) {
            household++;
            Map<String, String> person = Map.of("name_zh", "卓玛", "birth_date", born, "register_no", "7", "sex", "2",
                    "household", String.valueOf(household), "village", "v");
            builder.add(String.valueOf(household),
                    builder.sources().stream().map(column -> person.getOrDefault(column, "")).toArray(String[]::new));
        }
        Engine engine = Linkage.of(settings, builder.records(), Workers.of(1)).engine();
        assertThat(engine.kernel().shape().level(engine.kernel().pattern(0, 1), 4)).isEqualTo(level);
    }

    private static Settings bundled(String name) throws IOException {
        try (InputStream in = LinkageTest.class.getResourceAsStream("/link/" + name + ".json")) {
            return SettingsReader.read(SettingsReader.json(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static int[] truth(Records records) {
        Column column = records.column("rec_id");
        Map<String, Integer> people = new HashMap<>();
        int[] truth = new int[records.size()];
        Arrays.setAll(truth, row -> people.computeIfAbsent(column.text(row).split("-")[1], name -> people.size()));
        return truth;
    }

    private static long pairs(int[] truth) {
        long[] records = new long[truth.length];
        Arrays.stream(truth).forEach(person -> records[person]++);
        return Arrays.stream(records).map(many -> many * (many - 1) / 2).sum();
    }

    @ParameterizedTest
    @CsvSource({"febrl1.csv, febrl.json", "febrl2.csv, febrl.json", "febrl3.csv, febrl.json",
            "febrl3.csv, febrl-without-number.json"})
    void theCutChosenWithoutTheTruthIsAboutTheBest(String file, String with) throws IOException {
        Settings settings = settings(with);
        Records records = records(file, settings);
        int[] truth = truth(records);
        Linkage linkage = Linkage.of(settings, records, Workers.of(2));
        Model model = linkage.train();
        Scored scored = linkage.link(model, -60);
        Integer[] order = new Integer[scored.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Float.compare(scored.weight()[b], scored.weight()[a]));
        double best = 0;
        double chosen = 0;
        long right = 0;
        long all = pairs(truth);
        for (int i = 0; i < order.length; i++) {
            int pair = order[i];
            right += truth[scored.left()[pair]] == truth[scored.right()[pair]] ? 1 : 0;
            double f1 = 2.0 * right / (i + 1 + all);
            best = Math.max(best, f1);
            chosen = scored.weight()[pair] >= model.cuts().match() ? f1 : chosen;
        }
        assertThat(best - chosen).as("lost of %s", best).isLessThan(.002);
        assertThat(best).isGreaterThan(.99);
        assertThat(model.prior() * linkage.engine().blocking().pairing().pairs() / all).isCloseTo(1, within(.05));
    }

    @Test
    void theSameFileGivesTheSameModelWhateverTheThreads() throws IOException {
        Settings settings = settings("febrl.json");
        Records records = records("febrl1.csv", settings);
        String one = ModelWriter.write(Linkage.of(settings, records, Workers.of(1)).train()).toPrettyString();
        String three = ModelWriter.write(Linkage.of(settings, records, Workers.of(3)).train()).toPrettyString();
        assertThat(three).isEqualTo(one);
    }

    @Test
    void anExplanationAddsUpToTheWeight() throws IOException {
        Settings settings = settings("febrl.json");
        Records records = records("febrl1.csv", settings);
        Linkage linkage = Linkage.of(settings, records, Workers.of(2));
        Model model = linkage.train();
        Scored scored = linkage.link(model);
        Weigher weigher = new Weigher(model, records);
        for (int pair = 0; pair < scored.size(); pair += 50) {
            Explanation why = linkage.explain(weigher, model, scored.left()[pair], scored.right()[pair]);
            assertThat(why.weight()).isCloseTo(scored.weight()[pair], within(1e-4));
            assertThat(why.rule()).isEqualTo(settings.blocking().get(scored.rule()[pair]).name());
        }
    }
}
