package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.State;
import org.ruhu.tools.dataset.Format;
import org.ruhu.tools.dataset.Formats;
import org.ruhu.tools.dataset.Scratch;
import org.ruhu.tools.dataset.companion.Accompanied;
import org.ruhu.tools.imputation.PlanProblem;
import org.ruhu.tools.imputation.PlanReader;

/**
 * What somebody wants in a file.
 *
 * @param version  of the form; empty for all of them in one dataset
 * @param campaign empty for every campaign in reach
 * @param area     first digits of a code; empty for everything in reach
 * @param states   where a submission must stand
 * @param duplicates what becomes of whom clerks decided to be there twice
 * @param impute   the plan by which answers nobody gave are filled in
 * @param columns  SHA-256 of a file of columns that was sent before
 * @param figuring how figures are worked out, where figures are wanted
 */
record Asked(String form, Optional<String> version, String campaign, String area, String format,
             Formats.Wish wish, Set<State> states, Which which, Duplicates duplicates, Optional<JsonNode> impute,
             Optional<String> columns, Figuring figuring) {

    /** Which revision of a submission is taken. */
    enum Which {
        /** The latest of those that stand in a state that was asked for. */
        LATEST_IN_STATE("latest-in-state"),
        /** The latest; none if it stands in another state. */
        LATEST("latest");

        private final String word;

        Which(String word) {
            this.word = word;
        }

        static Optional<Which> of(String word) {
            return Stream.of(values()).filter(which -> which.word.equals(word)).findFirst();
        }
    }

    private static final int LONGEST_PLAN = 20_000;
    private static final String FORM = "[a-z][a-z0-9-]{0,63}";
    private static final Set<State> USUAL = EnumSet.of(State.ACCEPTED);
    private static final String VERSION = "[0-9]+(\\.[0-9]+)*";

    Asked {
        states = states.isEmpty() ? EnumSet.noneOf(State.class) : EnumSet.copyOf(states);
    }

    /** Everything of a campaign as it is taken where nothing else is asked for, decided doubles counted once. */
    static Asked usual(String form, String campaign) {
        return new Asked(form, Optional.empty(), campaign, "", FigureZip.FORMAT, new Formats.Wish("zh", false), USUAL,
                Which.LATEST_IN_STATE, Duplicates.RESOLVE, Optional.empty(), Optional.empty(), Figuring.USUAL);
    }

    /** Reads a request; what was not said is as usual. */
    static Asked read(Body body) {
        body.only("form", "version", "campaign", "area", "format", "language", "byteOrderMark", "states", "revision",
                "duplicates", "impute", "columns", "figures");
        Formats.Wish wish = new Formats.Wish(language(body), body.has("byteOrderMark") && body.bool("byteOrderMark"));
        String format = body.maybeText("format").orElse(Formats.words().get(0));
        if (!formats(body.maybeText("form").orElse("")).contains(format)) {
            throw body.refusedAt("format", "send one of " + String.join(", ",
                    formats(body.maybeText("form").orElse(""))));
        }
        return new Asked(body.text("form", 64, FORM, "name a form"),
                body.has("version") ? Optional.of(body.text("version", 32, VERSION, "name a version, or none for all"))
                        : Optional.empty(),
                body.has("campaign") ? body.text("campaign", 100, ".*", "name a campaign, or none for all") : "",
                body.has("area") ? body.text("area", 12, "([1-9][0-9]{1,11})?",
                        "send the first 2 to 12 digits of an area code") : "",
                format, wish, states(body), which(body), Duplicates.of(body.maybeText("duplicates").orElse("keep"))
                        .orElseThrow(() -> body.refusedAt("duplicates", "send keep, flag or resolve")),
                impute(body), body.has("columns") ? Optional.of(body.text("columns", 64, "[0-9a-f]{64}",
                        "name the columns by the SHA-256 that POST /api/exports/columns answered with"))
                        : Optional.empty(), figuring(body, format));
    }

    private static Optional<JsonNode> impute(Body body) {
        if (!body.has("impute")) {
            return Optional.empty();
        }
        JsonNode plan = body.object("impute").object();
        if (plan.toString().length() > LONGEST_PLAN) {
            throw body.refusedAt("impute", "send at most %,d characters".formatted(LONGEST_PLAN));
        }
        try {
            PlanReader.read(plan.toString());
        } catch (PlanProblem e) {
            throw body.refusedAt("impute", e.getMessage());
        }
        return Optional.of(plan);
    }

    private static Figuring figuring(Body body, String format) {
        if (!body.has("figures")) {
            return Figuring.USUAL;
        }
        if (!format.equals(FigureZip.FORMAT)) {
            throw body.refusedAt("figures", "goes with the format " + FigureZip.FORMAT);
        }
        return Figuring.read(body.object("figures"));
    }

    /** What can be had of a form: files of the dataset, and of households what is published of them. */
    private static List<String> formats(String form) {
        return form.equals(FigureZip.FORM) ? known() : Formats.words();
    }

    /** All there is to choose from. */
    static List<String> known() {
        return Stream.concat(Formats.words().stream(), Stream.of(FigureZip.FORMAT)).toList();
    }

    /** Whether interviews are written as they are, each with no more than was said. */
    boolean plain() {
        return duplicates == Duplicates.KEEP && impute.isEmpty() && columns.isEmpty();
    }

    /** Whether figures are wanted and not the interviews themselves. */
    boolean figures() {
        return format.equals(FigureZip.FORMAT);
    }

    private static String language(Body body) {
        String language = body.maybeText("language").orElse("zh");
        if (!Formats.LANGUAGES.contains(language)) {
            throw body.refusedAt("language", "send one of " + String.join(", ", Formats.LANGUAGES));
        }
        return language;
    }

    /** Any of these may become another when an attachment arrives. */
    private static final Set<State> UNDECIDED = EnumSet.of(State.RECEIVED, State.CORRECTION, State.WAITING);

    private static Set<State> states(Body body) {
        if (!body.has("states")) {
            return USUAL;
        }
        Set<State> states = EnumSet.noneOf(State.class);
        for (JsonNode word : body.any("states")) {
            states.add(State.of(word.asText()).orElseThrow(() -> body.refusedAt("states", knownStates())));
        }
        if (states.isEmpty()) {
            throw body.refusedAt("states", knownStates());
        }
        return states;
    }

    private static String knownStates() {
        return "send a list of some of " + String.join(", ", Stream.of(State.values()).map(State::word).toList());
    }

    private static Which which(Body body) {
        return Which.of(body.maybeText("revision").orElse(Which.LATEST_IN_STATE.word))
                .orElseThrow(() -> body.refusedAt("revision", "send latest-in-state or latest"));
    }

    /** As the audit log has it. */
    Event told(Event event) {
        return event.with("form", form).with("version", version.orElse("")).with("format", format)
                .with("campaign", campaign).with("area", area);
    }

    /** The format, with all that says what is in it. */
    Format written(Scratch scratch) {
        return new Accompanied(Formats.of(format, wish, scratch).orElseThrow(), wish.language());
    }

    /** Whether an attachment that arrives may change which revision is taken. */
    boolean looksAtAttachments() {
        return UNDECIDED.stream().anyMatch(states::contains) && !states.containsAll(UNDECIDED);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("form", form);
        version.ifPresent(one -> json.put("version", one));
        json.put("campaign", campaign).put("area", area).put("format", format).put("language", wish.language())
                .put("byteOrderMark", wish.byteOrderMark());
        states.forEach(state -> json.withArray("states").add(state.word()));
        json.put("revision", which.word).put("duplicates", duplicates.word());
        impute.ifPresent(plan -> json.set("impute", plan));
        columns.ifPresent(sha256 -> json.put("columns", sha256));
        return figures() ? json.set("figures", figuring.json()) : json;
    }

    /** As its owner is told, without tables that were sent along. */
    ObjectNode shown() {
        ObjectNode json = json();
        return figures() ? json.set("figures", figuring.shown()) : json;
    }

    static Asked of(JsonNode json) {
        List<State> states = new ArrayList<>();
        json.get("states").forEach(word -> states.add(State.valueOf(word.textValue().toUpperCase(Locale.ROOT))));
        return new Asked(json.get("form").textValue(), Optional.ofNullable(json.path("version").textValue()),
                json.get("campaign").textValue(), json.get("area").textValue(), json.get("format").textValue(),
                new Formats.Wish(json.get("language").textValue(), json.get("byteOrderMark").booleanValue()),
                EnumSet.copyOf(states), Which.of(json.get("revision").textValue()).orElseThrow(),
                Duplicates.of(json.path("duplicates").asText("keep")).orElseThrow(),
                Optional.ofNullable(json.get("impute")), Optional.ofNullable(json.path("columns").textValue()),
                json.has("figures") ? Figuring.of(json.get("figures")) : Figuring.USUAL);
    }
}
