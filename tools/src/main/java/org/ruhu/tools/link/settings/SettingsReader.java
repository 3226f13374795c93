package org.ruhu.tools.link.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Derived;
import org.ruhu.tools.link.Settings.Others;
import org.ruhu.tools.link.Settings.Household;
import org.ruhu.tools.link.Settings.Review;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.Settings.Thresholds;
import org.ruhu.tools.link.Settings.Training;
import org.ruhu.tools.link.Settings.Veto;
import org.ruhu.tools.link.condition.Nearest;

/**
 * Reads settings as docs/linkage-settings.md describes them. Every mistake is noted before any is told; kinds are
 * expanded to levels.
 */
public final class SettingsReader {

    public static final String VERSION = "ruhu-linkage/1";

    private static final List<String> MEMBERS = List.of("$schema", "settings", "id", "link", "oneToOne", "columns",
            "blocking", "comparisons", "training", "thresholds", "veto", "review", "cluster", "household");
    private static final int LARGEST_CLUSTER = 1_000_000;
    private static final int USUAL_CLUSTER = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Place place;
    private final Draft draft;

    private final Scope usual;

    private SettingsReader(JsonNode node, Optional<Collection<String>> input, Scope usual) {
        place = new Place(node, "", new ArrayList<>());
        this.usual = usual;
        draft = new Draft(input.map(LinkedHashSet::new));
    }

