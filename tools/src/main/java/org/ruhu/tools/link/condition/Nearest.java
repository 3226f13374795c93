package org.ruhu.tools.link.condition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ruhu.tools.link.likeness.Damerau;

/** What somebody may have meant who wrote a word nobody knows. */
public final class Nearest {

    private static final int SHORTEST_BEGINNING = 4;

    private Nearest() {}

    /** The known word with the fewest different letters, if these are no more than a third of them. */
    public static Optional<String> to(String written, Collection<String> known) {
        String plain = plain(written);
        return known.stream()
                .filter(word -> distance(plain, plain(word)) <= most(Math.max(plain.length(), word.length())))
                .min(Comparator.comparingInt((String word) -> distance(plain, plain(word)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ; did you mean 'surname'?} or, without a near one, all there are. */
    public static String hint(String written, Collection<String> known) {
        return to(written, known).map(word -> "; did you mean '" + word + "'?").orElseGet(() -> known.isEmpty() ? ""
                : "; there are " + known.stream().map(String::strip).collect(Collectors.joining(", ")));
    }

    private static int most(int letters) {
        return letters < 3 ? 0 : Math.max(1, letters / 3);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /** Edits; one where the known word goes on from the written one. */
    private static int distance(String a, String b) {
        boolean begins = a.length() >= SHORTEST_BEGINNING && b.startsWith(a);
        return begins ? 1 : Damerau.of(a.toCharArray(), 0, a.length(), b.toCharArray(), 0, b.length());
    }
}
