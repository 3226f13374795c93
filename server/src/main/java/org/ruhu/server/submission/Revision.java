package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.forms.Finding;
import org.ruhu.forms.FormId;
import org.ruhu.forms.Severity;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;

/**
 * What someone answered at a moment, and what the checks said about it. Append-only.
 *
 * @param area       of the unit, 12 digits
 * @param team       whose unit it was when it arrived
 * @param author     account that sent it
 * @param answers    personal identifiers under {@link Seals seal}
 * @param missing    JSON pointer -> reason
 * @param attachments SHA-256 of what it names, sorted
 * @param paradata   how the interview went, sealed as a whole; empty if the device sent none
 * @param persons    fingerprints of the identifiers in the answers, by which the revision is found again
 * @param digest     keyed digest of what was sent: a plain one would let who holds the file try out id numbers
 * @param context    by name every value from outside it was judged with, and from where each came
 * @param withheld   codes of checks that compare with what the interviewer must not learn
 */
public record Revision(RevisionId id, FormId form, String campaign, String unit, String area, String team,
        String author, Instant receivedAt, ObjectNode answers, Map<String, String> missing,
        List<String> attachments, String paradata, List<String> persons, String digest, List<Finding> findings,
        ObjectNode context, List<String> withheld) {

    public Revision {
        withheld = List.copyOf(withheld);
        missing = Map.copyOf(missing);
        attachments = List.copyOf(attachments);
        persons = List.copyOf(persons);
        findings = List.copyOf(findings);
    }

    String key() {
        return id.key(area);
    }

    boolean sameUnit(Revision other) {
        return unit.equals(other.unit) && campaign.equals(other.campaign);
    }

    /** By its team, and by those who guide and supervise its area. */
    public boolean readableBy(Login login) {
        return login.reach(Role.INSTRUCTOR, Role.COUNTY).covers(campaign, area)
                || login.team().equals(Optional.of(team)) && login.reach(Role.ENUMERATOR).covers(campaign, area);
    }

    /** Without those that would tell the interviewer what the original interview said. */
    List<Finding> findingsForInterviewer() {
        return findings.stream().filter(finding -> !withheld.contains(finding.check())).toList();
    }

    long findings(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    byte[] body() {
        ObjectNode body = Json.object();
        body.put("submission", id.submission().toString()).put("number", id.number());
        body.putObject("form").put("name", form.name()).put("version", form.version());
        body.put("campaign", campaign).put("unit", unit).put("area", area).put("team", team).put("author", author)
                .put("receivedAt", receivedAt.toString()).put("digest", digest);
        attachments.forEach(body.putArray("attachments")::add);
        persons.forEach(body.putArray("persons")::add);
        body.set("findings", written(findings));
        body.set("answers", answers);
        missing.forEach(body.putObject("missing")::put);
        body.set("context", context);
        if (!withheld.isEmpty()) {
            withheld.forEach(body.putArray("withheld")::add);
        }
        return Json.bytes(paradata.isEmpty() ? body : body.put("paradata", paradata));
    }

    /** Reads what {@link #body} wrote. */
    public static Revision read(byte[] stored) {
        ObjectNode body = Json.own(stored);
        Map<String, String> missing = new LinkedHashMap<>();
        body.get("missing").properties().forEach(entry -> missing.put(entry.getKey(), entry.getValue().textValue()));
        return new Revision(new RevisionId(UUID.fromString(text(body, "submission")), body.get("number").intValue()),
                new FormId(text(body.get("form"), "name"), text(body.get("form"), "version")),
                text(body, "campaign"), text(body, "unit"), text(body, "area"), text(body, "team"),
                text(body, "author"), Instant.parse(text(body, "receivedAt")),
                (ObjectNode) body.get("answers"), missing, texts(body.get("attachments")),
                body.path("paradata").asText(), texts(body.get("persons")),
                text(body, "digest"), findings(body.get("findings")),
                body.has("context") ? (ObjectNode) body.get("context") : Json.object(),
                texts(body.path("withheld")));
    }

    static ArrayNode written(List<Finding> findings) {
        ArrayNode array = Json.object().arrayNode();
        for (Finding finding : findings) {
            ObjectNode written = array.addObject().put("check", finding.check())
                    .put("severity", finding.severity() == Severity.HARD ? "hard" : "soft")
                    .put("pointer", finding.pointer());
            finding.refers().forEach(written.putArray("refers")::add);
        }
        return array;
    }

    private static List<Finding> findings(JsonNode array) {
        List<Finding> findings = new ArrayList<>(array.size());
        array.forEach(finding -> findings.add(new Finding(text(finding, "check"),
                text(finding, "severity").equals("hard") ? Severity.HARD : Severity.SOFT,
                text(finding, "pointer"), texts(finding.get("refers")))));
        return findings;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>(array.size());
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static String text(JsonNode object, String name) {
        return object.get(name).textValue();
    }
}