    /** @throws SettingsProblem */
    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SettingsProblem(List.of(new Mistake("", "line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": not JSON: " + e.getOriginalMessage())));
        }
    }

    /** @throws SettingsProblem */
    public static Settings read(JsonNode node) {
        return new SettingsReader(node, Optional.empty(), Scope.WITHIN).whole();
    }

    /**
     * @param input the input's columns: whatever is asked for must be among them or made of them
     * @param usual what is meant when the settings do not say which pairs are looked at: across if there are two inputs
     * @throws SettingsProblem
     */
    public static Settings read(JsonNode node, Collection<String> input, Scope usual) {
        return new SettingsReader(node, Optional.of(input), usual).whole();
    }

    /** What is done to a column of that kind where settings do not say so themselves; empty if there is no such kind. */
    public static List<String> cleaners(String kind) {
        return Kinds.named(kind).map(Kind::clean).orElse(List.of());
    }

    private Settings whole() {
        if (!place.isObjectOf(MEMBERS)) {
            throw new SettingsProblem(place.mistakes());
        }
        version();
        columns();
        Optional<String> id = place.at("id").text();
        id.ifPresent(column -> draft.askInput(place.at("id"), column));
        List<Comparison> comparisons = new ComparisonReader(draft).comparisons(place.at("comparisons"));
        List<Rule> blocking = new RuleReader(draft).rules(place.at("blocking"));
        Settings settings = new Settings(id, scope(), place.at("oneToOne").yes(false), draft.columns(), blocking,
                comparisons, training(blocking), thresholds(), vetoes(), most(), household(),
                reviews(comparisons));
        draft.settle();
        if (!place.mistakes().isEmpty()) {
            throw new SettingsProblem(place.mistakes());
        }
        return settings;
    }

    private void version() {
        Place version = place.at("settings");
        if (!version.there()) {
            place.wrong("needs \"settings\": \"" + VERSION + "\", so that later versions are told apart");
        } else if (!version.node().asText().equals(VERSION)) {
            version.wrong("is not \"" + VERSION + "\", the one version this program knows");
        }
    }

    private void columns() {
        for (Map.Entry<String, Place> member : place.at("columns").members().entrySet()) {
            Place column = member.getValue();
            if (column.node().isArray() || column.node().isTextual()) {
                draft.make(member.getKey(), new Derived(List.of(member.getKey()), " ",
                        Draft.cleaners(column, column.texts())));
                draft.askInput(column, member.getKey());
            } else if (column.at("others").there()) {
                others(column).ifPresent(others -> draft.make(member.getKey(), Derived.of(others)));
            } else if (column.isObjectOf(List.of("from", "join", "clean", "others", "household", "own"))) {
                draft.make(member.getKey(), derived(member.getKey(), column));
            }
        }
    }

    private Optional<Others> others(Place column) {
        if (!column.isObjectOf(List.of("others", "household", "own"))) {
            return Optional.empty();
        }
        Place household = column.at("household");
        if (!household.there()) {
            column.wrong("needs \"household\", the column that is the same for records of one household");
        }
        Optional<String> others = column.at("others").text();
        Optional<String> together = household.text();
        List<String> own = column.at("own").texts();
        others.ifPresent(asked -> draft.askOwn(column.at("others"), asked));
        together.ifPresent(asked -> draft.askOwn(household, asked));
        own.forEach(asked -> draft.askOwn(column.at("own"), asked));
        return others.flatMap(of -> together.map(in -> new Others(of, in, own)));
    }

    private Derived derived(String name, Place column) {
        List<String> from = column.at("from").there() ? column.at("from").texts() : List.of(name);
        from.forEach(source -> draft.askInput(column.at("from").there() ? column.at("from") : column, source));
        String join = column.at("join").there() ? column.at("join").node().asText() : " ";
        List<String> clean = column.at("clean").there() ? column.at("clean").texts() : List.of("trim");
        if (from.isEmpty()) {
            column.at("from").wrong("needs one column of the input at least");
        }
        return new Derived(from, join, Draft.cleaners(column.at("clean"), clean));
    }

    private Scope scope() {
        Place link = place.at("link");
        return link.text().flatMap(written -> {
            Optional<Scope> scope = Names.of(Scope.class, written);
            if (scope.isEmpty()) {
                link.wrong("is neither \"within\", \"across\" nor \"both\"");
            }
            return scope;
        }).orElse(usual);
    }

    private Training training(List<Rule> blocking) {
        Place training = place.at("training");
        if (!training.there() || !training.isObjectOf(
                List.of("randomPairs", "sessions", "recall", "prior", "iterations", "seed"))) {
            return Training.USUAL;
        }
        Place sessions = training.at("sessions");
        List<String> names = blocking.stream().map(Rule::name).toList();
        List<String> chosen = sessions.there() ? sessions.texts() : List.of();
        chosen.stream().filter(name -> !names.contains(name)).forEach(name ->
                sessions.wrong("'" + name + "' is no name of a blocking rule; they are " + String.join(", ", names)));
        return new Training(training.at("randomPairs").whole(1_000, 1_000_000_000).orElse(Training.USUAL.randomPairs()),
                chosen, training.at("recall").probability(), training.at("prior").probability(),
                training.at("iterations").whole(1, 100_000).map(Long::intValue).orElse(Training.USUAL.iterations()),
                training.at("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE).orElse(Training.USUAL.seed()));
    }

    private Thresholds thresholds() {
        Place thresholds = place.at("thresholds");
        if (!thresholds.there() || !thresholds.isObjectOf(List.of("automatic", "clerical", "match"))) {
            return Thresholds.CHOSEN;
        }
        Place automatic = thresholds.at("automatic");
        boolean aimed = automatic.node().isObject() && automatic.isObjectOf(List.of("precision"));
        Optional<Double> fixed = aimed ? Optional.empty() : automatic.probability();
        Optional<Double> precision = aimed ? automatic.at("precision").probability() : Optional.empty();
        Optional<Double> clerical = thresholds.at("clerical").probability();
        if (fixed.isPresent() && clerical.isPresent() && fixed.get() < clerical.get()) {
            thresholds.wrong("\"automatic\" is less than \"clerical\"; what is linked by itself must be more certain"
                    + " than what clerks look at");
        }
        return new Thresholds(fixed, clerical, thresholds.at("match").probability(),
                precision.orElse(Thresholds.CHOSEN.precision()));
    }

    private List<Veto> vetoes() {
        List<Veto> vetoes = new ArrayList<>();
        for (Place veto : place.at("veto").items()) {
            if (veto.node().isTextual()) {
                draft.ask(veto, veto.node().textValue());
                vetoes.add(new Veto(veto.node().textValue(), List.of()));
            } else if (veto.isObjectOf(List.of("column", "clean"))) {
                Optional<String> column = veto.at("column").text();
                column.ifPresent(name -> draft.ask(veto.at("column"), name));
                List<String> clean = Draft.cleaners(veto.at("clean"), veto.at("clean").texts());
                vetoes.add(new Veto(column.orElse(""), clean));
            }
        }
        return vetoes;
    }

    private List<Review> reviews(List<Comparison> comparisons) {
        List<String> names = comparisons.stream().map(Comparison::name).toList();
        List<Review> reviews = new ArrayList<>();
        for (Place review : place.at("review").items()) {
            if (!review.isObjectOf(names)) {
                continue;
            }
            if (review.node().isEmpty()) {
                review.wrong("names no comparison; all pairs would be for people to look at");
            }
            reviews.add(new Review(comparisons.stream()
                    .map(comparison -> levels(comparison, review.at(comparison.name()))).toList()));
        }
        return reviews;
    }

    private static List<Integer> levels(Comparison comparison, Place at) {
        List<String> known = IntStream.rangeClosed(0, comparison.otherwise()).mapToObj(comparison::label).toList();
        List<String> wanted = at.texts();
        if (at.there() && at.node().isArray() && at.node().isEmpty()) {
            at.wrong("names no level");
        }
        wanted.stream().filter(label -> !known.contains(label)).forEach(label -> at.wrong("'" + label
                + "' is no level of '" + comparison.name() + "'" + Nearest.hint(label, known)));
        return wanted.stream().map(known::indexOf).filter(level -> level >= 0).distinct().sorted().toList();
    }

    private Optional<Household> household() {
        Place household = place.at("household");
        if (!household.there() || !household.isObjectOf(List.of("column", "comparisons", "again"))) {
            return Optional.empty();
        }
        Place column = household.at("column");
        if (!column.there()) {
            household.wrong("needs the \"column\" that names a record's household");
        }
        column.text().ifPresent(name -> draft.ask(column, name));
        Place comparisons = household.at("comparisons");
        return Optional.of(new Household(column.text().orElse(""),
                comparisons.there() ? new ComparisonReader(draft).comparisons(comparisons) : List.of(),
                household.at("again").yes(false)));
    }

    private int most() {
        Place cluster = place.at("cluster");
        return cluster.there() && cluster.isObjectOf(List.of("most"))
                ? cluster.at("most").whole(2, LARGEST_CLUSTER).map(Long::intValue).orElse(USUAL_CLUSTER)
                : USUAL_CLUSTER;
    }
}
