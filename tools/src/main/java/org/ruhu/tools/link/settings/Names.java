package org.ruhu.tools.link.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Constants as files write them: in small letters. */
final class Names {

    private Names() {}

    static <E extends Enum<E>> Optional<E> of(Class<E> type, String written) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> written(constant).equals(written)).findAny();
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
