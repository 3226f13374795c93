package org.ruhu.tools.link.again;

/** What brings a pair together once others are linked. Numbered behind the blocking rules, in this order. */
public enum By {

    /** Their households have somebody else in common. */
    HOUSEHOLD("linked household"),
    /** Both are linked to a third record. */
    THIRD("linked record");

    private final String rule;

    By(String rule) {
        this.rule = rule;
    }

    /** Where the name of a blocking rule stands otherwise. */
    public String rule() {
        return rule;
    }

    /** @param rules how many blocking rules there are */
    public int number(int rules) {
        return rules + ordinal();
    }
}
