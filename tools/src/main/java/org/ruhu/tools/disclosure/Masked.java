package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names for a public list, a syllable hidden. Of two the second, of three the middle one; of four and more the third
 * and every second one after it: Tibetan names of four syllables are called by the first and third, so that what can
 * be read is neither the name nor what neighbours say.
 */
final class Masked {

    private static final String HIDDEN = "*";
    private static final String TSHEG = "་";
    private static final Pattern TIBETAN = Pattern.compile(".*\\p{InTibetan}.*", Pattern.DOTALL);
    private static final Pattern HAN = Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL);

    private Masked() {}

    /** Several names in one cell are masked one by one. */
    static String name(String names) {
        return Arrays.stream(names.split("[、，,;；/|]")).map(Masked::one).collect(Collectors.joining("、"));
    }

    private static String one(String name) {
        String plain = name.strip();
        if (plain.isEmpty()) {
            return HIDDEN;
        }
        if (TIBETAN.matcher(plain).matches()) {
            List<String> syllables = Arrays.stream(plain.split("[་༌།\\s]+")).filter(one -> !one.isEmpty()).toList();
            return String.join(TSHEG, hidden(syllables));
        }
        if (HAN.matcher(plain).matches()) {
            return String.join("", hidden(plain.codePoints().filter(Character::isLetter).mapToObj(Character::toString)
                    .toList()));
        }
        return latin(plain);
    }

    private static List<String> hidden(List<String> syllables) {
        List<String> shown = new ArrayList<>(syllables);
        int count = syllables.size();
        if (count <= 1) {
            return List.of(HIDDEN);
        }
        for (int i = count <= 3 ? 1 : 2; i < count; i += 2) {
            if (count > 3 || i == 1) {
                shown.set(i, HIDDEN);
            }
        }
        return shown;
    }

    /** Of the words after the first, or of a single one, no more than the first letter. */
    private static String latin(String name) {
        String[] words = name.split("[\\s.'-]+");
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            boolean whole = i == 0 && words.length > 1 || words[i].isEmpty();
            shown.add(whole ? words[i] : words[i].substring(0, 1) + HIDDEN);
        }
        return String.join(" ", shown);
    }
}
