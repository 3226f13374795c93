package org.ruhu.tools.link.clean;

import java.util.List;

/** Makes a value comparable. The empty text is a missing value, in and out: what is missing stays missing. */
@FunctionalInterface
public interface Cleaner {

    /** @param text never null; anything, however long or broken */
    String clean(String text);

    /** One after the other; none at all changes nothing. */
    static Cleaner all(List<Cleaner> cleaners) {
        List<Cleaner> chain = List.copyOf(cleaners);
        return text -> {
            String cleaned = text;
            for (int i = 0; i < chain.size() && !cleaned.isEmpty(); i++) {
                cleaned = chain.get(i).clean(cleaned);
            }
            return cleaned;
        };
    }
}
