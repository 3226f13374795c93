package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.condition.Condition;

/**
 * Every pair that one blocking rule brings together, those that another rule brings together too included.
 *
 * @param off   comparisons that look at what the rule has made equal; nothing can be learned of them here
 * @param pairs how many there are; more than are counted, if these are a sample
 * @param whole the comparison whose first level is to agree on just what the rule asks for, if none of its blocks was
 *              left out: then all pairs that reach the level are here, matches or not
 */
public record SessionCounts(String rule, PatternCounts counts, Set<Integer> off, double pairs,
        Optional<Integer> whole) {

    public SessionCounts {
        off = Set.copyOf(off);
    }

    /**
     * Comparisons that look at a column of the input that a key of the rule is made of: blocking on the year of birth
     * decides about the day of birth as well.
     */
    public static SessionCounts of(Settings settings, Rule rule, PatternCounts counts, double pairs, boolean complete) {
        Set<String> keys = new LinkedHashSet<>();
        rule.on().forEach(key -> keys.addAll(settings.derived(key.column()).looksAt()));
        Set<Integer> off = new LinkedHashSet<>();
        for (int c = 0; c < settings.comparisons().size(); c++) {
            if (sources(settings, settings.comparisons().get(c)).stream().anyMatch(keys::contains)) {
                off.add(c);
            }
        }
        Optional<Integer> whole = off.stream().filter(c -> complete
                && asksFor(settings, rule, settings.comparisons().get(c).levels().get(0).when())).findFirst();
        return new SessionCounts(rule.name(), counts, off, pairs, whole);
    }

    private static boolean asksFor(Settings settings, Rule rule, Condition first) {
        Rule.Key key = rule.on().get(0);
        return rule.on().size() == 1 && key.clean().isEmpty() && !key.each()
                && first instanceof Condition.Test test && test.measure().equals("exact")
                && test.left().equals(test.right())
                && settings.derived(test.left()).looksAt().equals(settings.derived(key.column()).looksAt());
    }

    private static List<String> sources(Settings settings, Comparison comparison) {
        List<String> sources = new ArrayList<>();
        comparison.levels().forEach(level -> level.when().columns().forEach(
                column -> sources.addAll(settings.derived(column).looksAt())));
        return sources;
    }
}
