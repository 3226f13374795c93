package org.ruhu.tools.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ruhu.tools.link.clean.Cleaner;
import org.ruhu.tools.link.clean.Cleaners;

/**
 * What the values of one column look like.
 *
 * @param counts how often each value occurs, without those that mean missing
 * @param nulls  texts met that mean missing
 * @param filled how many values there are
 * @param rows   how many records there are
 */
record Portrait(Map<String, Integer> counts, List<String> nulls, int filled, int rows) {

    private static final Set<String> NOTHING = Set.of("na", "n/a", "nan", "null", "none", "nil", "unknown", "-", "--",
            "?", "不详", "未知", "无");
    private static final Pattern ID_NUMBER = Pattern.compile(
            "\\d{6}((18|19|20)?\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}([\\dXx]?)");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern YEAR = Pattern.compile("(1[89]|20)\\d\\d(\\.0+)?");
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|(?=(.*\\d){7,15}$)[+(]?\\d[\\d ()/.+]*-?[\\d ()/.-]*");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    private static final Pattern AMOUNT = Pattern.compile("[^\\p{L}\\d]{0,3}\\d[\\d,]*(\\.\\d+)?[^\\p{L}\\d]{0,2}");
    private static final Pattern CODE = Pattern.compile("(?=.*\\d)\\S+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}'’ .-]+");
    private static final Pattern EASTERN = Pattern.compile("[\\p{IsHan}\\p{IsTibetan}·\\s]+");
    private static final Pattern SHORT_HAN = Pattern.compile("\\p{IsHan}{2,4}|\\p{IsHan}+·\\p{IsHan}+");
    private static final List<String> DATES = List.of("yyyy-M-d*", "yyyyMMdd", "yyyy/M/d*", "yyyy.M.d*", "yyyy年M月d日",
            "d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "d-M-yyyy", "M-d-yyyy", "d-MMM-yyyy", "d MMM yyyy", "MMM d, yyyy",
            "d-MMM-yy", "d/M/yy", "M/d/yy", "ddMMyyyy", "MMddyyyy");
    private static final double MOST = 0.8;
    private static final double NEARLY_ALL = 0.95;
    private static final double SOME = 0.02;

    static Portrait of(List<String> values) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Integer> nothing = new LinkedHashMap<>();
        for (String value : values) {
            if (NOTHING.contains(value.toLowerCase(Locale.ROOT))) {
                nothing.merge(value.toLowerCase(Locale.ROOT), 1, Integer::sum);
            } else if (!value.isEmpty()) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        int filled = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Portrait(counts, List.copyOf(nothing.keySet()), filled, values.size());
    }

    int distinct() {
        return counts.size();
    }

    double fill() {
        return (double) filled / Math.max(1, rows);
    }

    boolean unique() {
        return filled == rows && distinct() == rows;
    }

    /** Share of the values, each as often as it occurs. */
    double share(Predicate<String> shape) {
        long fit = counts.entrySet().stream().filter(value -> shape.test(value.getKey()))
                .mapToLong(Map.Entry::getValue).sum();
        return filled == 0 ? 0 : (double) fit / filled;
    }

    private boolean mostly(Pattern shape) {
        return share(value -> shape.matcher(value).matches()) >= MOST;
    }

    boolean idNumbers() {
        return share(value -> (value.length() == 15 || value.length() == 18) && ID_NUMBER.matcher(value).matches())
                >= MOST;
    }

    boolean emails() {
        return mostly(EMAIL);
    }

    boolean years() {
        return share(value -> YEAR.matcher(value).matches()) >= NEARLY_ALL;
    }

    boolean phones() {
        return mostly(PHONE);
    }

    /** More than whole numbers, so that it is none of something else. */
    boolean phonesForSure() {
        return phones() && share(value -> value.matches("1[3-9]\\d{9}|.*\\d[ ()/.-]+\\d.*")) >= MOST
                && !mostly(Pattern.compile("\\d+\\.\\d+"));
    }

    boolean hasDigits() {
        return share(value -> value.chars().anyMatch(Character::isDigit)) >= 0.5;
    }

    boolean wholeNumbers() {
        return share(value -> WHOLE.matcher(value).matches()) >= NEARLY_ALL;
    }

    boolean amounts() {
        return mostly(AMOUNT);
    }

    boolean codes() {
        return mostly(CODE);
    }

    boolean letters() {
        return mostly(NAME);
    }

    boolean eastern() {
        return mostly(EASTERN);
    }

    boolean shortHan() {
        return mostly(SHORT_HAN);
    }

    boolean few() {
        return distinct() <= 60 && distinct() <= Math.max(2, 0.05 * filled);
    }

    /** Words in a value, on average. */
    double words() {
        long words = counts.entrySet().stream()
                .mapToLong(value -> (long) value.getKey().split("[\\s,;]+").length * value.getValue()).sum();
        return (double) words / Math.max(1, filled);
    }

    /** Patterns of dates, joined by bars, that read nearly all values; the one that reads most first. */
    Optional<String> dates() {
        Map<String, Double> shares = new HashMap<>();
        for (String pattern : DATES) {
            Cleaner cleaner = Cleaners.named("date:" + pattern);
            shares.put(pattern, share(value -> !cleaner.clean(value).isEmpty()));
        }
        List<String> best = new ArrayList<>(DATES);
        best.sort((a, b) -> Double.compare(shares.get(b), shares.get(a)));
        best.removeIf(pattern -> shares.get(pattern) < SOME);
        String joined = String.join("|", best);
        return !best.isEmpty() && share(value -> !Cleaners.named("date:" + joined).clean(value).isEmpty()) >= MOST
                ? Optional.of(joined) : Optional.empty();
    }

    /** How much it tells that two records agree: -log2 of how often different ones do, for the share that is filled. */
    double bits() {
        double same = 0;
        for (int count : counts.values()) {
            same += (double) count * (count - 1);
        }
        double pairs = (double) filled * (filled - 1);
        return pairs <= 0 ? 0 : fill() * -Math.log(Math.max(same, 1) / pairs) / Math.log(2);
    }
}
