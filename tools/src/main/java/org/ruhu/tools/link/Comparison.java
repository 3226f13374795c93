package org.ruhu.tools.link;

import java.util.List;
import java.util.Optional;
import org.ruhu.tools.link.condition.Condition;

/**
 * One respect in which two records are compared. A pair is on level 0 when {@code missing} holds, which speaks neither
 * for nor against; else on the first level that holds, counted from 1, strongest first; else on level
 * {@code levels.size() + 1}, called {@link #OTHERWISE}.
 */
public record Comparison(String name, Condition missing, List<Level> levels) {

    public static final int MISSING_LEVEL = 0;
    public static final String MISSING = "missing";
    public static final String OTHERWISE = "otherwise";

    public Comparison {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("comparison " + name + " has no level");
        }
    }

    /** How many levels there are with the first and the last. */
    public int radix() {
        return levels.size() + 2;
    }

    public int otherwise() {
        return levels.size() + 1;
    }

    /** What a level is called in every list and picture. */
    public String label(int level) {
        return level == MISSING_LEVEL ? MISSING : level == otherwise() ? OTHERWISE : levels.get(level - 1).label();
    }

    /**
     * @param frequency a column whose values are not equally common: agreeing on a rare one says more, see
     *                  {@link Model.Frequencies#term}
     */
    public record Level(Condition when, String label, Optional<String> frequency) {}
}
