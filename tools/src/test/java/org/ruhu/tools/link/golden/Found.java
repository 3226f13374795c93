package org.ruhu.tools.link.golden;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Linkage;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.settings.SettingsReader;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.RecordsBuilder;
import org.ruhu.tools.link.table.Table;
import org.ruhu.tools.link.table.TableFile;
import org.ruhu.tools.link.table.TableOptions;
import org.ruhu.tools.link.work.Workers;

/** How well records are found that are known to be the same: F1 of pairs at the best cut and at that of the model. */
record Found(double best, double atMatch) {

    private static final double LIGHTEST = -20;

    /** @param person takes from a record's id who it is, in its first group */
    static Found of(String settings, String data, String person) throws IOException {
        try (Table table = new TableFile(data, TableOptions.USUAL).open(path(data))) {
            Settings read = SettingsReader.read(SettingsReader.json(Files.readString(path(settings))),
                    table.columns().orElseThrow(), Scope.WITHIN);
            List<String> people = new ArrayList<>();
            Records records = records(read, table, Pattern.compile(person), people);
            Linkage linkage = Linkage.of(read, records, Workers.of(2));
            Model model = linkage.train();
            return measured(linkage.link(model, LIGHTEST), people, model.cuts().match());
        }
    }

    private static Path path(String resource) {
        try {
            return Path.of(Found.class.getResource(resource).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Records records(Settings settings, Table table, Pattern person, List<String> people) throws IOException {
        RecordsBuilder builder = new RecordsBuilder(settings);
        List<String> wanted = new ArrayList<>(builder.sources());
        wanted.add(settings.id().orElseThrow());
        table.read(wanted, (line, named, values) -> {
            String id = values[values.length - 1];
            Matcher matcher = person.matcher(id);
            people.add(matcher.find() ? matcher.group(1) : id);
            String[] raw = new String[values.length - 1];
            System.arraycopy(values, 0, raw, 0, raw.length);
            builder.add(id, raw);
        });
        return builder.records();
    }

    private static Found measured(Scored scored, List<String> people, double match) {
        Map<String, Long> records = new HashMap<>();
        people.forEach(person -> records.merge(person, 1L, Long::sum));
        double all = records.values().stream().mapToLong(many -> many * (many - 1) / 2).sum();
        List<Integer> order = IntStream.range(0, scored.size()).boxed()
                .sorted(Comparator.comparingDouble(pair -> -scored.weight()[pair])).toList();
        double best = 0;
        double atMatch = 0;
        double same = 0;
        for (int i = 0; i < order.size(); i++) {
            int pair = order.get(i);
            same += people.get(scored.left()[pair]).equals(people.get(scored.right()[pair])) ? 1 : 0;
            boolean last = i + 1 == order.size() || scored.weight()[order.get(i + 1)] != scored.weight()[pair];
            double f1 = last ? 2 * same / (i + 1 + all) : 0;
            best = Math.max(best, f1);
            atMatch = last && scored.weight()[pair] >= match ? f1 : atMatch;
        }
        return new Found(best, atMatch);
    }
}
