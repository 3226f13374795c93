package org.ruhu.tools.indicator.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers by name. What has another kind than asked for counts as not answered: it is for checks to complain about.
 *
 * @param place   pointer of the row; empty for the interview itself
 * @param imputed pointers of all answers of the interview that nobody gave
 * @param watch   is told when one of those is looked at
 */
record Given(JsonNode json, String place, Set<String> imputed, Watch watch) {

    /** Whether an imputed answer was looked at since this was asked last. */
    static final class Watch {

        private boolean seen;

        boolean seen() {
            boolean was = seen;
            seen = false;
            return was;
        }
    }

    Given(JsonNode json) {
        this(json, Set.of());
    }

    Given(JsonNode json, Set<String> imputed) {
        this(json, "", imputed, new Watch());
    }

    private JsonNode at(String name) {
        watch.seen |= isImputed(name);
        return json.path(name);
    }

    private boolean isImputed(String name) {
        return !imputed.isEmpty() && imputed.contains(place + "/" + name);
    }

    /** Whether one of these is imputed. */
    boolean anyImputed(Stream<String> names) {
        return names.anyMatch(this::isImputed);
    }

    /** The same without some answers. */
    Given without(Set<String> pointers) {
        if (pointers.isEmpty()) {
            return this;
        }
        JsonNode answered = json.deepCopy();
        pointers.forEach(pointer -> {
            int name = pointer.lastIndexOf('/');
            if (answered.at(pointer.substring(0, name)) instanceof ObjectNode row) {
                row.remove(pointer.substring(name + 1));
            }
        });
        return new Given(answered);
    }

    /** {@code NaN} when not answered. */
    double number(String name) {
        JsonNode value = at(name);
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    /** 0 when not answered or not above it. */
    int count(String name) {
        JsonNode value = at(name);
        return value.canConvertToInt() && value.isNumber() ? Math.max(0, value.intValue()) : 0;
    }

    /** Empty when not answered. */
    String code(String name) {
        return at(name).asText("");
    }

    Optional<Boolean> yes(String name) {
        JsonNode value = at(name);
        return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    /** Whether the code is one of these; unknown when not answered. */
    Mark oneOf(String name, Set<String> codes) {
        String code = code(name);
        return code.isEmpty() ? Mark.UNKNOWN : Mark.of(codes.contains(code));
    }

    Mark isYes(String name) {
        return Mark.of(yes(name));
    }

    /** Whether the number is at most this; unknown when either is not known. */
    Mark atMost(String name, double limit) {
        double value = number(name);
        return Double.isNaN(value) || Double.isNaN(limit) ? Mark.UNKNOWN : Mark.of(value <= limit);
    }

    /** The codes of a question with several; empty when it was not answered. */
    Optional<Set<String>> codes(String name) {
        JsonNode values = at(name);
        if (!values.isArray()) {
            return Optional.empty();
        }
        List<String> codes = new ArrayList<>();
        values.forEach(value -> codes.add(value.asText()));
        return Optional.of(Set.copyOf(codes));
    }

    List<Given> rows(String name) {
        List<Given> rows = new ArrayList<>();
        json.path(name).forEach(row ->
                rows.add(new Given(row, place + "/" + name + "/" + rows.size(), imputed, watch)));
        return rows;
    }
}
