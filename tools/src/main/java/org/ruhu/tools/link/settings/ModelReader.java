package org.ruhu.tools.link.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.Model.Frequencies;
import org.ruhu.tools.link.Model.Tie;
import org.ruhu.tools.link.Note;
import org.ruhu.tools.link.Settings;

/** Reads what was learned. It tells every mistake, its settings' first: without them the rest cannot be judged. */
public final class ModelReader {

    public static final String VERSION = "ruhu-linkage/1";

    private static final List<String> MEMBERS =
            List.of("model", "settings", "prior", "comparisons", "frequencies", "ties", "cuts", "notes");
    private static final double SLACK = 0.01;

    private final Place place;
    private final Settings settings;

    private ModelReader(Place place, Settings settings) {
        this.place = place;
        this.settings = settings;
    }

    /** Whether a file is a model rather than settings. */
    public static boolean isModel(JsonNode node) {
        return node.has("model");
    }

    /** @throws SettingsProblem */
    public static Model read(JsonNode node) {
        Place place = new Place(node, "", new ArrayList<>());
        if (!place.isObjectOf(MEMBERS)) {
            throw new SettingsProblem(place.mistakes());
        }
        if (!node.path("model").asText().equals(VERSION)) {
            place.at("model").wrong("is not \"" + VERSION + "\", the one version this program knows");
        }
        if (!place.at("settings").there()) {
            place.wrong("needs \"settings\", those it was learned with");
            throw new SettingsProblem(place.mistakes());
        }
        return new ModelReader(place, settings(place)).whole();
    }

    private static Settings settings(Place place) {
        try {
            return SettingsReader.read(place.node().path("settings"));
        } catch (SettingsProblem problem) {
            problem.mistakes().forEach(mistake ->
                    place.mistakes().add(new Mistake("/settings" + mistake.pointer(), mistake.message())));
            throw new SettingsProblem(place.mistakes());
        }
    }

    /** A text, as models of before have it and people write it; or a message with its values. */
    private static Optional<Note> note(Place place) {
        if (!place.node().isObject()) {
            return place.text().map(Note::written);
        }
        if (!place.isObjectOf(List.of("note", "values", "text"))) {
            return Optional.empty();
        }
        Optional<String> message = place.at("note").text().filter(Note::known);
        return message.map(known -> new Note(known, place.at("values").texts()))
                .or(() -> place.at("text").text().map(Note::written));
    }

    private Model whole() {
        double prior = probability(place.at("prior"));
        List<List<Chance>> chances = comparisons(place.at("comparisons"));
        Map<String, Frequencies> frequencies = frequencies();
        List<Tie> ties = place.at("ties").items().stream().map(this::tie).flatMap(Optional::stream).toList();
        Place cuts = place.at("cuts");
        Cuts read = cuts.isObjectOf(List.of("automatic", "clerical", "match"))
                ? new Cuts(number(cuts.at("automatic")), number(cuts.at("clerical")), number(cuts.at("match")))
                : new Cuts(0, 0, 0);
        if (read.automatic() < read.clerical()) {
            cuts.wrong("\"automatic\" is less than \"clerical\"; what is linked by itself must be more certain than"
                    + " what clerks look at");
        }
        List<Note> notes = place.at("notes").items().stream().map(ModelReader::note).flatMap(Optional::stream).toList();
        if (!place.mistakes().isEmpty()) {
            throw new SettingsProblem(place.mistakes());
        }
        return new Model(settings, prior, chances, frequencies, ties, read, notes);
    }

    private List<List<Chance>> comparisons(Place at) {
        List<Place> items = at.items();
        List<Comparison> comparisons = settings.comparisons();
        if (items.size() != comparisons.size()) {
            at.wrong("needs what was learned of each of the " + comparisons.size()
                    + " comparisons of the settings, in their order; there are " + items.size());
            return List.of();
        }
        List<List<Chance>> chances = new ArrayList<>();
        for (int c = 0; c < items.size(); c++) {
            Place item = items.get(c);
            if (!item.isObjectOf(List.of("name", "levels"))) {
                continue;
            }
            if (!item.node().path("name").asText().equals(comparisons.get(c).name())) {
                item.at("name").wrong("is not '" + comparisons.get(c).name()
                        + "', as the settings have it in this place");
            }
            chances.add(levels(item.at("levels"), comparisons.get(c)));
        }
        return chances;
    }

