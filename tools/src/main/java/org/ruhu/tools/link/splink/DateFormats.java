package org.ruhu.tools.link.splink;

import java.util.Map;

/** Formats of dates, as strptime or Spark write them, in the words of the cleaner {@code date}. */
final class DateFormats {

    private static final Map<Character, String> FIELDS =
            Map.of('Y', "yyyy", 'y', "yy", 'm', "MM", 'd', "dd", 'b', "MMM", 'B', "MMM");

    private DateFormats() {}

    static String of(String format) {
        if (format.indexOf('%') < 0) {
            return format;
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%') {
                pattern.append(format.charAt(i));
                continue;
            }
            String field = i + 1 < format.length() ? FIELDS.get(format.charAt(++i)) : null;
            if (field == null) {
                throw new SqlProblem("reads dates as '" + format + "'; only days, months and years are known here;"
                        + " leave the time out");
            }
            pattern.append(field);
        }
        return pattern.toString();
    }
}
