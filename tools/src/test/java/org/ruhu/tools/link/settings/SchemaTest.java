package org.ruhu.tools.link.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema is for editors; what it takes and refuses the reader takes and refuses. */
class SchemaTest {

    private static final Pattern BLOCK = Pattern.compile("(?m)^    \\{\\n(?:^     .*\\n)+^    }\\n");

    @ParameterizedTest
    @ValueSource(strings = {"/link/census.json", "/link/census-persons.json", "/link/census-persons-alone.json",
        "/linkage/febrl.json",
        "/linkage/febrl-without-number.json"})
    void bundledSettingsFit(String name) throws IOException {
        String text = resource(name);
        assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
        String written = SettingsWriter.write(SettingsReader.read(SettingsReader.json(text))).toString();
        assertThat(schema().validate(written, InputFormat.JSON)).isEmpty();
    }

    @Test
    void theExamplesOfThePagesFit() throws IOException {
        List<String> examples = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("docs/linkage-settings.md")));
        while (blocks.find()) {
            examples.add(blocks.group());
        }
        Schema schema = schema();
        examples.removeIf(example -> !example.contains(SettingsReader.VERSION));
        assertThat(examples).hasSizeGreaterThanOrEqualTo(3).allSatisfy(example -> {
            assertThat(schema.validate(example, InputFormat.JSON)).isEmpty();
            SettingsReader.read(SettingsReader.json(example));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'column': 'x', 'kind': 'nam'}",
        "{'column': 'x'}",
        "{'column': 'x', 'kind': 'name', 'levels': ['exact']}",
        "{'column': 'x', 'levels': []}",
        "{'column': 'x', 'levels': [{'label': 'y'}]}",
        "{'column': '', 'kind': 'name'}",
        "{'colum': 'x', 'kind': 'name'}"
    })
    void whatTheReaderRefusesDoesNotFit(String comparison) throws IOException {
        String text = ("{'settings': 'ruhu-linkage/1', 'blocking': ['x'], 'comparisons': [" + comparison + "]}")
                .replace('\'', '"');
        JsonNode json = SettingsReader.json(text);
        assertThat(catchThrowable(() -> SettingsReader.read(json))).isInstanceOf(SettingsProblem.class);
        assertThat(schema().validate(text, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void everyKindIsKnownToIt() throws IOException {
        String schema = resource("/link/settings.schema.json");
        assertThat(Kinds.names()).allSatisfy(kind -> assertThat(schema).contains('"' + kind + '"'));
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("/link/settings.schema.json"), InputFormat.JSON);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
