package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings;

/**
 * Every pair that one blocking rule brings together, those that another rule brings together too included.
 *
 * @param off comparisons that look at what the rule has made equal; nothing can be learned of them here
 */
public record SessionCounts(String rule, PatternCounts counts, Set<Integer> off) {

    public SessionCounts {
        off = Set.copyOf(off);
    }

    /**
     * Comparisons that look at a column of the input that a key of the rule is made of: blocking on the year of birth
     * decides about the day of birth as well.
     */
    public static SessionCounts of(Settings settings, Rule rule, PatternCounts counts) {
        Set<String> keys = new LinkedHashSet<>();
        rule.on().forEach(key -> keys.addAll(settings.derived(key.column()).from()));
        Set<Integer> off = new LinkedHashSet<>();
        for (int c = 0; c < settings.comparisons().size(); c++) {
            if (sources(settings, settings.comparisons().get(c)).stream().anyMatch(keys::contains)) {
                off.add(c);
            }
        }
        return new SessionCounts(rule.name(), counts, off);
    }

    private static List<String> sources(Settings settings, Comparison comparison) {
        List<String> sources = new ArrayList<>();
        comparison.levels().forEach(level -> level.when().columns().forEach(
                column -> sources.addAll(settings.derived(column).from())));
        return sources;
    }
}
