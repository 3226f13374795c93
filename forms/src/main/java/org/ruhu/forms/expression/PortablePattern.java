package org.ruhu.forms.expression;

import java.util.regex.Pattern;

/**
 * Regular expressions that mean the same in Java and in a browser: literals, {@code .}, classes, {@code \d}, groups,
 * {@code |}, {@code ? * + {m,n}}. No back-reference, look-around, lazy or possessive quantifier, and nothing that
 * repeats without bound what itself repeats without bound or has alternatives, nor what could be tried in millions of
 * ways, for such patterns can take for ever.
 */
public final class PortablePattern {

    private static final String SYNTAX = "^$\\.*+?()[]{}|/";
    private static final int MOST = 1000;
    /** Ways that a part of any length counts for: three such parts in a row are the most. */
    private static final int MANY = 200;
    private static final double MOST_WAYS = 1e7;
    private static final double LONGEST = 1000;

    private final String text;
    private final boolean anchors;
    private final StringBuilder java = new StringBuilder();
    private int next;
    private int depth;
    private Part whole = Part.NOTHING;

    private PortablePattern(String text, boolean anchors) {
        this.text = text;
        this.anchors = anchors;
    }

    /** A pattern to be matched against whole texts, where {@code .} is any character. */
    public static Pattern whole(String text) {
        return translate(text, false).compiled();
    }

    /** A pattern of a JSON Schema, found anywhere in a text, where {@code .} is any character of a line. */
    public static Pattern found(String text) {
        return translate(text, true).compiled();
    }

    /** Whether a match may have any length, or a great one: then the text must be short for the search to be. */
    public static boolean unbounded(String text) {
        return translate(text, true).whole.longest > LONGEST;
    }

    private static PortablePattern translate(String text, boolean anchors) {
        PortablePattern pattern = new PortablePattern(text, anchors);
        pattern.whole = pattern.alternatives();
        if (pattern.next < text.length()) {
            throw pattern.problem("')' has no '('");
        }
        boolean anywhere = anchors && !text.startsWith("^");
        if (pattern.whole.ways * (anywhere ? MANY : 1) > MOST_WAYS) {
            pattern.next = 0;
            throw pattern.problem("there are too many ways to try this: repeat less, or begin with ^");
        }
        return pattern;
    }

    private Pattern compiled() {
        return Pattern.compile(java.toString());
    }

    /**
     * What a part of a pattern contains.
     *
     * @param ways    in how many ways it may fit a long text, roughly
     * @param longest length of the longest text it fits
     */
    private record Part(boolean unbounded, boolean choice, double ways, double longest) {
        static final Part NOTHING = new Part(false, false, 1, 0);
        static final Part SINGLE = new Part(false, false, 1, 1);

        Part then(Part next) {
            return new Part(unbounded || next.unbounded, choice || next.choice,
                    ways * next.ways, longest + next.longest);
        }

        Part or(Part other) {
            return new Part(unbounded || other.unbounded, true, ways + other.ways, Math.max(longest, other.longest));
        }

        Part repeated(Bounds bounds) {
            double most = bounds.unbounded() ? Double.POSITIVE_INFINITY : bounds.most;
            return new Part(unbounded || bounds.unbounded(), choice,
                    waysRepeated(bounds), longest == 0 ? 0 : longest * most);
        }

        private double waysRepeated(Bounds bounds) {
            int times = bounds.unbounded() ? bounds.least + MANY : bounds.most;
            if (ways == 1) {
                return Math.min(times - bounds.least + 1, MANY);
            }
            double sum = 0;
            for (int i = bounds.least; i <= times && sum <= MOST_WAYS; i++) {
                sum += Math.pow(ways, i);
            }
            return sum;
        }
    }

    private record Bounds(int least, int most) {
        static final Bounds ONCE = new Bounds(1, 1);

        boolean unbounded() {
            return most == Integer.MAX_VALUE;
        }
    }

    private Part alternatives() {
        Part all = sequence();
        while (peek() == '|') {
            java.append((char) take());
            all = all.or(sequence());
        }
        return all;
    }

    private Part sequence() {
        Part all = Part.NOTHING;
        while (peek() != -1 && peek() != '|' && peek() != ')') {
            all = all.then(quantified());
        }
        return all;
    }

    private Part quantified() {
        int start = next;
        if (anchors && (peek() == '^' || peek() == '$')) {
            java.append(take() == '^' ? "\\A" : "\\z");
            return Part.NOTHING;
        }
        Part atom = atom();
        Bounds bounds = quantifier();
        if (bounds.unbounded() && (atom.unbounded || atom.choice)) {
            next = start;
            throw problem("this repeats without bound what itself repeats without bound or has alternatives");
        }
        return atom.repeated(bounds);
    }

