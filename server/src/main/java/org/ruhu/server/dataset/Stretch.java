package org.ruhu.server.dataset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a request asks for (RFC 9110, 14.1.2).
 *
 * @param from   first byte
 * @param length how many bytes; 0 if there are none such in the file
 */
record Stretch(long from, long length) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /**
     * Empty where the whole file is to be sent: nothing is asked for, several parts are, or something else than bytes.
     *
     * @param header value of {@code Range}; null if there is none
     */
    static Optional<Stretch> of(String header, long size) {
        Matcher one = ONE.matcher(header == null ? "" : header);
        if (!one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(one.group(2)));
            return Optional.of(new Stretch(size - last, last));
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(one.group(2)));
        if (!one.group(2).isEmpty() && Long.parseLong(one.group(2)) < from) {
            return Optional.empty();
        }
        return Optional.of(new Stretch(from, Math.max(0, to - from + 1)));
    }

    boolean isNothing() {
        return length == 0;
    }

    /** Value of {@code Content-Range}. */
    String in(long size) {
        return isNothing() ? "bytes */" + size : "bytes %d-%d/%d".formatted(from, from + length - 1, size);
    }
}
