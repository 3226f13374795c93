package org.ruhu.tools.link.clean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Traditional characters and variants as simplified ones, each by itself: a name is no sentence whose words could tell
 * one of two simplified forms from the other. The table is that of OpenCC, which opencc4j carries.
 */
final class Simplified {

    private static final char[] FORMS = read("/data/dictionary/TSCharacters.txt");

    private Simplified() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (FORMS[text.charAt(i)] != text.charAt(i)) {
                return changed(text, i);
            }
        }
        return text;
    }

    private static String changed(String text, int from) {
        char[] letters = text.toCharArray();
        for (int i = from; i < letters.length; i++) {
            letters[i] = FORMS[letters[i]];
        }
        return new String(letters);
    }

    /** A line is a character, a tab, and its forms with a blank between, the usual one first. */
    private static char[] read(String table) {
        char[] forms = new char[1 << 16];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = (char) i;
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Simplified.class.getResourceAsStream(table), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("[\t ]")).filter(line -> line.length > 1)
                    .filter(line -> line[0].length() == 1 && line[1].length() == 1)
                    .forEach(line -> forms[line[0].charAt(0)] = line[1].charAt(0));
            return forms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
