package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Identifier;
import org.ruhu.forms.Question;
import org.ruhu.server.context.Surroundings;
import org.ruhu.server.door.Json;
import org.ruhu.server.vault.Identifiers;
import org.ruhu.server.vault.Mask;

/**
 * Puts the id numbers and telephone numbers in answers under seal, each by itself, and takes the seal off again. A
 * sealed answer opens only in the submission and at the place where it was given.
 */
public final class Seals {

    private final Identifiers identifiers;
    private final Map<FormId, Secrets> secrets = new ConcurrentHashMap<>();

    public Seals(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    ObjectNode sealed(FormVersion form, UUID submission, ObjectNode answers) {
        return changed(form, answers, (pointer, question, value) -> identifiers.seal(value, submission + pointer));
    }

    public ObjectNode opened(FormVersion form, UUID submission, ObjectNode answers) {
        return changed(form, answers, (pointer, question, value) -> identifiers.open(value, submission + pointer));
    }

    /** As those see them who may not see identifiers. */
    ObjectNode masked(FormVersion form, UUID submission, ObjectNode answers) {
        return changed(form, answers, (pointer, question, value) -> Mask.shown(question.identifier().orElseThrow(),
                identifiers.open(value, submission + pointer)));
    }

    /** One identifier; empty if there is none at the pointer. */
    Optional<String> opened(FormVersion form, UUID submission, ObjectNode answers, String wanted) {
        String[] found = new String[1];
        changed(form, answers, (pointer, question, value) -> {
            if (pointer.equals(wanted)) {
                found[0] = identifiers.open(value, submission + pointer);
            }
            return value;
        });
        return Optional.ofNullable(found[0]);
    }

    /** By which a person is found who gave this id number or telephone number. */
    String fingerprint(String identifier) {
        return identifiers.fingerprint(identifier);
    }

    /** By which the persons in unsealed answers are found again. */
    List<String> fingerprints(FormVersion form, ObjectNode answers) {
        TreeSet<String> fingerprints = new TreeSet<>();
        changed(form, answers, (pointer, question, value) -> {
            fingerprints.add(fingerprint(value));
            return value;
        });
        return List.copyOf(fingerprints);
    }

    /** Paradata may hold anything a person said, so all of it is one secret. */
    String sealed(RevisionId id, Optional<ObjectNode> paradata) {
        return paradata.map(told -> identifiers.seal(told.toString(), id + " paradata")).orElse("");
    }

    /** Values from outside as they are kept: those that may single out a person sealed. */
    ObjectNode kept(RevisionId id, Surroundings surroundings) {
        ObjectNode kept = Json.object();
        surroundings.values().forEach((name, known) -> {
            ObjectNode entry = kept.putObject(name);
            if (known.secret()) {
                entry.put("sealed", identifiers.seal(Json.object().set("value", known.value()).toString(), id + " " + name));
            } else {
                entry.set("value", known.value());
            }
            entry.put("from", known.from().word()).setAll(known.about());
        });
        return kept;
    }

    /** A value from outside that a revision was judged with. */
    JsonNode value(Revision revision, String name) {
        JsonNode entry = revision.context().get(name);
        return entry.has("sealed")
                ? Json.own(identifiers.open(entry.get("sealed").textValue(), revision.id() + " " + name)).get("value")
                : entry.get("value");
    }

    /** Without the key nobody can try out which id number makes a digest come true. */
    String digest(String digest) {
        return identifiers.fingerprint("digest " + digest);
    }

    private interface Change {
        String of(String pointer, Question question, String value);
    }

    /** A copy of the answers that shares everything but the identifiers and the rows around them. */
    private ObjectNode changed(FormVersion form, ObjectNode answers, Change change) {
        return changed(secrets(form), answers, "", change);
    }

    private static ObjectNode changed(Secrets secrets, ObjectNode answers, String place, Change change) {
        ObjectNode copy = copy(answers);
        for (Question question : secrets.questions()) {
            JsonNode value = answers.get(question.name());
            if (value != null && !value.isNull()) {
                String changed = change.of(place + "/" + question.name(), question, value.asText());
                copy.set(question.name(), TextNode.valueOf(changed));
            }
        }
        secrets.rosters().forEach((roster, inside) -> {
            if (answers.get(roster) instanceof ArrayNode rows) {
                ArrayNode changed = copy.putArray(roster);
                for (int i = 0; i < rows.size(); i++) {
                    changed.add(changed(inside, (ObjectNode) rows.get(i), place + "/" + roster + "/" + i, change));
                }
            }
        });
        return copy;
    }

    private static ObjectNode copy(ObjectNode answers) {
        ObjectNode copy = Json.object();
        answers.properties().forEach(answer -> copy.set(answer.getKey(), answer.getValue()));
        return copy;
    }

    private Secrets secrets(FormVersion form) {
        return secrets.computeIfAbsent(form.id(), id -> {
            Secrets all = new Secrets(new ArrayList<>(), new LinkedHashMap<>());
            form.questions().stream().filter(Seals::secret).forEach(all::add);
            return all;
        });
    }

    /** Which questions of a row hold identifiers, and of the rows of its rosters. */
    private record Secrets(List<Question> questions, Map<String, Secrets> rosters) {

        void add(Question question) {
            Secrets row = this;
            String[] rosters = question.roster().map(path -> path.substring(1).split("/\\*/")).orElse(new String[0]);
            for (String roster : rosters) {
                row = row.rosters.computeIfAbsent(roster, r -> new Secrets(new ArrayList<>(), new LinkedHashMap<>()));
            }
            row.questions.add(question);
        }
    }

    private static boolean secret(Question question) {
        return question.identifier().filter(identifier -> identifier != Identifier.NAME).isPresent();
    }
}
