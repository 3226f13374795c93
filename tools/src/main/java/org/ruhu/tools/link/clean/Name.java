package org.ruhu.tools.link.clean;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A name taken apart; without parts there is none.
 *
 * @param surname whether the first part is the surname of a Tibetan name
 */
record Name(List<Part> parts, boolean surname) {

    static final Name NONE = new Name(List.of(), false);

    Name {
        parts = List.copyOf(parts);
    }

    /** What no table can take apart: equal only to itself. */
    static Name opaque(String text) {
        return new Name(List.of(Part.other(text, "")), false);
    }

    String key() {
        return parts.stream().map(Part::text).collect(Collectors.joining(" "));
    }

    /** How it is read as it was written; empty if that is not known of a part. */
    String letters() {
        return parts.stream().anyMatch(part -> part.letters().isEmpty()) ? ""
                : parts.stream().map(Part::letters).collect(Collectors.joining());
    }

    int[] codes() {
        return parts.stream().mapToInt(Part::code).toArray();
    }

    int[] syllables() {
        return parts.stream().flatMapToInt(part -> IntStream.of(part.syllables())).toArray();
    }

    /** All of it words of the table. */
    boolean known() {
        return !parts.isEmpty() && parts.stream().allMatch(Part::known);
    }

    /**
     * What a short form is made of: of every two syllables the first, or the word that begins there. Empty for names
     * that have none: of fewer than four syllables, of an odd number, of Han people.
     */
    int[] leads() {
        List<Part> given = surname ? parts.subList(1, parts.size()) : parts;
        if (given.size() > 1 && given.stream().allMatch(Part::certain)) {
            return given.stream().mapToInt(Part::code).toArray();
        }
        int[] leads = new int[given.size()];
        int found = 0;
        boolean second = false;
        for (Part part : given) {
            boolean two = part.syllables().length == 2;
            if (part.syllables().length > 2 || two && second || Code.isHan(part.code())) {
                return new int[0];
            }
            if (!second) {
                leads[found++] = two && part.known() ? part.code() : part.syllables()[0];
            }
            second = !two && !second;
        }
        return second || found < 2 ? new int[0] : Arrays.copyOf(leads, found);
    }
}
