package org.ruhu.tools.disclosure;

import java.util.Optional;
import java.util.Set;

/**
 * Why a household is on a notice, no finer than may be public. Illness and disability stand with other costs, so that
 * they cannot be told; a want of motivation (cause 11) is never told and stands with what is other.
 */
enum ReasonClass {
    DISASTER("自然灾害", "disaster", Set.of("04")),
    PLACE("土地、用水或交通条件", "land, water or transport", Set.of("05", "06", "10")),
    MEANS("技术、劳力或资金不足", "want of skills, labour or funds", Set.of("07", "08", "09")),
    BURDEN("家庭支出负担", "burden of household costs", Set.of("01", "02", "03", "12")),
    OTHER("其他", "other", Set.of("11", "99", ""));

    private final String zh;
    private final String en;
    private final Set<String> causes;

    ReasonClass(String zh, String en, Set<String> causes) {
        this.zh = zh;
        this.en = en;
        this.causes = causes;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    /** @param cause code of CL_CAUSE, or the words of a class */
    static Optional<ReasonClass> of(String cause) {
        for (ReasonClass one : values()) {
            if (one.causes.contains(cause.strip()) || one.zh.equals(cause.strip()) || one.en.equals(cause.strip())) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
