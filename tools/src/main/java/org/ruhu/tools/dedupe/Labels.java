package org.ruhu.tools.dedupe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.Judgement;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.Table;
import org.ruhu.tools.link.table.TableFile;
import org.ruhu.tools.link.table.TableOptions;

/** Pairs that people judged, from a file with the columns left, right, same; sampled and weight if it has them. */
final class Labels {

    private static final Set<String> YES = Set.of("1", "true", "yes", "same");
    private static final Set<String> NO = Set.of("0", "false", "no", "different");
    private static final int EXAMPLES = 5;

    private record Label(String left, String right, boolean same, double weight, boolean drawn) {}

    private final String name;
    private final Records records;
    private final List<Label> labels = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private Labels(String name, Records records) {
        this.name = name;
        this.records = records;
    }

    static Labels read(Path file, TableOptions options, Records records) throws IOException {
        Labels labels = new Labels(file.getFileName().toString(), records);
        try (Table table = new TableFile(labels.name, options).open(Sources.existing(file.toString()))) {
            List<String> wanted = new ArrayList<>(List.of("left", "right", "same"));
            List.of("sampled", "weight").stream()
                    .filter(column -> table.columns().map(known -> known.contains(column)).orElse(true))
                    .forEach(wanted::add);
            table.read(wanted, (line, id, values) -> labels.add(line, wanted, values));
        }
        return labels;
    }

    private void add(long line, List<String> columns, String[] values) {
        int sampled = columns.indexOf("sampled");
        int weight = columns.indexOf("weight");
        labels.add(new Label(values[0], values[1], yes(line, "same", values[2]),
                weight < 0 || values[weight].isEmpty() ? 1 : weight(line, values[weight]),
                sampled >= 0 && !values[sampled].isEmpty() && yes(line, "sampled", values[sampled])));
    }

    private boolean yes(long line, String column, String value) {
        String said = value.toLowerCase(Locale.ROOT);
        if (!YES.contains(said) && !NO.contains(said)) {
            throw new CannotRun(name + ": line " + line + " says neither 1 nor 0 under " + column);
        }
        return YES.contains(said);
    }

    private double weight(long line, String value) {
        try {
            double weight = Double.parseDouble(value);
            if (weight > 0 && !Double.isInfinite(weight)) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // told below, as a number that is out of range is
        }
        throw new CannotRun(name + ": line " + line + " has no number above 0 under weight; it is how many pairs the"
                + " judged one stands for");
    }

    /** Each pair once; those of which both was said are left out. What is left out is told by {@link #remarks}. */
    List<Judgement> judgements() {
        Map<String, Integer> first = rows(false);
        Map<String, Integer> second = rows(true);
        Map<Long, Judgement> pairs = new LinkedHashMap<>();
        Set<Long> both = new LinkedHashSet<>();
        Set<String> strangers = new LinkedHashSet<>();
        long elsewhere = 0;
        for (Label label : labels) {
            int left = first.getOrDefault(label.left(), second.getOrDefault(label.left(), -1));
            int right = second.getOrDefault(label.right(), first.getOrDefault(label.right(), -1));
            if (left < 0 || right < 0 || left == right) {
                elsewhere++;
                if (left < 0) {
                    strangers.add(label.left());
                } else if (right < 0) {
                    strangers.add(label.right());
                }
                continue;
            }
            Judgement said = new Judgement(left, right, label.same(), label.weight(), label.drawn());
            long key = (long) Math.min(left, right) << 32 | Math.max(left, right);
            Judgement earlier = pairs.putIfAbsent(key, said);
            if (earlier != null && earlier.same() != said.same()) {
                both.add(key);
            }
        }
        both.forEach(pairs::remove);
        remark(elsewhere, strangers, both.size());
        return List.copyOf(pairs.values());
    }

    private void remark(long elsewhere, Set<String> strangers, int both) {
        if (elsewhere > 0) {
            remarks.add(elsewhere + " judged pairs are of records that are not in the input"
                    + (strangers.isEmpty() ? "" : ": " + String.join(", ", strangers.stream().limit(EXAMPLES).toList())
                    + (strangers.size() > EXAMPLES ? " ..." : "")));
        }
        if (both > 0) {
            remarks.add(both + " pairs were judged the same and different as well; they teach nothing");
        }
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

    /** What of the file could not be used, in sentences. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
