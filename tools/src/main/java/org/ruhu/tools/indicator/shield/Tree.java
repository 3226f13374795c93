package org.ruhu.tools.indicator.shield;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Areas by what they lie in: the longest beginning of their code that is an area too. */
record Tree(List<String> roots, Map<String, List<String>> children) {

    static Tree of(Collection<String> codes) {
        TreeSet<String> areas = new TreeSet<>(Comparator.comparingInt(String::length)
                .thenComparing(Comparator.naturalOrder()));
        areas.addAll(codes);
        List<String> roots = new ArrayList<>();
        Map<String, List<String>> children = new TreeMap<>();
        for (String area : areas) {
            String above = null;
            for (int digits = area.length() - 1; digits >= 0 && above == null; digits--) {
                above = areas.contains(area.substring(0, digits)) ? area.substring(0, digits) : null;
            }
            if (above == null) {
                roots.add(area);
            } else {
                children.computeIfAbsent(above, any -> new ArrayList<>()).add(area);
            }
        }
        return new Tree(roots, children);
    }

    List<String> below(String area) {
        return children.getOrDefault(area, List.of());
    }
}
