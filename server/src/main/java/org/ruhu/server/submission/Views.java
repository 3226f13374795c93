package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Identifier;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;
import org.ruhu.forms.Severity;
import org.ruhu.server.door.Json;
import org.ruhu.server.review.Review;

/** How submissions are told to people: a row on a list, or the whole with identifiers masked. */
public final class Views {

    private static final String RESULTS = "CL_RESULT";

    private final Catalogue catalogue;
    private final Submissions submissions;
    private final Seals seals;
    private final CrossChecks crossChecks;

    public Views(Catalogue catalogue, Submissions submissions, Seals seals, CrossChecks crossChecks) {
        this.crossChecks = crossChecks;
        this.catalogue = catalogue;
        this.submissions = submissions;
        this.seals = seals;
    }

    ObjectNode row(Listing.Row row) {
        Revision latest = row.latest();
        FormVersion form = form(latest);
        ObjectNode json = Json.object().put("submission", latest.id().submission().toString())
                .put("unit", latest.unit()).put("area", latest.area()).put("campaign", latest.campaign())
                .put("state", row.state().word()).put("number", latest.id().number())
                .put("taken", row.review().steps().size());
        row.review().accepted().ifPresent(taken -> json.put("accepted", taken.revision()));
        text(form, latest, question -> question.codelist().equals(Optional.of(RESULTS)))
                .ifPresent(result -> json.put("result", result));
        text(form, latest, question -> question.identifier().equals(Optional.of(Identifier.NAME)))
                .ifPresent(head -> json.put("head", head));
        form.questions().stream().filter(question -> question.kind() == Kind.ROSTER).findFirst()
                .ifPresent(roster -> json.put("members", latest.answers().path(roster.name()).size()));
        json.putObject("findings").put("hard", latest.findings(Severity.HARD))
                .put("soft", latest.findings(Severity.SOFT));
        return json.put("receivedAt", latest.receivedAt().toString()).put("team", latest.team());
    }

    /** By what a unit stands, as a row of a list; empty if nothing has come about it. */
    public Optional<ObjectNode> latest(String campaign, String unit) {
        return submissions.latest(campaign, unit)
                .map(latest -> row(Listing.Row.of(latest, submissions)));
    }

    /** The first question about the interview as a whole that is of a sort. */
    private static Optional<String> text(FormVersion form, Revision revision, Predicate<Question> sort) {
        return form.questions().stream().filter(question -> question.roster().isEmpty()).filter(sort).findFirst()
                .map(question -> revision.answers().path(question.name()).textValue());
    }

    /**
     * @param revisions      of one submission, the interview first
     * @param forInterviewer whether to leave out what who interviewed must not learn of an original interview
     */
    ObjectNode whole(List<Revision> revisions, boolean forInterviewer) {
        Revision latest = revisions.get(revisions.size() - 1);
        ObjectNode json = Json.object().put("submission", latest.id().submission().toString())
                .put("unit", latest.unit()).put("area", latest.area()).put("campaign", latest.campaign())
                .put("team", latest.team());
        json.putObject("form").put("name", latest.form().name()).put("version", latest.form().version());
        Review review = submissions.review(latest);
        var array = json.putArray("revisions");
        revisions.forEach(revision -> array.add(told(revision, review, forInterviewer)));
        crossChecks.now(latest).ifPresent(now -> json.set("crossChecks", now));
        json.set("answers", seals.masked(form(latest), latest.id().submission(), latest.answers()));
        latest.missing().forEach(json.putObject("missing")::put);
        return json;
    }

    /** A row of a roster in the latest revision, identifiers masked; empty if it is not there. */
    public Optional<JsonNode> row(UUID submission, String roster, int row) {
        return submissions.latest(submission).map(latest ->
                seals.masked(form(latest), submission, latest.answers()).path(roster).path(row))
                .filter(JsonNode::isObject);
    }

    /** The digest is computed anew from what is stored, so that it proves that this is what the device sent. */
    private ObjectNode told(Revision revision, Review review, boolean forInterviewer) {
        ObjectNode json = Json.object().put("number", revision.id().number())
                .put("receivedAt", revision.receivedAt().toString()).put("author", revision.author())
                .put("state", submissions.stateOf(revision, review).word())
                .put("digest", Sent.of(revision, opened(revision)).digest());
        json.set("findings", Revision.written(
                forInterviewer ? revision.findingsForInterviewer() : revision.findings()));
        json.set("context", context(revision, forInterviewer));
        Set<String> absent = new HashSet<>(submissions.absentAttachments(revision));
        var attachments = json.putArray("attachments");
        revision.attachments().forEach(sha256 ->
                attachments.addObject().put("sha256", sha256).put("present", !absent.contains(sha256)));
        return json;
    }

    /** Every value it was judged with; of one that may single out a person only that it was there. */
    private static ObjectNode context(Revision revision, boolean forInterviewer) {
        ObjectNode told = Json.object();
        revision.context().properties().forEach(entry -> {
            ObjectNode known = entry.getValue().deepCopy();
            if (known.remove("sealed") != null) {
                known.put("masked", true);
            }
            if (!forInterviewer || !known.path("blind").booleanValue()) {
                told.set(entry.getKey(), known);
            }
        });
        return told;
    }

    private ObjectNode opened(Revision revision) {
        return seals.opened(form(revision), revision.id().submission(), revision.answers());
    }

    /** The id number or telephone number at a pointer. */
    Optional<String> identifier(Revision revision, String pointer) {
        return seals.opened(form(revision), revision.id().submission(), revision.answers(), pointer);
    }

    private FormVersion form(Revision revision) {
        return catalogue.form(revision.form())
                .orElseThrow(() -> new IllegalStateException("form " + revision.form() + " is gone"));
    }
}
