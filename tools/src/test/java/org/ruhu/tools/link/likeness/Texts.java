package org.ruhu.tools.link.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;

/** Pairs of texts to try kernels on, and kernels as functions of two texts. */
final class Texts {

    record Pair(String left, String right) {}

    interface Kernel {
        double of(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo);
    }

    interface Within {
        boolean holds(int edits, char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo);
    }

    private Texts() {}

    /** The texts lie in the middle of others, so that a look beyond their ends is found out. */
    static double likeness(Kernel kernel, String left, String right) {
        char[] a = ("ab" + left + "left").toCharArray();
        char[] b = ("b" + right + "right").toCharArray();
        return kernel.of(a, 2, 2 + left.length(), b, 1, 1 + right.length());
    }

    static ToDoubleBiFunction<String, String> function(Kernel kernel) {
        return (left, right) -> likeness(kernel, left, right);
    }

    static boolean within(Within kernel, int edits, String left, String right) {
        char[] a = ("ab" + left + "left").toCharArray();
        char[] b = ("b" + right + "right").toCharArray();
        return kernel.holds(edits, a, 2, 2 + left.length(), b, 1, 1 + right.length());
    }

    static long letters(String text) {
        return Letters.of(text.toCharArray(), 0, text.length());
    }

    /** Half of them are texts that have nothing to do with each other, half are a text and what a few slips made of it. */
    static List<Pair> random(long seed, int count, int longest, String alphabet) {
        Random random = new Random(seed);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String left = text(random, random.nextInt(longest + 1), alphabet);
            String right = i % 2 == 0 ? text(random, random.nextInt(longest + 1), alphabet)
                    : slipped(random, left, 1 + random.nextInt(4), alphabet);
            pairs.add(new Pair(left, right));
        }
        return pairs;
    }

    static String text(Random random, int length, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    static String slipped(Random random, String text, int slips, String alphabet) {
        StringBuilder slipped = new StringBuilder(text);
        for (int i = 0; i < slips; i++) {
            int at = random.nextInt(slipped.length() + 1);
            char letter = alphabet.charAt(random.nextInt(alphabet.length()));
            int kind = at == slipped.length() ? 0 : random.nextInt(4);
            switch (kind) {
                case 0 -> slipped.insert(at, letter);
                case 1 -> slipped.deleteCharAt(at);
                case 2 -> slipped.setCharAt(at, letter);
                default -> {
                    if (at > 0) {
                        char before = slipped.charAt(at - 1);
                        slipped.setCharAt(at - 1, slipped.charAt(at));
                        slipped.setCharAt(at, before);
                    }
                }
            }
        }
        return slipped.toString();
    }
}