    private Part atom() {
        int c = take();
        switch (c) {
            case '(':
                return group();
            case '[':
                characterClass();
                return Part.SINGLE;
            case '.':
                java.append(anchors ? "[^\\n\\r\\u2028\\u2029]" : "[\\x{0}-\\x{10FFFF}]");
                return Part.SINGLE;
            case '\\':
                if (peek() == 'd') {
                    take();
                    java.append("[0-9]");
                } else {
                    literal(escaped(false));
                }
                return Part.SINGLE;
            default:
                if (SYNTAX.indexOf(c) >= 0 && c != '/') {
                    next--;
                    throw problem("'" + (char) c + "' cannot stand here; put \\ before it to mean the character");
                }
                literal(c);
                return Part.SINGLE;
        }
    }

    private Part group() {
        if (++depth > 20) {
            throw problem("too many groups in groups");
        }
        if (peek() == '?') {
            take();
            if (take() != ':') {
                throw problem("only ( and (?: open a group");
            }
        }
        java.append("(?:");
        Part inside = alternatives();
        if (take() != ')') {
            throw problem("')' is missing");
        }
        java.append(')');
        depth--;
        return inside;
    }

    /** How often what stands before it may come. */
    private Bounds quantifier() {
        if ("?*+{".indexOf(peek()) < 0) {
            return Bounds.ONCE;
        }
        Bounds bounds = switch (peek()) {
            case '?' -> sign(0, 1);
            case '*' -> sign(0, Integer.MAX_VALUE);
            case '+' -> sign(1, Integer.MAX_VALUE);
            default -> bounds();
        };
        if (peek() == '?' || peek() == '+' || peek() == '*' || peek() == '{') {
            throw problem("a quantifier cannot follow a quantifier");
        }
        return bounds;
    }

    private Bounds sign(int least, int most) {
        java.append((char) take());
        return new Bounds(least, most);
    }

    private Bounds bounds() {
        take();
        int least = count();
        int most = least;
        if (peek() == ',') {
            take();
            most = peek() == '}' ? Integer.MAX_VALUE : count();
        }
        if (take() != '}' || most < least) {
            throw problem("bounds are {m}, {m,} or {m,n}");
        }
        java.append('{').append(least).append(',').append(most == Integer.MAX_VALUE ? "" : most).append('}');
        return new Bounds(least, most);
    }

    private int count() {
        int start = next;
        while (peek() >= '0' && peek() <= '9') {
            take();
        }
        if (next == start || next - start > 4 || Integer.parseInt(text.substring(start, next)) > MOST) {
            throw problem("a bound is a number up to " + MOST);
        }
        return Integer.parseInt(text.substring(start, next));
    }

    private void characterClass() {
        java.append('[');
        if (peek() == '^') {
            java.append((char) take());
        }
        if (peek() == ']') {
            throw problem("a class cannot be empty");
        }
        while (peek() != ']') {
            classItem();
        }
        take();
        java.append(']');
    }

    private void classItem() {
        int first = classCharacter();
        boolean range = peek() == '-' && next + 1 < text.length() && text.charAt(next + 1) != ']';
        if (!range) {
            return;
        }
        take();
        java.append('-');
        int last = classCharacter();
        if (first < 0 || last < first) {
            throw problem("a range goes from a character to a later one");
        }
    }

    /** @return the character, or -1 for a set of characters */
    private int classCharacter() {
        int c = take();
        if (c == -1) {
            throw problem("']' is missing");
        }
        if (c == '\\' && peek() == 'd') {
            take();
            java.append("0-9");
            return -1;
        }
        if (c == '[') {
            throw problem("put \\ before [ in a class");
        }
        int meant = c == '\\' ? escaped(true) : c;
        literal(meant);
        return meant;
    }

    private int escaped(boolean inClass) {
        int c = take();
        if (c == 'u') {
            return unicode();
        }
        int control = "nrt".indexOf(c);
        if (control >= 0) {
            return "\n\r\t".charAt(control);
        }
        if (c == -1 || SYNTAX.indexOf(c) < 0 && !(inClass && c == '-')) {
            throw problem("unknown escape; \\d, \\n, \\r, \\t, \\uXXXX and escaped punctuation are portable");
        }
        return c;
    }

    private int unicode() {
        boolean shaped = next + 4 <= text.length() && text.substring(next, next + 4).matches("[0-9A-Fa-f]{4}");
        int c = shaped ? Integer.parseInt(text.substring(next, next + 4), 16) : 0xD800;
        if (Character.isSurrogate((char) c)) {
            throw problem("\\u needs four hexadecimal digits that are a whole character");
        }
        next += 4;
        return c;
    }

    private void literal(int c) {
        if (c <= 0xFFFF && Character.isSurrogate((char) c)) {
            throw problem("half a character is not portable");
        }
        java.append("\\x{").append(Integer.toHexString(c)).append('}');
    }

    private int peek() {
        return next < text.length() ? text.codePointAt(next) : -1;
    }

    private int take() {
        int c = peek();
        next += c == -1 ? 0 : Character.charCount(c);
        return c;
    }

    private IllegalArgumentException problem(String message) {
        return new IllegalArgumentException("character " + (next + 1) + " of the pattern: " + message);
    }
}
