package org.ruhu.tools.link.likeness;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Prints how many pairs each kernel compares in a second of CPU time, beside commons-text. Run its {@code main} with the
 * test class path; nothing is asserted, machines differ.
 */
final class LikenessSpeed {

    private static final int PAIRS = 1 << 18;
    private static final int ROUNDS = 12;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final List<String> SYLLABLES = List.of("zha", "xi", "zhuo", "ma", "duo", "ji", "ci", "ren", "la", "mu",
            "dan", "zeng", "ping", "cuo", "bai", "suo", "lang", "qiang", "ba", "de", "yang", "zong", "ga", "lu", "sang", "pu");
    private static final List<String> HAN = List.of("扎", "西", "卓", "玛", "多", "吉", "次", "仁", "拉", "姆", "丹", "增", "平", "措",
            "白", "索", "朗", "强", "巴", "德", "央", "宗", "嘎", "洛", "桑", "普");

    private final String[] left = new String[PAIRS];
    private final String[] right = new String[PAIRS];
    private final char[] text;
    private final int[] from = new int[2 * PAIRS + 1];
    private final long[] letters = new long[2 * PAIRS];

    private LikenessSpeed(List<Texts.Pair> pairs) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < PAIRS; i++) {
            left[i] = pairs.get(i).left();
            right[i] = pairs.get(i).right();
            from[2 * i] = all.length();
            from[2 * i + 1] = all.append(left[i]).length();
            all.append(right[i]);
        }
        from[2 * PAIRS] = all.length();
        text = all.toString().toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Letters.of(text, from[i], from[i + 1]);
        }
    }

    public static void main(String[] names) {
        Random random = new Random(5499);
        run("names, any two", pairs(random, 0, () -> name(random, SYLLABLES)));
        run("names, a few slips apart", pairs(random, 2, () -> name(random, SYLLABLES)));
        run("Han names, any two", pairs(random, 0, () -> name(random, HAN)));
        run("id numbers, any two", pairs(random, 0, () -> idNumber(random)));
        run("id numbers, a slip or two apart", pairs(random, 2, () -> idNumber(random)));
        run("addresses of 20 to 40 letters", pairs(random, 3, () -> name(random, SYLLABLES) + " " + name(random, SYLLABLES)
                + " " + name(random, SYLLABLES)));
    }

    private static List<Texts.Pair> pairs(Random random, int slips, Supplier<String> texts) {
        return IntStream.range(0, PAIRS).mapToObj(i -> {
            String left = texts.get();
            return new Texts.Pair(left, slips == 0 ? texts.get()
                    : Texts.slipped(random, left, 1 + random.nextInt(slips), "aeiou019"));
        }).toList();
    }

    private static String name(Random random, List<String> syllables) {
        StringBuilder name = new StringBuilder();
        for (int count = random.nextInt(3) == 0 ? 2 : 4; count > 0; count--) {
            name.append(syllables.get(random.nextInt(syllables.size())));
        }
        return name.toString();
    }

    private static String idNumber(Random random) {
        return "5499%02d%d%02d%02d%03d%d".formatted(random.nextInt(20), 1930 + random.nextInt(90), 1 + random.nextInt(12),
                1 + random.nextInt(28), random.nextInt(1000), random.nextInt(10));
    }

    private static void run(String what, List<Texts.Pair> pairs) {
        LikenessSpeed speed = new LikenessSpeed(pairs);
        System.out.println(what + ", e.g. " + pairs.get(0));
        JaroWinklerSimilarity jaroWinkler = new JaroWinklerSimilarity();
        LevenshteinDistance levenshtein = LevenshteinDistance.getDefaultInstance();
        LevenshteinDistance two = new LevenshteinDistance(2);
        speed.strings("commons-text Jaro-Winkler", jaroWinkler::apply);
        speed.ranges("Jaro-Winkler", JaroWinkler::of);
        speed.ranges("Jaro-Winkler at least 0.92", (a, af, at, b, bf, bt) -> JaroWinkler.atLeast(0.92, a, af, at, b, bf, bt) ? 1 : 0);
        speed.masked("Jaro-Winkler at least 0.92, letters known", (i, a, b) -> JaroWinkler.atLeast(0.92, speed.text,
                speed.from[i], speed.from[i + 1], a, speed.text, speed.from[i + 1], speed.from[i + 2], b));
        speed.masked("Jaro-Winkler at least 0.8, letters known", (i, a, b) -> JaroWinkler.atLeast(0.8, speed.text,
                speed.from[i], speed.from[i + 1], a, speed.text, speed.from[i + 1], speed.from[i + 2], b));
        speed.strings("commons-text Levenshtein", (a, b) -> levenshtein.apply(a, b));
        speed.strings("commons-text Levenshtein within 2", (a, b) -> two.apply(a, b));
        speed.ranges("Levenshtein", Levenshtein::of);
        speed.ranges("Levenshtein within 2", (a, af, at, b, bf, bt) -> Levenshtein.within(2, a, af, at, b, bf, bt) ? 1 : 0);
        speed.masked("Levenshtein within 2, letters known", (i, a, b) -> Levenshtein.within(2, speed.text,
                speed.from[i], speed.from[i + 1], a, speed.text, speed.from[i + 1], speed.from[i + 2], b));
        speed.ranges("optimal alignment", OptimalAlignment::of);
        speed.ranges("Damerau-Levenshtein", Damerau::of);
        speed.ranges("Damerau-Levenshtein within 1", (a, af, at, b, bf, bt) -> Damerau.within(1, a, af, at, b, bf, bt) ? 1 : 0);
        speed.ranges("Damerau-Levenshtein within 2", (a, af, at, b, bf, bt) -> Damerau.within(2, a, af, at, b, bf, bt) ? 1 : 0);
        speed.masked("Damerau-Levenshtein within 2, letters known", (i, a, b) -> Damerau.within(2, speed.text,
                speed.from[i], speed.from[i + 1], a, speed.text, speed.from[i + 1], speed.from[i + 2], b));
        speed.ranges("Jaccard of bigrams", (a, af, at, b, bf, bt) -> Sets.jaccard(Bag.BIGRAMS, a, af, at, b, bf, bt));
        speed.ranges("longest common piece", Runs::longest);
    }

    private interface Masked {
        boolean holds(int index, long aLetters, long bLetters);
    }

    private void strings(String what, ToDoubleBiFunction<String, String> kernel) {
        print(what, i -> kernel.applyAsDouble(left[i], right[i]));
    }

    private void ranges(String what, Texts.Kernel kernel) {
        print(what, i -> kernel.of(text, from[2 * i], from[2 * i + 1], text, from[2 * i + 1], from[2 * i + 2]));
    }

    private void masked(String what, Masked kernel) {
        print(what, i -> kernel.holds(2 * i, letters[2 * i], letters[2 * i + 1]) ? 1 : 0);
    }

    /** The best of several rounds: what the machine can do when nobody disturbs it. */
    private static void print(String what, IntToDoubleFunction kernel) {
        double sum = 0;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            sum = 0;
            for (int i = 0; i < PAIRS; i++) {
                sum += kernel.applyAsDouble(i);
            }
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - start);
        }
        System.out.printf(Locale.ROOT, "  %8.2f M/s  %-44s (mean %.4f)%n", PAIRS * 1e3 / best, what, sum / PAIRS);
    }
}
