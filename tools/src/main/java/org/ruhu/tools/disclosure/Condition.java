package org.ruhu.tools.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ruhu.tools.page.Words;

/** Which values of one column a published figure is about. What does not fit the others is on its own. */
sealed interface Condition {

    /** Whether whoever is in this is in the other. */
    boolean within(Condition other);

    ObjectNode json();

    /** For people. */
    Words words();

    /** From a number to under another. */
    record Between(double from, double to) implements Condition {

        @Override
        public boolean within(Condition other) {
            return other instanceof Between between && between.from <= from && to <= between.to;
        }

        @Override
        public Words words() {
            String both = (from == Double.NEGATIVE_INFINITY ? "(" : "[" + Recoding.plain(from)) + ","
                    + (to == Double.POSITIVE_INFINITY ? "" : Recoding.plain(to)) + ")";
            return new Words(both, both);
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = new ObjectMapper().createObjectNode();
            if (from != Double.NEGATIVE_INFINITY) {
                json.put("from", from);
            }
            if (to != Double.POSITIVE_INFINITY) {
                json.put("to", to);
            }
            return json;
        }
    }

    /** An area and all in it. */
    record In(String area) implements Condition {

        @Override
        public boolean within(Condition other) {
            return other instanceof In in && area.startsWith(in.area);
        }

        @Override
        public Words words() {
            return new Words(area, area);
        }

        @Override
        public ObjectNode json() {
            return new ObjectMapper().createObjectNode().put("area", area);
        }
    }

    /** Some codes, or all but some. */
    record OneOf(Set<String> codes, boolean but) implements Condition {

        public OneOf {
            codes = Set.copyOf(codes);
        }

        @Override
        public boolean within(Condition other) {
            if (!(other instanceof OneOf set)) {
                return false;
            }
            if (but) {
                return set.but && codes.containsAll(set.codes);
            }
            return set.but ? codes.stream().noneMatch(set.codes::contains) : set.codes.containsAll(codes);
        }

        @Override
        public Words words() {
            List<String> named = codes.stream().sorted().map(code -> code.isEmpty() ? "-" : code).toList();
            return new Words((but ? "除外：" : "") + String.join("、", named),
                    (but ? "all but " : "") + String.join(" ", named));
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = new ObjectMapper().createObjectNode();
            new TreeSet<>(codes).forEach(json.putArray(but ? "allBut" : "codes")::add);
            return json;
        }
    }

    static Condition of(JsonNode json) {
        if (json.has("area")) {
            return new In(json.path("area").asText());
        }
        if (json.has("codes") || json.has("allBut")) {
            Set<String> codes = new TreeSet<>();
            json.path(json.has("codes") ? "codes" : "allBut").forEach(code -> codes.add(code.asText()));
            return new OneOf(codes, json.has("allBut"));
        }
        return new Between(json.path("from").asDouble(Double.NEGATIVE_INFINITY),
                json.path("to").asDouble(Double.POSITIVE_INFINITY));
    }

    /** What a word of a breakdown stands for. */
    static Condition of(Recoding recoding, String word) {
        if (recoding instanceof Recoding.Place) {
            return new In(word);
        }
        if (recoding instanceof Recoding.Bands bands && bands.words().contains(word)) {
            int band = bands.words().indexOf(word);
            return new Between(band == 0 ? Double.NEGATIVE_INFINITY : bands.from().get(band - 1),
                    band == bands.from().size() ? Double.POSITIVE_INFINITY : bands.from().get(band));
        }
        if (recoding instanceof Recoding.Groups groups && !word.isEmpty()) {
            Set<String> codes = new TreeSet<>();
            groups.groups().forEach((code, group) -> {
                if (group.equals(word)) {
                    codes.add(code);
                }
            });
            if (groups.others().filter(word::equals).isPresent()) {
                Set<String> all = new TreeSet<>(groups.groups().keySet());
                all.removeAll(codes);
                all.add("");
                return new OneOf(all, true);
            }
            return new OneOf(codes.isEmpty() ? Set.of(word) : codes, false);
        }
        return new OneOf(Set.of(word), false);
    }

    /** Whether whoever meets all of these meets all of the others; a column that is not named may be anything. */
    static boolean within(Map<String, Condition> these, Map<String, Condition> others) {
        return others.entrySet().stream().allMatch(other ->
                these.containsKey(other.getKey()) && these.get(other.getKey()).within(other.getValue()));
    }
}
