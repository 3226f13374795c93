package org.ruhu.tools.xlsform;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code parameters} of a row: {@code start=0 end=10 step=1}. */
final class Ranges {

    private Ranges() {}

    static Map<String, String> parameters(Line line) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : line.text("parameters").split("[\\s,;]+")) {
            int sign = part.indexOf('=');
            if (sign > 0) {
                parameters.put(part.substring(0, sign).strip(), part.substring(sign + 1).strip());
            }
        }
        return parameters;
    }

    static boolean whole(Line line) {
        return parameters(line).entrySet().stream()
                .filter(e -> e.getKey().matches("start|end|step"))
                .allMatch(e -> e.getValue().matches("-?\\d+"));
    }

    /** A parameter as a number; the other value where it is absent or none. */
    static BigDecimal number(Line line, String name, String otherwise) {
        String text = parameters(line).getOrDefault(name, otherwise);
        return new BigDecimal(text.matches("-?\\d+(\\.\\d+)?") ? text : otherwise);
    }
}
