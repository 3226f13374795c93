package org.ruhu.server.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;

/** What has to be said with each step, read from a request. */
final class Ask {

    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_PROOFS = 20;
    private static final String SOMETHING = "(?s).*\\S.*";

    private final Body body;
    private final Problem problem;
    private final LocalDate today;
    private final Predicate<String> present;
    private final ObjectNode said = Json.object();

    /** @param present whether an attachment has arrived and may be shown as a proof */
    Ask(Body body, Problem problem, LocalDate today, Predicate<String> present) {
        this.body = body;
        this.problem = problem;
        this.today = today;
        this.present = present;
    }

    ObjectNode said(Step step) {
        switch (step) {
            case VERIFY -> only("how", "note").how().note();
            case DISMISS -> only("how", "reason").how().words("reason", LONGEST_NOTE, "say why it is no fact");
            case ASSIGN -> only("level", "department", "person", "measure", "due").assigned();
            case START, CANCEL -> only("note").note();
            case FIX -> only("done", "proofs", "note").done().proofs().note();
            case BOUNCE -> only("reason").words("reason", LONGEST_NOTE, "say what is not mended");
        }
        return said;
    }

    private Ask only(String... members) {
        List<String> names = new ArrayList<>(List.of("number", "step"));
        names.addAll(List.of(members));
        body.only(names.toArray(String[]::new));
        return this;
    }

    /** 1 papers, 2 asked the cadres, 3 visited again, 4 compared between departments. */
    private Ask how() {
        List<String> how = texts("how");
        if (how.isEmpty() || !how.stream().allMatch(code -> code.matches("[1-4]"))) {
            throw body.refusedAt("how", "send a list of the codes 1 to 4: how it was verified");
        }
        how.stream().distinct().sorted().forEach(said.putArray("how")::add);
        return this;
    }

    private void assigned() {
        said.put("level", body.text("level", 1, "[1-5]", "send 1 province to 5 village"));
        words("department", LONGEST_NAME, "name the department in at most 100 characters");
        words("person", LONGEST_NAME, "name the person responsible in at most 100 characters");
        words("measure", LONGEST_NOTE, "say what is to be done");
        LocalDate due = body.has("due") ? day("due") : problem.facts().deadline(today);
        if (due.isBefore(problem.foundOn())) {
            throw body.refusedAt("due", "it was found on " + problem.foundOn() + ", give no earlier day");
        }
        said.put("due", due.toString());
    }

    private Ask done() {
        LocalDate done = day("done");
        if (done.isAfter(today) || done.isBefore(problem.foundOn())) {
            throw body.refusedAt("done", "give a day from %s to %s".formatted(problem.foundOn(), today));
        }
        said.put("done", done.toString());
        return this;
    }

    private Ask proofs() {
        List<String> proofs = texts("proofs");
        boolean arrived = proofs.stream().allMatch(proof -> Attachments.names(proof) && present.test(proof));
        if (proofs.isEmpty() || proofs.size() > MOST_PROOFS || !arrived) {
            throw body.refusedAt("proofs", "send 1 to 20 attachments first, then name their SHA-256 here");
        }
        proofs.forEach(said.putArray("proofs")::add);
        return this;
    }

    private Ask note() {
        return body.has("note") ? words("note", LONGEST_NOTE, "at most 2000 characters") : this;
    }

    private Ask words(String member, int longest, String expected) {
        said.put(member, body.text(member, longest, SOMETHING, expected).strip());
        return this;
    }

    private LocalDate day(String member) {
        try {
            return LocalDate.parse(body.text(member, 10, "\\d{4}-\\d{2}-\\d{2}", "send a day as 2026-11-30"));
        } catch (DateTimeException noSuchDay) {
            throw body.refusedAt(member, "there is no such day");
        }
    }

    private List<String> texts(String member) {
        JsonNode list = body.any(member);
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.isTextual() ? text.textValue() : ""));
        return texts;
    }
}
