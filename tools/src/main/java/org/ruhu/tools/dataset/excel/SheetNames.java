package org.ruhu.tools.dataset.excel;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of sheets: 31 letters at most, none of {@code \/?*[]:}, no apostrophe at either end, not the word History; two
 * are the same where they differ in capitals alone.
 */
final class SheetNames {

    private static final int MOST = 31;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/?*\\[\\]:\\p{Cntrl}]|^'|'$");

    private final Set<String> taken = new HashSet<>(Set.of("history"));

    /** The name as near to the wanted one as can be. */
    String free(String wanted) {
        String clean = FORBIDDEN.matcher(wanted).replaceAll("_");
        return numbered(clean.isBlank() ? "sheet" : clean, 1);
    }

    /** One more sheet of the same rows: {@code members (2)}, with the next number that is free. */
    String next(String name, int number) {
        return numbered(name, number);
    }

    private String numbered(String name, int from) {
        for (int number = from; ; number++) {
            String behind = number == 1 ? "" : " (" + number + ")";
            String fitting = cut(name, MOST - behind.length()) + behind;
            if (taken.add(fitting.toLowerCase(Locale.ROOT))) {
                return fitting;
            }
        }
    }

    private static String cut(String name, int most) {
        int end = Math.min(name.length(), most);
        return name.substring(0, end > 0 && end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))
                ? end - 1 : end);
    }
}
