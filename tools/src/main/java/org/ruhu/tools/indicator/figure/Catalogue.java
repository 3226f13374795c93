package org.ruhu.tools.indicator.figure;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every indicator there is, in the order of the report: {@code indicator/catalogue.json}. */
public final class Catalogue {

    private static final Map<String, Indicator> INDICATORS = read();

    private Catalogue() {}

    public static List<Indicator> indicators() {
        return List.copyOf(INDICATORS.values());
    }

    /** @throws IllegalArgumentException for a code that is not there: our mistake, as figures are made here only */
    public static Indicator indicator(String code) {
        Indicator found = INDICATORS.get(code);
        if (found == null) {
            throw new IllegalArgumentException("no indicator " + code);
        }
        return found;
    }

    private static Map<String, Indicator> read() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/indicator/catalogue.json")) {
            Map<String, Indicator> all = new LinkedHashMap<>();
            JsonMapper.builder().build().readValue(in, new TypeReference<List<Indicator>>() {})
                    .forEach(indicator -> all.put(indicator.code(), indicator));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
