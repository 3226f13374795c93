package org.ruhu.tools.disclosure;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts and attributes of XML and HTML, read without any grammar, so that what is broken is read as well. Marks within
 * a line, such as for bold letters, do not part a text.
 */
final class Tagged {

    private static final Set<String> WITHIN = Set.of("r", "t", "rpr", "b", "i", "u", "em", "strong", "span", "font",
            "a", "small", "sub", "sup", "mark", "code", "tspan", "sz", "color", "rfont", "family", "charset", "scheme");
    private static final Pattern ENTITY = Pattern.compile("&#([xX]?)([0-9a-fA-F]{1,6});");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final int LONGEST = 1 << 14;
    private static final int OVERLAP = 1 << 7;

    private final Take take;
    private final StringBuilder text = new StringBuilder();
    private long pieces;

    /** @param number from 1, in the order of the file */
    record Piece(long number, String text) {}

    /** Takes one piece after the other. */
    @FunctionalInterface
    interface Take {
        void piece(Piece piece) throws IOException;
    }

    Tagged(Take take) {
        this.take = take;
    }

    void read(Reader in) throws IOException {
        StringBuilder tag = new StringBuilder();
        boolean inside = false;
        char[] some = new char[1 << 13];
        for (int count = in.read(some); count >= 0; count = in.read(some)) {
            for (int i = 0; i < count; i++) {
                char sign = some[i];
                if (inside && sign == '>') {
                    tag(tag.toString());
                    tag.setLength(0);
                    inside = false;
                } else if (!inside && sign == '<') {
                    inside = true;
                } else {
                    StringBuilder to = inside ? tag : text;
                    to.append(sign);
                    if (to.length() > LONGEST) {
                        piece(to.toString());
                        to.delete(0, to.length() - OVERLAP);
                    }
                }
            }
        }
        piece(text.toString());
        piece(tag.toString());
    }

    private void tag(String tag) throws IOException {
        String name = tag.replaceFirst("^/?(?:[A-Za-z]+:)?([A-Za-z0-9]*).*$", "$1").toLowerCase(Locale.ROOT);
        if (!WITHIN.contains(name) || tag.startsWith("!")) {
            piece(text.toString());
            text.setLength(0);
        }
        if (tag.startsWith("!")) {
            piece(tag);
        }
        Matcher quoted = QUOTED.matcher(tag);
        while (quoted.find()) {
            piece(quoted.group(quoted.group(1) == null ? 2 : 1));
        }
    }

    private void piece(String piece) throws IOException {
        if (piece.isBlank()) {
            return;
        }
        String plain = piece.indexOf('&') < 0 ? piece : ENTITY.matcher(piece).replaceAll(found ->
                Matcher.quoteReplacement(sign(Integer.parseInt(found.group(2), found.group(1).isEmpty() ? 10 : 16))));
        take.piece(new Piece(++pieces, plain));
    }

    private static String sign(int point) {
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
}
