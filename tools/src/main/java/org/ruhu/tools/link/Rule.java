package org.ruhu.tools.link;

import java.util.List;

/**
 * A blocking rule: records that agree on all of its keys are compared. A record without a value for a key is in no
 * block of the rule.
 *
 * @param most records a block may have; a larger one is left out and its loss reported
 */
public record Rule(String name, List<Key> on, int most) {

    public static final int MOST = 5_000;

    public Rule {
        on = List.copyOf(on);
        if (on.isEmpty()) {
            throw new IllegalArgumentException("blocking rule " + name + " has no key");
        }
    }

    /** Whether a record may be in several blocks. */
    public boolean several() {
        return on.stream().anyMatch(Key::each);
    }

    /**
     * @param clean what is done to the column's value first, in the words of the cleaners: {@code first:3}
     * @param each  whether a value holds several, parted by blanks, any of which makes a block
     */
    public record Key(String column, List<String> clean, boolean each) {
        public Key {
            clean = List.copyOf(clean);
        }
    }
}
