package org.ruhu.tools.link.condition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody may have meant who wrote a word nobody knows. */
public final class Nearest {

    private Nearest() {}

    /** The known word with the fewest different letters, if these are no more than a third of them. */
    public static Optional<String> to(String written, Collection<String> known) {
        String plain = plain(written);
        return known.stream()
                .filter(word -> distance(plain, plain(word)) <= Math.max(1, Math.max(plain.length(), word.length()) / 3))
                .min(Comparator.comparingInt((String word) -> distance(plain, plain(word)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ; did you mean 'surname'?} or, without a near one, all there are. */
    public static String hint(String written, Collection<String> known) {
        return to(written, known).map(word -> "; did you mean '" + word + "'?").orElseGet(() -> known.isEmpty() ? ""
                : "; there are " + known.stream().map(String::strip).collect(Collectors.joining(", ")));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }
}
