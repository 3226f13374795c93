package org.ruhu.tools.dedupe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.Settings.Thresholds;
import org.ruhu.tools.link.settings.ModelReader;
import org.ruhu.tools.link.settings.SettingsProblem;
import org.ruhu.tools.link.settings.SettingsReader;
import org.ruhu.tools.link.settings.SettingsWriter;
import org.ruhu.tools.link.splink.SplinkReader;
import org.ruhu.tools.link.splink.SplinkReader.Imported;

/**
 * The settings of a run, and the model if there is one already.
 *
 * @param settings those of the model, where there is one
 * @param imported what Splink saved, if the settings are its
 * @param guessed  settings that were made up, as somebody would write them
 */
record Chosen(Settings settings, Optional<Model> model, Optional<Imported> imported, Optional<Guess.Made> guessed) {

    /** @param inputs one or two */
    static Chosen of(Wish wish, Look reading, int inputs) throws IOException {
        Scope usual = inputs == 2 ? Scope.ACROSS : Scope.WITHIN;
        Optional<List<String>> columns = reading.columns();
        if (wish.model().isPresent()) {
            return ofModel(wish, columns, usual, inputs);
        }
        Optional<Guess.Made> guessed = wish.guess() && wish.settings().isEmpty() ? Optional.of(guess(wish, reading))
                : Optional.empty();
        JsonNode json = wish.settings().isPresent() ? json(wish.settings().get())
                : guessed.isPresent() ? guessed.get().settings() : unsaid(reading);
        String name = wish.settings().map(Path::toString).orElse("the settings");
        Optional<Imported> imported = SplinkReader.recognises(json) ? Optional.of(splink(name, json, columns, wish))
                : Optional.empty();
        Settings settings = imported.isPresent() ? imported.get().settings()
                : settings(name, named(json, wish), columns, usual);
        return new Chosen(cut(fit(settings, inputs), wish.cuts()), Optional.empty(), imported, guessed);
    }

    private static JsonNode named(JsonNode settings, Wish wish) {
        if (wish.named().isEmpty() || !settings.isObject()) {
            return settings;
        }
        ObjectNode other = settings.deepCopy();
        other.remove("id");
        wish.named().get().ifPresent(column -> other.put("id", column));
        return other;
    }

    private static Chosen ofModel(Wish wish, Optional<List<String>> columns, Scope usual, int inputs)
            throws IOException {
        String name = wish.model().get().toString();
        JsonNode json = json(wish.model().get());
        if (SplinkReader.recognises(json) && wish.settings().isEmpty()) {
            return learnedBySplink(name, splink(name, json, columns, wish), wish, inputs);
        }
        if (!ModelReader.isModel(json)) {
            throw new CannotRun(name + " is no model; settings are given with --settings");
        }
        try {
            Model model = ModelReader.read(json);
            if (wish.settings().isPresent() && !SettingsWriter.write(settings(wish.settings().get().toString(),
                    named(json(wish.settings().get()), wish), columns, usual)).equals(SettingsWriter.write(
                    wish.named().map(model.settings()::named).orElse(model.settings())))) {
                throw new CannotRun(name + " was made with other settings than " + wish.settings().get()
                        + ". Leave out --settings to use the model's, or --model to learn a new one");
            }
            Settings named = wish.named().map(model.settings()::named).orElse(model.settings());
            Model renamed = new Model(named, model.prior(), model.chances(), model.frequencies(),
                    model.ties(), model.cuts(), model.notes());
            return new Chosen(named, Optional.of(cut(renamed, wish.cuts())), Optional.empty(),
                    Optional.empty());
        } catch (SettingsProblem problem) {
            throw told(name, problem);
        }
    }

    private static Chosen learnedBySplink(String name, Imported imported, Wish wish, int inputs) {
        if (imported.chances().isEmpty()) {
            throw new CannotRun(name + " was saved before Splink had learned m and u of all levels; give it with --settings"
                    + " to learn them here");
        }
        return new Chosen(cut(fit(imported.settings(), inputs), wish.cuts()), Optional.empty(), Optional.of(imported),
                Optional.empty());
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return SettingsReader.json(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new CannotRun(file + " is not UTF-8");
        } catch (SettingsProblem problem) {
            throw told(file.toString(), problem);
        }
    }

