package org.ruhu.tools.link.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final String[] ALPHABETS = {"ab", "abcdefgh", "0123456789", "扎西卓玛多吉", "zhaxiduojpm扎9"};

    private static final List<Double> SHARES = List.of(0.5, 0.7, 0.8, 0.88, 0.9, 0.95, 1.0);

    @Test
    void whatReachesABoundIsNeverRuledOut() {
        Random random = new Random(4);
        List<Screen> jaro = SHARES.stream().map(Screen::jaro).toList();
        List<Screen> jaroWinkler = SHARES.stream().map(Screen::jaroWinkler).toList();
        int ruledOut = 0;
        for (int i = 0; i < 100_000; i++) {
            String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
            String a = text(random, alphabet);
            String b = random.nextBoolean() ? text(random, alphabet) : edited(random, alphabet, edited(random, alphabet, a));
            int which = random.nextInt(SHARES.size());
            double share = SHARES.get(which);
            int edits = random.nextInt(4);
            ruledOut += checked(jaro.get(which), a, b, Jaro.of(chars(a), 0, a.length(), chars(b), 0, b.length()) >= share);
            ruledOut += checked(jaroWinkler.get(which), a, b,
                    JaroWinkler.of(chars(a), 0, a.length(), chars(b), 0, b.length()) >= share);
            ruledOut += checked(Screen.edits(edits), a, b,
                    Damerau.of(chars(a), 0, a.length(), chars(b), 0, b.length()) <= edits);
        }
        assertThat(ruledOut).isGreaterThan(100_000);
    }

    private static int checked(Screen screen, String a, String b, boolean reached) {
        boolean perhaps = screen.perhaps(head(a), tail(a), letters(a), head(b), tail(b), letters(b));
        if (reached && !perhaps) {
            fail(a + " and " + b);
        }
        return perhaps ? 0 : 1;
    }

    private static String text(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(random.nextInt(20) == 0 ? 40 : 14);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String edited(Random random, String alphabet, String text) {
        int at = random.nextInt(text.length());
        String letter = alphabet.substring(random.nextInt(alphabet.length())).substring(0, 1);
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + letter + text.substring(at);
            case 1 -> text.length() == 1 ? letter : text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + letter + text.substring(at + 1);
            default -> at == 0 ? text : text.substring(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.substring(at + 1);
        };
    }

    private static char[] chars(String text) {
        return text.toCharArray();
    }

    private static int head(String text) {
        return Screen.head(chars(text), 0, text.length());
    }

    private static int tail(String text) {
        return Screen.tail(chars(text), 0, text.length());
    }

    private static long letters(String text) {
        return Letters.of(chars(text), 0, text.length());
    }
}
