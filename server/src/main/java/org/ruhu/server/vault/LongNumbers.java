package org.ruhu.server.vault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds long numbers in a text, in digits of any script, in one piece or in several. Walked by hand: texts are long. */
final class LongNumbers {

    private static final int LONG_IN_ONE_PIECE = 9;
    /** A day and the hour of it are 10. */
    private static final int LONG_IN_PIECES = 11;
    private static final int WIDEST_GAP = 3;

    /** Names a submission and nobody. */
    private static final Pattern UUID = Pattern.compile(
            "(?i)(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-z])");

    private final String text;

    private LongNumbers(String text) {
        this.text = text;
    }

    /** @param most stars for one number */
    static String hidden(String text, int most) {
        return new LongNumbers(text).hidden(most);
    }

    private String hidden(int most) {
        StringBuilder shown = new StringBuilder();
        Matcher names = UUID.matcher(text);
        boolean named = names.find();
        int at = 0;
        while (at < text.length()) {
            if (named && names.start() == at) {
                shown.append(names.group());
                at = names.end();
            } else if (digit(at)) {
                int end = end(at);
                boolean hide = isLong(at, end);
                int whole = hide ? check(end) : end;
                shown.append(hide ? "*".repeat(Math.min(most, whole - at)) : text.substring(at, end));
                at = whole;
            } else {
                shown.append(text.charAt(at++));
            }
            while (named && names.start() < at) {
                named = names.find();
            }
        }
        return shown.toString();
    }

    private boolean isLong(int from, int end) {
        int digits = 0;
        int piece = 0;
        int longest = 0;
        for (int at = from; at < end; at += width(at)) {
            digits += digit(at) ? 1 : 0;
            piece = digit(at) ? piece + 1 : 0;
            longest = Math.max(longest, piece);
        }
        return longest >= LONG_IN_ONE_PIECE || digits >= LONG_IN_PIECES;
    }

    /** Behind the last digit of the pieces that begin here. */
    private int end(int from) {
        int end = from;
        for (int at = from; at < text.length() && digit(at); at = behindGap(end)) {
            while (at < text.length() && digit(at)) {
                at += width(at);
            }
            end = at;
        }
        return end;
    }

    /** Behind an X that belongs to the number, if there is one. */
    private int check(int end) {
        int at = behindGap(end);
        boolean isX = at < text.length() && "XxＸｘ".indexOf(text.charAt(at)) >= 0;
        boolean inWord = at + 1 < text.length() && Character.isAlphabetic(text.charAt(at + 1))
                && text.charAt(at + 1) < 0x80;
        return isX && !inWord ? at + 1 : end;
    }

    private int behindGap(int from) {
        int at = from;
        while (at < text.length() && at - from < WIDEST_GAP && between(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean between(char sign) {
        return sign == '\t' || Character.getType(sign) == Character.SPACE_SEPARATOR
                || Character.getType(sign) == Character.DASH_PUNCTUATION
                || Character.getType(sign) == Character.FORMAT || sign == '\u2212';
    }

    private boolean digit(int at) {
        return Character.isDigit(text.codePointAt(at));
    }

    private int width(int at) {
        return Character.charCount(text.codePointAt(at));
    }
}
