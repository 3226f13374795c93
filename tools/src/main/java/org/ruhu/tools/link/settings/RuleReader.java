package org.ruhu.tools.link.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Rule.Key;

/** Reads blocking rules: a text such as {@code surname:first 3 + dob:year}, or an object. */
final class RuleReader {

    private static final List<String> MEMBERS = List.of("name", "on", "most");
    private static final List<String> KEY_MEMBERS = List.of("column", "clean", "each");
    private static final String EACH = "each";

    private final Draft draft;

    RuleReader(Draft draft) {
        this.draft = draft;
    }

    List<Rule> rules(Place place) {
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Place item : place.items()) {
            Optional<Rule> rule = rule(item);
            rule.filter(read -> !names.add(read.name())).ifPresent(read ->
                    item.wrong("there is a rule '" + read.name() + "' already; give it another name"));
            rule.ifPresent(rules::add);
        }
        if (rules.isEmpty() && place.node().size() == 0) {
            place.wrong("needs one blocking rule at least, such as \"surname + year\": only records that agree on"
                    + " all parts of a rule are compared");
        }
        return rules;
    }

    private Optional<Rule> rule(Place place) {
        if (place.node().isTextual()) {
            String text = place.node().textValue();
            List<Key> keys = keys(place, text);
            return keys.isEmpty() ? Optional.empty() : Optional.of(new Rule(text.strip(), keys, Rule.MOST));
        }
        if (!place.isObjectOf(MEMBERS)) {
            return Optional.empty();
        }
        List<Key> keys = keysOf(place.at("on"));
        int most = place.at("most").whole(2, Integer.MAX_VALUE).map(Long::intValue).orElse(Rule.MOST);
        String name = place.at("name").text().orElseGet(() -> RuleText.print(keys));
        return keys.isEmpty() ? Optional.empty() : Optional.of(new Rule(name, keys, most));
    }

    private List<Key> keysOf(Place on) {
        if (on.node().isTextual()) {
            return keys(on, on.node().textValue());
        }
        List<Key> keys = new ArrayList<>();
        for (Place item : on.items()) {
            if (item.node().isTextual()) {
                keys.addAll(keys(item, item.node().textValue()));
            } else if (item.isObjectOf(KEY_MEMBERS)) {
                key(item).ifPresent(keys::add);
            }
        }
        if (!on.there() || on.node().isArray() && on.node().isEmpty()) {
            on.wrong("needs the columns records must agree on, such as [\"surname\", \"dob:year\"]");
        }
        return keys;
    }

    private Optional<Key> key(Place place) {
        Optional<String> column = place.at("column").text();
        if (!place.at("column").there()) {
            place.wrong("needs a \"column\"");
        }
        column.ifPresent(name -> draft.ask(place.at("column"), name));
        List<String> clean = Draft.cleaners(place.at("clean"), place.at("clean").texts());
        boolean each = place.at(EACH).yes(false);
        return column.map(name -> new Key(name, clean, each));
    }

    private List<Key> keys(Place place, String text) {
        try {
            return RuleText.parts(text).stream().map(part -> key(place, part)).collect(Collectors.toList());
        } catch (IllegalArgumentException e) {
            place.wrong(e.getMessage());
            return List.of();
        }
    }

    private Key key(Place place, RuleText.Part part) {
        draft.ask(place, part.column());
        List<String> clean = part.clean().stream().filter(word -> !word.equals(EACH)).toList();
        return new Key(part.column(), Draft.cleaners(place, clean), part.clean().contains(EACH));
    }
}
