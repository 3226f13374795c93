package org.ruhu.tools.indicator.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers by name. What has another kind than asked for counts as not answered: it is for checks to complain about. */
record Given(JsonNode json) {

    /** {@code NaN} when not answered. */
    double number(String name) {
        JsonNode value = json.path(name);
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    /** 0 when not answered or not above it. */
    int count(String name) {
        JsonNode value = json.path(name);
        return value.canConvertToInt() && value.isNumber() ? Math.max(0, value.intValue()) : 0;
    }

    /** Empty when not answered. */
    String code(String name) {
        return json.path(name).asText("");
    }

    Optional<Boolean> yes(String name) {
        JsonNode value = json.path(name);
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
        JsonNode values = json.path(name);
        if (!values.isArray()) {
            return Optional.empty();
        }
        List<String> codes = new ArrayList<>();
        values.forEach(value -> codes.add(value.asText()));
        return Optional.of(Set.copyOf(codes));
    }

    List<Given> rows(String name) {
        List<Given> rows = new ArrayList<>();
        json.path(name).forEach(row -> rows.add(new Given(row)));
        return rows;
    }
}
