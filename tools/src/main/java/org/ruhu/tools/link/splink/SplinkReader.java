package org.ruhu.tools.link.splink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Note;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.Settings.Thresholds;
import org.ruhu.tools.link.Settings.Training;
import org.ruhu.tools.link.condition.Nearest;
import org.ruhu.tools.link.settings.Mistake;
import org.ruhu.tools.link.settings.SettingsProblem;
import org.ruhu.tools.link.splink.SplinkComparisons.Read;

/** Settings as Splink saves them, and its model if it was trained. All that cannot be taken over is told at once. */
public final class SplinkReader {

    private static final Map<String, Scope> LINK_TYPES =
            Map.of("dedupe_only", Scope.WITHIN, "link_only", Scope.ACROSS, "link_and_dedupe", Scope.BOTH);
    private static final int LARGEST_CLUSTER = 50;

    /**
     * @param prior   chance that two records are the same; empty if Splink had not learned
     * @param chances by comparison and level, if all of them were learned
     * @param notes what whoever uses it should know
     */
    public record Imported(Settings settings, Optional<Double> prior, Optional<List<List<Model.Chance>>> chances,
            List<Note> notes) {}

    private final JsonNode node;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Columns columns = new Columns();

    private SplinkReader(JsonNode node) {
        this.node = node;
    }

    /** Whether a file is Splink's and not ours. */
    public static boolean recognises(JsonNode node) {
        return !node.has("settings") && node.has("link_type") && node.has("comparisons");
    }

    /**
     * @param input the input's columns
     * @throws SettingsProblem
     */
    public static Imported read(JsonNode node, Collection<String> input) {
        return new SplinkReader(node).whole(Optional.of(input), Optional.empty());
    }

    /**
     * @param id the column that names records, whatever Splink calls it; the outer one empty if Splink is right, the inner
     *           one if lines are numbered
     * @throws SettingsProblem
     */
    public static Imported read(JsonNode node, Optional<List<String>> input, Optional<Optional<String>> id) {
        return new SplinkReader(node).whole(input.map(known -> known), id);
    }

    /** @throws SettingsProblem */
    public static Imported read(JsonNode node) {
        return new SplinkReader(node).whole(Optional.empty(), Optional.empty());
    }

    private Imported whole(Optional<Collection<String>> input, Optional<Optional<String>> named) {
        String type = node.path("link_type").asText();
        if (!LINK_TYPES.containsKey(type)) {
            mistakes.add(new Mistake("/link_type", "is none of dedupe_only, link_only, link_and_dedupe"));
        }
        List<Read> read = comparisons();
        List<Rule> rules = rules();
        Optional<String> id = named.orElseGet(() ->
                Optional.of(node.path("unique_id_column_name").asText("unique_id")));
        id.filter(column -> input.filter(known -> !known.contains(column)).isPresent()).ifPresent(column ->
                mistakes.add(new Mistake("/unique_id_column_name", "the input has no column '" + column + "'"
                        + Nearest.hint(column, input.get()) + ". Say with --id COLUMN which one names the records, or with"
                        + " --id - that line numbers do")));
        input.ifPresent(known -> columns.used().stream().filter(column -> !known.contains(column)).forEach(column ->
                missing("", column, known)));
        if (!mistakes.isEmpty()) {
            throw new SettingsProblem(mistakes);
        }
        List<Comparison> comparisons = read.stream().map(Read::comparison).toList();
        boolean learned = read.stream().allMatch(Read::learned);
        Settings settings = new Settings(id, LINK_TYPES.get(type), false, columns.made(), rules, comparisons,
                training(), Thresholds.CHOSEN, List.of(), LARGEST_CLUSTER);
        return new Imported(settings, prior().filter(chance -> learned),
                learned ? Optional.of(read.stream().map(Read::chances).toList()) : Optional.empty(), notes(learned));
    }

    private void missing(String pointer, String column, Collection<String> known) {
        mistakes.add(new Mistake(pointer, "the input has no column '" + column + "'" + Nearest.hint(column, known)));
    }

    private List<Read> comparisons() {
        List<Read> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        JsonNode list = node.path("comparisons");
        for (int i = 0; i < list.size(); i++) {
            SplinkComparisons reader = new SplinkComparisons(list.get(i), "/comparisons/" + i, columns, mistakes);
            Optional<Read> comparison = reader.read(names);
            comparison.ifPresent(read::add);
        }
        if (list.isEmpty()) {
            mistakes.add(new Mistake("/comparisons", "there is none"));
        }
        return read;
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        JsonNode list = node.path("blocking_rules_to_generate_predictions");
        SplinkRules reader = new SplinkRules(columns);
        for (int i = 0; i < list.size(); i++) {
            String pointer = "/blocking_rules_to_generate_predictions/" + i;
            String sql = list.get(i).isTextual() ? list.get(i).asText() : list.get(i).path("blocking_rule").asText();
            try {
                Set<String> exploded = new HashSet<>();
                list.get(i).path("arrays_to_explode").forEach(column -> exploded.add(column.asText()));
                for (Rule rule : reader.rules(sql, exploded)) {
                    if (rules.stream().noneMatch(known -> known.on().equals(rule.on()))) {
                        rules.add(rule);
                    }
                }
            } catch (SqlProblem problem) {
                mistakes.add(new Mistake(pointer, problem.getMessage() + ": " + sql.strip()));
            }
        }
        if (list.isEmpty()) {
            mistakes.add(new Mistake("/blocking_rules_to_generate_predictions",
                    "there is none; comparing every record with every other one is not done here"));
        }
        return rules;
    }

    private Optional<Double> prior() {
        JsonNode prior = node.path("probability_two_random_records_match");
        return Optional.of(prior.asDouble(0.0001)).filter(chance -> chance > 0 && chance < 1);
    }

    private Training training() {
        JsonNode iterations = node.path("max_iterations");
        return new Training(Training.USUAL.randomPairs(), List.of(), Optional.empty(), Optional.empty(),
                Math.max(1, iterations.asInt(Training.USUAL.iterations())), Training.USUAL.seed());
    }

    private static List<Note> notes(boolean learned) {
        return List.of(Note.of(learned ? "splink-learned" : "splink-settings"));
    }
}
