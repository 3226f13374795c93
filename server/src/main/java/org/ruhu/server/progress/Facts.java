package org.ruhu.server.progress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Question;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.door.Json;
import org.ruhu.server.review.Newest;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.store.Change;
import org.ruhu.server.store.Stored;
import org.ruhu.server.submission.Submissions;

/** Reads facts from documents: the one place where counting looks into them, and no further than it must. */
final class Facts {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String RESULTS = "CL_RESULT";
    private static final String NONE = "";
    /** How the key of an interview ends; those of its corrections do not. */
    private static final String FIRST = "/000001";

    /** Name of the question that tells how a visit ended, by form. */
    private final Map<FormId, String> resultQuestions = new HashMap<>();
    private final Predicate<String> present;
    private final Function<Place, Optional<Newest>> newest;

    /**
     * @param present whether an attachment is here
     * @param newest  by what a unit stands
     */
    Facts(Catalogue catalogue, Predicate<String> present, Function<Place, Optional<Newest>> newest) {
        this.present = present;
        this.newest = newest;
        for (FormVersion form : catalogue.forms()) {
            form.questions().stream().filter(question -> question.codelist().equals(Optional.of(RESULTS)))
                    .filter(question -> question.roster().isEmpty()).findFirst().map(Question::name)
                    .ifPresent(name -> resultQuestions.put(form.id(), name));
        }
    }

    /** Empty for documents that progress does not depend on. Nobody has decided yet about what has just come. */
    Stream<Fact> of(Change change) {
        String kind = change.kind();
        if (kind.equals(Submissions.KIND.name())) {
            Fact.Answered answered = answered(change.document());
            return change.document().key().endsWith(FIRST) ? Stream.of(answered)
                    : Stream.concat(Stream.of(answered), settled(answered.place()).stream());
        }
        if (kind.equals(Reviews.STEPS.name())) {
            JsonNode step = Json.own(change.document().body());
            return settled(Place.of(step.get("campaign").textValue(), step.get("unit").textValue())).stream();
        }
        if (kind.equals(Units.KIND.name())) {
            return Stream.of(listed(change.document()));
        }
        return kind.equals(Attachments.KIND.name()) ? Stream.of(new Fact.Arrived(change.document().key()))
                : Stream.empty();
    }

    /** Where a unit stands now; empty if nothing has come about it. */
    Optional<Fact> settled(Place place) {
        return newest.apply(place).map(found ->
                new Fact.Settled(answered(found.revision()), Standing.State.of(found.state())));
    }

    /** Everything there is to know stands in the key: {@code area/campaign/unit}. */
    static Fact.Listed listed(Stored unit) {
        String[] parts = unit.key().split("/");
        return new Fact.Listed(Place.of(parts[1], parts[2]));
    }

    Fact.Answered answered(Stored revision) {
        Map<String, String> texts = new HashMap<>();
        List<String> absent = new ArrayList<>();
        String resultQuestion = NONE;
        String result = NONE;
        try (JsonParser parser = JSON.createParser(revision.body())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "campaign", "unit", "receivedAt" -> texts.put(name, parser.getText());
                    case "form" -> resultQuestion = resultQuestions.getOrDefault(form(parser), NONE);
                    case "attachments" -> texts(parser).stream().filter(present.negate()).forEach(absent::add);
                    case "answers" -> result = member(parser, resultQuestion);
                    default -> parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a stored revision is not readable: " + e.getClass().getSimpleName(), e);
        }
        return new Fact.Answered(Place.of(texts.get("campaign"), texts.get("unit")), revision.sequence(),
                Instant.parse(texts.get("receivedAt")), result, absent);
    }

    private static FormId form(JsonParser parser) throws IOException {
        Map<String, String> members = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            members.put(parser.currentName(), parser.nextTextValue());
        }
        return new FormId(members.get("name"), members.get("version"));
    }

    private static List<String> texts(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(parser.getText());
        }
        return texts;
    }

    private static String member(JsonParser parser, String wanted) throws IOException {
        String found = NONE;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean hit = parser.currentName().equals(wanted);
            if (parser.nextToken() == JsonToken.VALUE_STRING && hit) {
                found = parser.getText();
            }
            parser.skipChildren();
        }
        return found;
    }
}
