package org.ruhu.tools.imputation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ruhu.tools.dataset.Option;

/** How a cell came to its value. */
enum Filled {

    AS_ANSWERED("原始回答", "as answered"),
    BY_RULE("按公式插补", "imputed by a formula"),
    FROM_DONOR("热卡插补", "imputed from a donor (hot deck)"),
    RECALCULATED("由插补值重新计算", "recalculated from imputed values");

    private final String zh;
    private final String en;

    Filled(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** As flags write it. */
    String code() {
        return Integer.toString(ordinal());
    }

    static List<Option> options() {
        return Stream.of(values()).map(how ->
                new Option(how.code(), Map.of("zh", how.zh, "en", how.en, "bo", how.zh), List.of())).toList();
    }
}
