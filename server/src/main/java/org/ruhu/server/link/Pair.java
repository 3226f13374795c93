package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;

/**
 * Two records that may be one person, or two households that may be one, and everything that was said about it.
 *
 * @param left    the smaller of the two in the order of their names
 * @param sampled whether clerks judge it although the model links it
 * @param alike   whether the look-up still finds them alike
 * @param there   whether both are still in their interviews
 * @param common  of two households; empty of two persons
 */
record Pair(String id, Domain domain, Side left, Side right, Score score, boolean sampled, boolean alike,
        boolean there, Instant foundAt, List<Judgement> judgements, Optional<Common> common) {

    Pair {
        judgements = List.copyOf(judgements);
        if (left.record().compareTo(right.record()) >= 0) {
            throw new IllegalArgumentException("a pair is two records, the smaller one left");
        }
    }

    /** Two persons. */
    Pair(String id, Domain domain, Side left, Side right, Score score, boolean sampled, boolean alike, boolean there,
            Instant foundAt, List<Judgement> judgements) {
        this(id, domain, left, right, score, sampled, alike, there, foundAt, judgements, Optional.empty());
    }

    /** Two households, found now. */
    static Pair ofHomes(String id, Domain domain, Side left, Side right, Score score, Instant now, Common common) {
        return new Pair(id, domain, left, right, score, false, true, true, now, List.of(), Optional.of(common));
    }

    static String key(RecordId one, RecordId two) {
        return one.compareTo(two) < 0 ? one + "|" + two : two + "|" + one;
    }

    /** What was said since somebody last undid a decision. */
    List<Judgement> round() {
        int begin = 0;
        for (int i = 0; i < judgements.size(); i++) {
            begin = judgements.get(i).judges() ? begin : i + 1;
        }
        return judgements.subList(begin, judgements.size());
    }

    boolean reopened() {
        return round().size() < judgements.size();
    }

    /** What two clerks, or the third, have decided. */
    Optional<Verdict> decision() {
        List<Verdict> said = round().stream().map(Judgement::verdict).toList();
        if (said.size() < 2) {
            return Optional.empty();
        }
        if (said.get(0) == said.get(1) && said.get(0) != Verdict.UNSURE) {
            return Optional.of(said.get(0));
        }
        return said.stream().skip(2).filter(verdict -> verdict != Verdict.UNSURE).findFirst();
    }

    State state() {
        Optional<Verdict> decision = decision();
        if (!there || !alike && decision.isEmpty()) {
            return State.GONE;
        }
        if (decision.isPresent()) {
            return decision.get() == Verdict.SAME ? State.SAME : State.DIFFERENT;
        }
        return switch (round().size()) {
            case 0 -> byModel() && !sampled ? State.LINKED : State.WAITING;
            case 1 -> State.JUDGED;
            default -> State.DISPUTED;
        };
    }

    /** Whether the model links it: nobody has undone that. */
    private boolean byModel() {
        return score.zone() == Zone.AUTOMATIC && !reopened();
    }

    /** Whether the two count as one person now. */
    boolean linked() {
        State state = state();
        return state == State.SAME || state == State.LINKED || state.open() && byModel();
    }

    /** Decided, and no longer alike since. */
    boolean changed() {
        return state().decided() && !alike;
    }

    /** Whether somebody made one of the two interviews. */
    boolean interviewedBy(String account) {
        return left.authors().contains(account) || right.authors().contains(account);
    }

    boolean judgedBy(String account) {
        return judgements.stream().anyMatch(said -> said.judges() && said.account().equals(account));
    }

    boolean undoneBy(String account) {
        return judgements.stream().anyMatch(said -> !said.judges() && said.account().equals(account));
    }

    Pair with(List<Judgement> changed) {
        return new Pair(id, domain, left, right, score, sampled, alike, there, foundAt, changed, common);
    }

    /** As the look-up finds it now. */
    Pair with(Pair found) {
        return new Pair(id, domain, found.left, found.right, found.score, found.sampled, true, true, foundAt,
                judgements, found.common);
    }

    /** When the look-up does not find it any more. */
    Pair without(boolean bothThere) {
        return new Pair(id, domain, left, right, score, sampled, false, bothThere, foundAt, judgements, common);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("domain", domain.name());
        json.set("left", left.json());
        json.set("right", right.json());
        json.set("score", score.json());
        json.put("sampled", sampled).put("alike", alike).put("there", there).put("foundAt", foundAt.toString());
        var said = json.putArray("judgements");
        judgements.forEach(judgement -> said.add(judgement.json()));
        common.ifPresent(of -> json.set("common", of.json()));
        return json;
    }

    static Pair read(JsonNode json) {
        List<Judgement> judgements = new ArrayList<>();
        json.get("judgements").forEach(said -> judgements.add(Judgement.read(said)));
        return new Pair(json.get("id").textValue(), Domain.valueOf(json.get("domain").textValue()),
                Side.read(json.get("left")), Side.read(json.get("right")), Score.read(json.get("score")),
                json.get("sampled").booleanValue(), json.get("alike").booleanValue(), json.get("there").booleanValue(),
                Instant.parse(json.get("foundAt").textValue()), judgements,
                Optional.ofNullable(json.get("common")).map(Common::read));
    }
}
