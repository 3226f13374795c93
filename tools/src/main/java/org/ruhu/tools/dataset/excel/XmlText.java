package org.ruhu.tools.dataset.excel;

import java.util.Arrays;

/** XML on its way to a file: UTF-8 in a buffer that grows. */
final class XmlText {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final int ESCAPED = 7;

    private byte[] bytes = new byte[1 << 16];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** ASCII that needs no escaping. */
    XmlText raw(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    XmlText number(int number) {
        return raw(Integer.toString(number));
    }

    /**
     * Text as it is, for an element or an attribute. Letters that XML cannot hold are written as {@code _x0001_}, and
     * text that looks so already with its underscore as {@code _x005F_} (ECMA-376, ST_Xstring); half a surrogate pair
     * means nothing and becomes U+FFFD.
     *
     * @param end of the letters that are written
     */
    XmlText escaped(String text, int end) {
        for (int i = 0; i < end; i++) {
            char letter = text.charAt(i);
            room(ESCAPED);
            if (letter >= ' ' && letter < 0x7F) {
                ascii(text, i, letter);
            } else if (letter < 0x80) {
                control(letter);
            } else if (Character.isSurrogate(letter)) {
                i += pair(text, i, end);
            } else if (letter >= 0xFFFE) {
                hex(letter);
            } else {
                utf8(letter);
            }
        }
        return this;
    }

    private void ascii(String text, int at, char letter) {
        switch (letter) {
            case '<' -> raw("&lt;");
            case '>' -> raw("&gt;");
            case '&' -> raw("&amp;");
            case '"' -> raw("&quot;");
            case '_' -> {
                if (escape(text, at)) {
                    hex('_');
                } else {
                    bytes[length++] = '_';
                }
            }
            default -> bytes[length++] = (byte) letter;
        }
    }

    /** Line breaks and tabs are text; a carriage return would be read as a line break if it were not escaped. */
    private void control(char letter) {
        if (letter == '\n' || letter == '\t' || letter == 0x7F) {
            bytes[length++] = (byte) letter;
        } else {
            hex(letter);
        }
    }

    private static boolean escape(String text, int at) {
        if (at + ESCAPED > text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + ESCAPED - 1) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + ESCAPED - 1; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private void hex(char letter) {
        raw("_x");
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = (byte) HEX[letter >> shift & 0xF];
        }
        bytes[length++] = '_';
    }

    /** How many letters more than one were taken. */
    private int pair(String text, int at, int end) {
        char high = text.charAt(at);
        if (!Character.isHighSurrogate(high) || at + 1 >= end || !Character.isLowSurrogate(text.charAt(at + 1))) {
            utf8('\uFFFD');
            return 0;
        }
        int letter = Character.toCodePoint(high, text.charAt(at + 1));
        bytes[length++] = (byte) (0xF0 | letter >> 18);
        bytes[length++] = (byte) (0x80 | letter >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | letter >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | letter & 0x3F);
        return 1;
    }

    private void utf8(char letter) {
        if (letter < 0x800) {
            bytes[length++] = (byte) (0xC0 | letter >> 6);
        } else {
            bytes[length++] = (byte) (0xE0 | letter >> 12);
            bytes[length++] = (byte) (0x80 | letter >> 6 & 0x3F);
        }
        bytes[length++] = (byte) (0x80 | letter & 0x3F);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
