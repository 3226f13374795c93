package org.ruhu.tools.link.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ruhu.tools.link.Rule.Key;

/** The short form of a blocking rule: {@code surname:first 3 + "family name":lower,first 1 + phones:each}. */
final class RuleText {

    record Part(String column, List<String> clean) {}

    private RuleText() {}

    /** @throws IllegalArgumentException with what to write instead */
    static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        for (String piece : split(text, '+')) {
            List<String> halves = split(piece, ':');
            String column = unquoted(halves.get(0).strip());
            if (column.isBlank()) {
                throw new IllegalArgumentException("'" + text + "' has an empty part; write columns with + between"
                        + " them, such as surname:first 3 + dob:year");
            }
            String clean = piece.substring(Math.min(piece.length(), halves.get(0).length() + 1)).strip();
            parts.add(new Part(column, clean.isEmpty() ? List.of()
                    : Arrays.stream(clean.split(",")).map(String::strip).toList()));
        }
        return parts;
    }

    static String print(List<Key> keys) {
        return keys.stream().map(key -> {
            List<String> clean = new ArrayList<>(key.clean());
            if (key.each()) {
                clean.add("each");
            }
            String column = key.column().matches(".*[+:\"'].*") ? '"' + key.column().replace("\"", "\"\"") + '"'
                    : key.column();
            return clean.isEmpty() ? column : column + ":" + String.join(",", clean);
        }).collect(Collectors.joining(" + "));
    }

    /** At every {@code sign} outside quotes. */
    private static List<String> split(String text, char sign) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == sign && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("'" + text + "' has a quote that does not end");
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