    private List<Chance> levels(Place at, Comparison comparison) {
        List<Place> items = at.items();
        if (items.size() != comparison.otherwise()) {
            at.wrong("needs one item for each of the " + comparison.levels().size() + " levels and one for \""
                    + Comparison.OTHERWISE + "\"; there are " + items.size());
            return List.of();
        }
        List<Chance> chances = new ArrayList<>();
        double m = 0;
        double u = 0;
        for (Place item : items) {
            if (item.isObjectOf(List.of("label", "m", "u", "weight", "mFrom", "uFrom"))) {
                Chance chance = new Chance(probability(item.at("m")), probability(item.at("u")),
                        item.at("mFrom").node().asText(), item.at("uFrom").node().asText());
                m += chance.m();
                u += chance.u();
                chances.add(chance);
            }
        }
        if (place.mistakes().isEmpty() && (Math.abs(m - 1) > SLACK || Math.abs(u - 1) > SLACK)) {
            at.wrong("m, and u, must add up to 1 over the levels; they are " + m + " and " + u);
        }
        return chances;
    }

    private Map<String, Frequencies> frequencies() {
        Map<String, Frequencies> frequencies = new HashMap<>();
        place.at("frequencies").members().forEach((column, at) -> {
            if (at.isObjectOf(List.of("rest", "agree", "shares"))) {
                Map<String, Double> shares = new HashMap<>();
                at.at("shares").members().forEach((value, share) -> shares.put(value, share(share)));
                frequencies.put(column, new Frequencies(shares, share(at.at("rest")), share(at.at("agree"))));
            }
        });
        for (Comparison comparison : settings.comparisons()) {
            comparison.levels().forEach(level -> level.frequency().filter(column -> !frequencies.containsKey(column))
                    .ifPresent(column -> place.at("frequencies")
                            .wrong("has nothing of the column '" + column + "', whose values' frequency counts in '"
                            + comparison.name() + "'")));
        }
        return frequencies;
    }

    private Optional<Tie> tie(Place at) {
        if (!at.isObjectOf(List.of("when", "comparison", "bits"))) {
            return Optional.empty();
        }
        List<String> names = settings.comparisons().stream().map(Comparison::name).toList();
        List<Integer> when = at.at("when").texts().stream().map(names::indexOf).toList();
        int comparison = names.indexOf(at.at("comparison").node().asText());
        List<Double> bits = at.at("bits").items().stream().map(ModelReader::number).toList();
        if (when.isEmpty() || when.contains(-1) || comparison < 0) {
            at.wrong("names a comparison that the settings do not have; they have " + String.join(", ", names));
        } else if (bits.size() != settings.comparisons().get(comparison).otherwise()
                || bits.stream().anyMatch(b -> b > 0)) {
            at.at("bits").wrong("needs a number of bits, 0 or less, for each level of '" + names.get(comparison) + "'");
        }
        return Optional.of(new Tie(when, comparison, bits));
    }

    private static double probability(Place at) {
        Optional<Double> probability = at.probability();
        if (!at.there()) {
            at.wrong("is missing; it must be a probability, more than 0 and less than 1");
        }
        return probability.orElse(0.5);
    }

    private static double share(Place at) {
        double share = at.node().asDouble(-1);
        if (!at.node().isNumber() || !(share > 0 && share <= 1)) {
            at.wrong("must be a share, more than 0 and at most 1");
        }
        return share;
    }

    private static double number(Place at) {
        if (!at.node().isNumber()) {
            at.wrong("must be a number of bits");
        }
        return at.node().asDouble();
    }
}
