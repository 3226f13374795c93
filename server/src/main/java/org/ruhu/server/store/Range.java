package org.ruhu.server.store;

import java.util.List;

/**
 * A piece of an index. Texts are ordered by code point. An index for several values ({@link Kind.Index#multi}) is read for
 * one value of its first field.
 *
 * @param index      name of the index
 * @param equal      values of its first fields
 * @param prefix     what the next field's text starts with; empty for anything
 * @param after      a {@link Cursor#position()} to continue behind, or the first values of one to continue behind all that
 *                   share them; empty to begin at the start
 * @param descending from the end to the start
 * @param limit      at most so many
 */
public record Range(String index, List<Object> equal, String prefix, List<Object> after, boolean descending, long limit) {

    public Range {
        equal = List.copyOf(equal);
        after = List.copyOf(after);
    }

    public static Range of(String index, Object... equal) {
        return new Range(index, List.of(equal), "", List.of(), false, Long.MAX_VALUE);
    }

    public Range startingWith(String prefix) {
        return new Range(index, equal, prefix, after, descending, limit);
    }

    public Range after(List<Object> position) {
        return new Range(index, equal, prefix, position, descending, limit);
    }

    public Range backwards() {
        return new Range(index, equal, prefix, after, true, limit);
    }

    public Range limit(long limit) {
        return new Range(index, equal, prefix, after, descending, limit);
    }
}
