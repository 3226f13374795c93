package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.vault.Mask;

/** What somebody says about a pair, read from a request. Rows of digits in what is written freely are hidden. */
record Saying(Judgement.Kind kind, ObjectNode said) {

    private static final int LONGEST_NOTE = 2_000;
    private static final String SOMETHING = "(?s).*\\S.*";

    static Saying read(Body body) {
        String kind = body.maybeText("kind").orElse("judge");
        return switch (kind) {
            case "judge" -> new Saying(Judgement.Kind.JUDGE, judged(body.only("kind", "verdict", "evidence", "note")));
            case "undo" -> new Saying(Judgement.Kind.UNDO, undone(body.only("kind", "reason")));
            default -> throw body.refusedAt("kind", "send judge or undo");
        };
    }

    private static ObjectNode judged(Body body) {
        Verdict verdict = Verdict.of(body.text("verdict"))
                .orElseThrow(() -> body.refusedAt("verdict", "send same, different or unsure"));
        Set<Evidence> evidence = evidence(body, verdict);
        ObjectNode said = Json.object().put("verdict", verdict.word());
        evidence.forEach(seen -> said.withArray("evidence").add(seen.word()));
        if (evidence.isEmpty()) {
            said.putArray("evidence");
        }
        if (body.has("note")) {
            said.put("note", Mask.digits(body.text("note", LONGEST_NOTE, "(?s).*", "at most 2000 characters").strip()));
        }
        return said;
    }

    /** Nobody decides without having looked at something. */
    private static Set<Evidence> evidence(Body body, Verdict verdict) {
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        if (verdict == Verdict.UNSURE && !body.has("evidence")) {
            return evidence;
        }
        JsonNode list = body.any("evidence");
        for (JsonNode word : list) {
            evidence.add(Evidence.of(word.asText()).orElseThrow(() -> body.refusedAt("evidence", known())));
        }
        if (!list.isArray() || evidence.isEmpty() && verdict != Verdict.UNSURE) {
            throw body.refusedAt("evidence", known());
        }
        return evidence;
    }

    private static String known() {
        return "send a list of what was looked at: "
                + Arrays.stream(Evidence.values()).map(Evidence::word).collect(Collectors.joining(", "));
    }

    private static ObjectNode undone(Body body) {
        return Json.object().put("reason",
                Mask.digits(body.text("reason", LONGEST_NOTE, SOMETHING, "say in at most 2000 characters why")
                        .strip()));
    }
}