    private static Settings settings(String name, JsonNode json, Optional<List<String>> columns, Scope usual) {
        if (ModelReader.isModel(json)) {
            throw new CannotRun(name + " is a model; models are given with --model");
        }
        try {
            if (columns.isPresent()) {
                refuseHeaderless(SettingsReader.read(json), columns.get());
                return SettingsReader.read(json, columns.get(), usual);
            }
            JsonNode copy = json.deepCopy();
            if (copy instanceof ObjectNode object && !object.has("link")) {
                object.put("link", usual.name().toLowerCase(Locale.ROOT));
            }
            return SettingsReader.read(copy);
        } catch (SettingsProblem problem) {
            throw told(name, problem);
        }
    }

    private static Imported splink(String name, JsonNode json, Optional<List<String>> columns, Wish wish) {
        try {
            return SplinkReader.read(json, columns, wish.named());
        } catch (SettingsProblem problem) {
            throw told(name, problem);
        }
    }

    /** Were the first line somebody's data, a list of what columns there are would read it out. */
    private static void refuseHeaderless(Settings settings, List<String> columns) {
        List<String> asked = settings.used().stream().flatMap(column -> settings.derived(column).from().stream())
                .distinct().toList();
        if (asked.stream().noneMatch(columns::contains)) {
            throw new CannotRun("the first line of the input has none of the columns the settings ask for ("
                    + String.join(", ", asked) + "). Does it lack a line of column names, or is the delimiter another"
                    + " one (--delimiter)?");
        }
    }

    private static CannotRun told(String name, SettingsProblem problem) {
        return new CannotRun(name + ":\n" + problem.getMessage().indent(2).stripTrailing());
    }

    private static Guess.Made guess(Wish wish, Look reading) throws IOException {
        List<String> columns = reading.columns().orElseThrow(() ->
                new CannotRun("--guess needs a CSV or Parquet file, whose columns are known beforehand"));
        return Guess.of(reading.sample(columns.stream().filter(column -> !column.isEmpty()).toList()),
                Set.copyOf(wish.more()));
    }

    private static JsonNode unsaid(Look reading) throws IOException {
        if (reading.interviews() || reading.persons()) {
            return CensusSettings.ofInterviews(reading.persons());
        }
        Optional<List<String>> columns = reading.columns().filter(CensusSettings::fit);
        if (columns.isPresent()) {
            return CensusSettings.ofPersons(columns.get());
        }
        throw new CannotRun("say with --settings S.json how these records are to be compared"
                + " (tools/docs/linkage.md shows how), or with --guess that what is in the columns is enough for a first try");
    }

    private static Settings fit(Settings settings, int inputs) {
        if (inputs == 1 && settings.scope() != Scope.WITHIN) {
            throw new CannotRun("the settings compare two inputs (\"link\": \"across\" or \"both\"); name the second"
                    + " one with --against");
        }
        if (inputs == 2 && settings.scope() == Scope.WITHIN) {
            throw new CannotRun("the settings compare records within one input (\"link\": \"within\"); leave out"
                    + " --against, or write \"across\" or \"both\"");
        }
        return settings;
    }

    private static Settings cut(Settings settings, Wish.Cuts cuts) {
        Thresholds old = settings.thresholds();
        Thresholds thresholds = new Thresholds(cuts.automatic().or(old::automatic), cuts.clerical().or(old::clerical),
                cuts.match().or(old::match), old.precision());
        if (thresholds.automatic().isPresent() && thresholds.clerical().isPresent()
                && thresholds.automatic().get() < thresholds.clerical().get()) {
            throw new CannotRun("what is linked by itself must be more certain than what clerks look at: --automatic "
                    + thresholds.automatic().get() + " is less than --clerical " + thresholds.clerical().get());
        }
        return settings.with(thresholds);
    }

    /** The model with the thresholds that somebody wants instead of its own. */
    static Model cut(Model model, Wish.Cuts cuts) {
        double automatic = cuts.automatic().map(Chosen::weight).orElse(model.cuts().automatic());
        double clerical = cuts.clerical().map(Chosen::weight).orElse(Math.min(automatic, model.cuts().clerical()));
        if (automatic < clerical) {
            throw new CannotRun("what is linked by itself must be more certain than what clerks look at;"
                    + " --automatic is below --clerical");
        }
        return new Model(model.settings(), model.prior(), model.chances(), model.frequencies(), model.ties(),
                new Model.Cuts(automatic, clerical,
                        cuts.match().map(Chosen::weight).orElse(model.cuts().match())), model.notes());
    }

    private static double weight(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }
}
