package org.ruhu.tools.dedupe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.Linkage;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.score.Kernel;
import org.ruhu.tools.link.score.Weigher;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.Table;
import org.ruhu.tools.link.table.TableFile;
import org.ruhu.tools.link.table.TableOptions;
import org.ruhu.tools.link.train.Judged;

/** Pairs that people judged, from a file with the columns left, right, same. */
final class Labels {

    private static final Set<String> YES = Set.of("1", "true", "yes", "same");
    private static final Set<String> NO = Set.of("0", "false", "no", "different");

    private record Label(String left, String right, boolean same) {}

    private final Records records;
    private final List<Label> labels = new ArrayList<>();
    private long elsewhere;

    private Labels(Records records) {
        this.records = records;
    }

    static Labels read(Path file, TableOptions options, Records records) throws IOException {
        Labels labels = new Labels(records);
        String name = file.getFileName().toString();
        try (Table table = new TableFile(name, options).open(Sources.existing(file.toString()))) {
            table.read(List.of("left", "right", "same"), (line, id, values) -> {
                String said = values[2].toLowerCase(Locale.ROOT);
                if (!YES.contains(said) && !NO.contains(said)) {
                    throw new CannotRun(name + ": line " + line + " says neither 1 nor 0 under same");
                }
                labels.labels.add(new Label(values[0], values[1], YES.contains(said)));
            });
        }
        return labels;
    }

    Model learn(Linkage linkage, Model model) {
        Map<String, Integer> first = rows(false);
        Map<String, Integer> second = rows(true);
        Kernel kernel = linkage.engine().kernel().own();
        Weigher weigher = new Weigher(model, records);
        List<Double> weights = new ArrayList<>();
        List<Boolean> same = new ArrayList<>();
        for (Label label : labels) {
            int left = first.getOrDefault(label.left(), second.getOrDefault(label.left(), -1));
            int right = second.getOrDefault(label.right(), first.getOrDefault(label.right(), -1));
            if (left < 0 || right < 0 || left == right) {
                elsewhere++;
            } else {
                int low = Math.min(left, right);
                int high = Math.max(left, right);
                weights.add(weigher.weight(kernel.pattern(low, high), low, high));
                same.add(label.same());
            }
        }
        boolean[] judged = new boolean[same.size()];
        for (int i = 0; i < judged.length; i++) {
            judged[i] = same.get(i);
        }
        return Judged.learn(model, weights.stream().mapToDouble(Double::doubleValue).toArray(), judged);
    }

    /** Of one input, those that are asked for. */
    private Map<String, Integer> rows(boolean second) {
        Map<String, Integer> rows = new HashMap<>();
        labels.forEach(label -> {
            rows.put(label.left(), -1);
            rows.put(label.right(), -1);
        });
        for (int row = 0; row < records.size(); row++) {
            if (records.second(row) == second && rows.containsKey(records.id(row))) {
                rows.put(records.id(row), row);
            }
        }
        rows.values().removeIf(row -> row < 0);
        return rows;
    }

    /** Judged pairs whose records are not in the input. */
    long elsewhere() {
        return elsewhere;
    }
}
