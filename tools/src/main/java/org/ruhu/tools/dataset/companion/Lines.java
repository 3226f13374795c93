package org.ruhu.tools.dataset.companion;

/** A script being written, line by line. */
final class Lines {

    private final StringBuilder text = new StringBuilder();

    Lines add(String... lines) {
        for (String line : lines) {
            text.append(line).append('\n');
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A text on one line. */
    static String flat(String text) {
        return text.replaceAll("\\s*[\\r\\n\\u0085\\u2028\\u2029]+\\s*", " ");
    }
}
