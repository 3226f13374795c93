package org.ruhu.tools.dedupe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ruhu.tools.dedupe.Guess.Found;
import org.ruhu.tools.link.clean.Cleaner;
import org.ruhu.tools.link.clean.Cleaners;

/** Rules of blocking of which the sample says that they give few pairs: single columns, then two or three together. */
final class GuessRules {

    /** What tells records apart; the others are shared by those who live or belong together. */
    private static final Set<String> OWN = Set.of("name", "person-name", "words", "date", "birth-date", "year",
            "id-number", "email", "id");
    private static final double PER_RECORD = 20;
    private static final double PER_RECORD_OF_MANY = 0.5;
    private static final long MANY = 10_000;
    private static final double TELLING = 4;
    private static final double RELATED = 0.3;
    private static final int LOOKED_AT = 5000;
    private static final double IN_ALL = 60;
    private static final double IN_ALL_OF_MANY = 3;
    private static final double FILLED = 0.3;
    private static final int MOST = 12;
    private static final int PARTS = 3;
    private static final int COMMON_WORD = 100;

    /**
     * @param pairs to be expected for every record of the whole input
     * @param words whether single words of its only column are shared
     */
    record Rule(List<Part> parts, double pairs, boolean words) {

        void write(ArrayNode blocking) {
            if (words) {
                blocking.addObject().put("most", COMMON_WORD).putArray("on").add(parts.get(0).written() + ":each");
            } else {
                blocking.add(String.join(" + ", parts.stream().map(Part::written).toList()));
            }
        }

        private boolean within(Rule other) {
            return !words && other.parts().containsAll(parts);
        }
    }

    /** @param keys a number for each record of the sample; 0 is missing */
    record Part(Found found, String after, int[] keys) {

        private String written() {
            String column = found.column();
            boolean plain = column.matches("[\\p{L}_][\\p{L}\\p{N}_]*");
            return (plain ? column : '"' + column.replace("\"", "\"\"") + '"') + after;
        }

        private boolean own() {
            return OWN.contains(found.kind());
        }
    }

    private final GuessSample sample;
    private final List<Part> parts = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Found> texts;

    GuessRules(GuessSample sample, List<Found> compared) {
        this.sample = sample;
        texts = compared.stream().filter(one -> one.kind().equals("words")).toList();
        for (Found one : compared) {
            if (one.values().fill() >= FILLED && !one.kind().equals("number")
                    && texts.indexOf(one) <= 0) {
                parts.add(part(one, one.kind().equals("words") ? ":first 12" : ""));
            }
        }
    }

    private Part part(Found found, String after) {
        Cleaner cleaner = Cleaners.chain(found.clean());
        Cleaner last = after.isEmpty() ? text -> text : Cleaners.named(after.substring(1).replace(' ', ':'));
        Map<String, Integer> keys = new HashMap<>();
        return new Part(found, after, sample.values(found.place()).stream().mapToInt(value -> {
            String clean = last.clean(cleaner.clean(value));
            return clean.isEmpty() ? 0 : keys.computeIfAbsent(clean, key -> keys.size() + 1);
        }).toArray());
    }

    List<Rule> chosen() {
        for (int size = 1; size <= PARTS; size++) {
            List<Rule> candidates = new ArrayList<>();
            combine(size, 0, List.of(), candidates);
            candidates.sort(Comparator.comparingDouble(Rule::pairs));
            candidates.forEach(this::take);
        }
        texts.stream().limit(1).forEach(one -> rules.add(new Rule(List.of(new Part(one, "", new int[0])), 0, true)));
        return rules;
    }

    private void take(Rule rule) {
        double already = rules.stream().mapToDouble(Rule::pairs).sum();
        boolean many = sample.records() > MANY;
        if (rules.size() < MOST && rule.pairs() <= (many ? PER_RECORD_OF_MANY : PER_RECORD)
                && already + rule.pairs() <= (many ? IN_ALL_OF_MANY : IN_ALL)
                && rules.stream().noneMatch(one -> one.within(rule)) && !gathersRelated(rule.parts())) {
            rules.add(rule);
        }
    }

    private void combine(int size, int from, List<Part> taken, List<Rule> candidates) {
        if (taken.size() == size) {
            candidates.add(new Rule(taken, pairs(taken), false));
            return;
        }
        for (int i = from; i < parts.size(); i++) {
            List<Part> more = new ArrayList<>(taken);
            more.add(parts.get(i));
            combine(size, i + 1, List.copyOf(more), candidates);
        }
    }

    /**
     * Whether most of those who share it, and nothing that is somebody's own, have nothing of their own in common: the
     * people of a house, say, of whom would be learned that names differ.
     */
    private boolean gathersRelated(List<Part> together) {
        List<Part> own = parts.stream().filter(part -> part.own() && part.found().values().bits() >= TELLING).toList();
        if (own.isEmpty() || together.stream().anyMatch(Part::own)) {
            return false;
        }
        int pairs = 0;
        int agreeing = 0;
        for (List<Integer> rows : blocks(together)) {
            for (int i = 1; i < rows.size() && pairs < LOOKED_AT; i++) {
                int left = rows.get(i - 1);
                int right = rows.get(i);
                pairs++;
                agreeing += own.stream().anyMatch(part ->
                        part.keys()[left] != 0 && part.keys()[left] == part.keys()[right]) ? 1 : 0;
            }
        }
        return agreeing < RELATED * pairs;
    }

    private double pairs(List<Part> together) {
        double pairs = 0;
        for (List<Integer> rows : blocks(together)) {
            pairs += rows.size() * (rows.size() - 1.0) / 2;
        }
        double rows = together.get(0).keys().length;
        return pairs / rows * sample.records() / rows;
    }

    /** Rows of the sample that agree on all parts. */
    private static Collection<List<Integer>> blocks(List<Part> together) {
        Map<List<Integer>, List<Integer>> blocks = new LinkedHashMap<>();
        for (int row = 0; row < together.get(0).keys().length; row++) {
            List<Integer> key = new ArrayList<>();
            for (Part part : together) {
                key.add(part.keys()[row]);
            }
            if (!key.contains(0)) {
                blocks.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
            }
        }
        return blocks.values();
    }
}
