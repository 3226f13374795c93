package org.ruhu.tools.dataset;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Words that no form brings along. */
final class Words {

    private Words() {}

    /** Chinese also where Tibetan is asked for. */
    static String in(String language, String zh, String en) {
        return language.equals("en") ? en : zh;
    }

    static List<Option> truth() {
        return List.of(option("1", "是", "yes", List.of()), option("0", "否", "no", List.of()));
    }

    static List<Option> reasons(Collection<String> reasons, List<String> versions) {
        return reasons.stream().map(reason -> switch (reason) {
            case "dont-know" -> option(reason, "不清楚", "does not know", versions);
            case "not-asked" -> option(reason, "不适用", "not asked", versions);
            case "not-stated" -> option(reason, "应答未答", "asked, neither answer nor reason", versions);
            case "refused" -> option(reason, "拒答", "refused to answer", versions);
            default -> option(reason, reason, reason, versions);
        }).toList();
    }

    private static Option option(String value, String zh, String en, List<String> versions) {
        return new Option(value, Map.of("zh", zh, "en", en, "bo", zh), versions);
    }
}
