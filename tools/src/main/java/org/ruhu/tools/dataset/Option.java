package org.ruhu.tools.dataset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one value of a variable means.
 *
 * @param labels   by language, in the words of the newest version that offers it
 * @param versions that offer it, oldest first
 */
public record Option(String value, Map<String, String> labels, List<String> versions) {

    private static final List<String> LANGUAGES = List.of("zh", "en", "bo");

    public Option {
        labels = Map.copyOf(labels);
        versions = List.copyOf(versions);
    }

    static Option of(String code, List<Edition> offering) {
        Edition newest = offering.get(offering.size() - 1);
        Map<String, String> labels = new TreeMap<>();
        for (String language : LANGUAGES) {
            labels.put(language, newest.form().optionLabel(newest.question().path(), code, language));
        }
        return new Option(code, labels, offering.stream().map(Edition::version).toList());
    }

    public String label(String language) {
        return labels.getOrDefault(language, labels.getOrDefault("en", value));
    }
}
