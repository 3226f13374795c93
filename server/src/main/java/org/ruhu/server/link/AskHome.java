package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ruhu.server.door.Json;

/** What a clerk ought to look at before saying that two households are one: what a move or a split would explain. */
final class AskHome {

    private static final Set<String> NOT_MOVED = Set.of("", "0");
    /** Codes of what happened to the household in the last three years. */
    private static final Set<String> SPLIT_OR_MERGED = Set.of("1", "2");

    private final ArrayNode asked = Json.object().arrayNode();

    private AskHome() {}

    static ArrayNode about(Pair pair, List<Person> left, List<Person> right) {
        AskHome ask = new AskHome();
        if (!left.isEmpty() && !right.isEmpty()) {
            ask.split(pair, changes(left).anyMatch(SPLIT_OR_MERGED::contains)
                    || changes(right).anyMatch(SPLIT_OR_MERGED::contains));
            ask.registers(text(left, "register_no"), text(right, "register_no"));
            ask.places(pair, left, right);
            ask.members(pair);
        }
        return ask.asked;
    }

    /** To be put before the village, and never settled by itself. */
    private void split(Pair pair, boolean said) {
        Common common = pair.common().orElseThrow();
        if (said) {
            ask(Evidence.VILLAGE_REVIEW, "split-or-merged");
        } else if (common.kind() == Common.Kind.SPLIT || common.linked() == Math.min(common.left(), common.right())
                && Math.abs(common.left() - common.right()) > 1) {
            ask(Evidence.VILLAGE_REVIEW, "part-of-other");
        }
    }

    private void registers(String one, String two) {
        if (one.isEmpty() || two.isEmpty()) {
            ask(Evidence.HUKOU_PAGE, "register-missing");
        } else {
            ask(Evidence.HUKOU_PAGE, one.equals(two) ? "one-register" : "two-registers");
        }
    }

    private void places(Pair pair, List<Person> left, List<Person> right) {
        boolean moved = !NOT_MOVED.contains(text(left, "reloc_type")) || !NOT_MOVED.contains(text(right, "reloc_type"));
        if (!pair.left().area().equals(pair.right().area())) {
            ask(Evidence.PLACE_HISTORY, moved ? "relocated" : "other-village");
        }
    }

    private void members(Pair pair) {
        Common common = pair.common().orElseThrow();
        if (!common.heads()) {
            ask(Evidence.HUKOU_PAGE, "heads-differ");
        }
        if (common.linked() < Math.min(common.left(), common.right())) {
            ask(Evidence.KIN, "members-differ");
        }
    }

    private static Stream<String> changes(List<Person> members) {
        return StreamSupport.stream(members.get(0).about().path("hh_change").spliterator(), false)
                .map(JsonNode::asText);
    }

    private static String text(List<Person> members, String question) {
        return members.get(0).about().path(question).asText("").strip();
    }

    private void ask(Evidence evidence, String why) {
        asked.addObject().put("evidence", evidence.word()).put("why", why);
    }
}
