package org.ruhu.tools.link.block;

import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.table.Records;

/**
 * Which rows may be a pair: the left one stands before the right one.
 *
 * @param first rows of the first input
 */
public record Pairing(Scope scope, int first, int size) {

    public static Pairing of(Scope scope, Records records) {
        return new Pairing(scope, records.first(), records.size());
    }

    public boolean twoInputs() {
        return first < size;
    }

    /** Whether two rows may be one. */
    public boolean allows(int left, int right) {
        return scope == Scope.BOTH || scope == Scope.ACROSS == (left < first != right < first);
    }

    /** Pairs among so many rows of the first input and so many of the second. */
    public long pairs(long firsts, long seconds) {
        return switch (scope) {
            case WITHIN -> firsts * (firsts - 1) / 2 + seconds * (seconds - 1) / 2;
            case ACROSS -> firsts * seconds;
            case BOTH -> (firsts + seconds) * (firsts + seconds - 1) / 2;
        };
    }

    /** Pairs there are without any rule. */
    public long pairs() {
        return pairs(first, size - first);
    }

    /** How many can be matches, if each row is the same as so many others at most; across, of the other input. */
    public double matches(int others) {
        return scope == Scope.ACROSS ? (double) others * Math.min(first, size - first) : others * (size / 2.0);
    }

    /**
     * Where the right ones of a left one begin, in a list of rising rows, its own place and the first of the second
     * input given.
     */
    int rightsFrom(int place, int split) {
        return scope == Scope.ACROSS ? Math.max(place + 1, split) : place + 1;
    }

    /** Where they end. */
    int rightsTo(int place, int split, int end) {
        boolean second = place >= split;
        return switch (scope) {
            case WITHIN -> second ? end : split;
            case ACROSS -> second ? place + 1 : end;
            case BOTH -> end;
        };
    }
}
