package org.ruhu.forms.outside;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How many interviews become one number. */
public enum Fold {
    SUM, COUNT, MEDIAN, MAX, MIN;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** As it stands in {@code x-context}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Fold> of(String word) {
        return Arrays.stream(values()).filter(fold -> fold.word().equals(word)).findFirst();
    }

    /** The number of these; of none the sum and the count are 0, the others unknown. */
    public Optional<BigDecimal> of(List<BigDecimal> numbers) {
        return switch (this) {
            case SUM, COUNT -> Optional.of(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            case MAX -> numbers.stream().reduce(BigDecimal::max);
            case MIN -> numbers.stream().reduce(BigDecimal::min);
            case MEDIAN -> numbers.isEmpty() ? Optional.empty() : Optional.of(median(numbers));
        };
    }

    private static BigDecimal median(List<BigDecimal> numbers) {
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : sorted.get(half - 1).add(sorted.get(half)).divide(TWO);
    }
}
