package org.ruhu.tools.dedupe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.ruhu.tools.link.settings.SettingsReader;

/** The settings that come with Ruhu, for the persons of a census. */
final class CensusSettings {

    /** Columns of {@code ruhu simulate --persons}. */
    private static final List<String> OF_PERSONS = List.of("id", "name_zh", "name_bo", "sex", "birth_date", "id_no",
            "phone", "village", "household");
    private static final List<String> OF_KIN = List.of("register_no", "parents");

    private CensusSettings() {}

    /** Whether a table is a list of persons by its columns. */
    static boolean fit(Collection<String> columns) {
        return columns.containsAll(OF_PERSONS);
    }

    static JsonNode ofPersons(Collection<String> columns) throws IOException {
        return read(columns.containsAll(OF_KIN) ? "census-persons" : "census-persons-alone").put("id", "id");
    }

    /** @param named whether a column names the records, as in what a server gives */
    static JsonNode ofInterviews(boolean named) throws IOException {
        ObjectNode settings = read("census");
        return named ? settings.put("id", "id") : settings;
    }

    private static ObjectNode read(String name) throws IOException {
        try (InputStream in = CensusSettings.class.getResourceAsStream("/link/" + name + ".json")) {
            return (ObjectNode) SettingsReader.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
