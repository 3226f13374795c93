package org.ruhu.tools.link.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Scope;

class BundledSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"census", "census-persons", "census-persons-alone"})
    void bundledSettingsAreReadAndFitTheirColumns(String name) throws IOException {
        List<String> columns = List.of("name_zh", "birth_date", "id_no", "sex", "phone", "village", "household", "area",
                "submission", "address", "register_no", "parents");
        try (InputStream in = BundledSettingsTest.class.getResourceAsStream("/link/" + name + ".json")) {
            Settings settings = SettingsReader.read(
                    SettingsReader.json(new String(in.readAllBytes(), StandardCharsets.UTF_8)), columns, Scope.WITHIN);
            assertThat(settings.blocking()).hasSizeBetween(9, 17);
            assertThat(settings.vetoes()).hasSize(1);
            assertThat(settings.household().orElseThrow().column()).isEqualTo("household");
        }
    }
}
