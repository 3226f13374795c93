package org.ruhu.server.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ruhu.forms.Answers;
import org.ruhu.forms.FormId;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.server.vault.Identifiers;

/**
 * Answers that belong to no unit and to nobody: of each is kept what was said, and the county its ballot was given out
 * in. Neither author nor moment nor order is stored, and its key follows from the ballot by a keyed hash only.
 */
public final class Surveys {

    public static final Kind BALLOTS = new Kind("ballots", false, List.of(Index.on("issued", "campaign")));
    public static final Kind ANSWERS = new Kind("survey_answers", false, true, List.of(Index.on("given", "campaign", "area")));

    /** Of fewer people than these nothing is handed out, nor where they are. */
    static final int FEWEST = 10;

    private final Store store;
    private final Identifiers identifiers;
    private final SecureRandom random;

    public Surveys(Store store, Identifiers identifiers, SecureRandom random) {
        this.store = store;
        this.identifiers = identifiers;
        this.random = random;
    }

    /** New ballots, to be printed and given out. They are told this once and cannot be told again. */
    List<Ballot> issue(String campaign, String area, int number) {
        List<Ballot> ballots = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Ballot ballot = Ballot.draw(random);
            ballots.add(ballot);
            byte[] body = Json.bytes(Json.object().put("campaign", campaign).put("area", area));
            documents.add(new Document(key("ballot", campaign, ballot), body, Map.of("campaign", campaign)));
        }
        store.insertAll(BALLOTS, documents);
        return ballots;
    }

    /** Where a ballot was given out; empty if it is none of this campaign. */
    Optional<String> area(String campaign, Ballot ballot) {
        return store.find(BALLOTS, key("ballot", campaign, ballot))
                .map(stored -> Json.own(stored.body()).get("area").textValue());
    }

    /** What became of answers. */
    enum Outcome { STORED, REPEATED, TAKEN }

    Outcome give(String campaign, String area, Ballot ballot, FormId form, Answers answers) {
        ObjectNode body = Json.object();
        body.putObject("form").put("name", form.name()).put("version", form.version());
        body.put("campaign", campaign).put("area", area).set("answers", answers.values());
        ObjectNode missing = body.putObject("missing");
        answers.missing().forEach(missing::put);
        String key = key("answers", campaign, ballot);
        byte[] bytes = Json.bytes(body);
        if (store.insert(ANSWERS, new Document(key, bytes, Map.of("campaign", campaign, "area", area)))) {
            return Outcome.STORED;
        }
        Stored before = store.find(ANSWERS, key).orElseThrow();
        return Json.own(before.body()).equals(Json.own(bytes)) ? Outcome.REPEATED : Outcome.TAKEN;
    }

    private String key(String what, String campaign, Ballot ballot) {
        return identifiers.fingerprint(what + " " + campaign + " " + ballot.code());
    }

    long issued(String campaign) {
        return store.count(BALLOTS, Range.of("issued", campaign), 1).getOrDefault(List.<Object>of(campaign), 0L);
    }

    long given(String campaign) {
        return byArea(campaign).values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> byArea(String campaign) {
        Map<String, Long> counts = new HashMap<>();
        store.count(ANSWERS, Range.of("given", campaign), 2)
                .forEach((group, number) -> counts.merge((String) group.get(1), number, Long::sum));
        return counts;
    }

    /** Everything said, in no order that means anything; where it was said only if enough people said something there. */
    void each(String campaign, Consumer<ObjectNode> told) {
        Map<String, Long> counts = byArea(campaign);
        Map<String, Long> named = new HashMap<>();
        read(campaign, answers -> answers.get("answers").properties().stream().filter(Surveys::namesPlace)
                .forEach(answer -> named.merge(answer.toString(), 1L, Long::sum)));
        read(campaign, answers -> {
            if (counts.getOrDefault(answers.get("area").textValue(), 0L) < FEWEST) {
                answers.put("area", "");
            }
            answers.get("answers").properties().removeIf(answer ->
                    namesPlace(answer) && named.getOrDefault(answer.toString(), 0L) < FEWEST);
            told.accept(answers);
        });
    }

    /** Whether somebody answers with the code of a county, which tells as much as where the ballot came from. */
    private static boolean namesPlace(Map.Entry<String, JsonNode> answer) {
        return answer.getValue().isTextual() && answer.getValue().textValue().matches("[1-9][0-9]{5}");
    }

    private void read(String campaign, Consumer<ObjectNode> reader) {
        try (Cursor cursor = store.range(ANSWERS, Range.of("given", campaign))) {
            cursor.forEachRemaining(stored -> reader.accept(Json.own(stored.body())));
        }
    }
}
