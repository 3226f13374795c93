package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.lines.Revision;
import org.ruhu.tools.simulation.Plan;

/** Numbers that no program counts with: a line of JSON can hold one in eleven letters. */
class EndlessNumbersTest {

    private static final FormVersion FORM = Catalogue.bundled().form(Plan.FORM).orElseThrow();

    @TempDir
    private Path folder;

    static Stream<Format> formats() {
        Formats.Wish wish = new Formats.Wish("en", false);
        return Formats.words().stream().map(word -> Formats.of(word, wish).orElseThrow());
    }

    /** A hundred million zeros written out would take more memory than there is. */
    @ParameterizedTest
    @MethodSource("formats")
    void areWrittenShortOrNotAtAllInEveryFormat(Format format) throws Exception {
        for (Mask mask : List.of(Mask.NONE, Mask.IDENTIFIERS)) {
            Written.files(folder, Dataset.of(FORM), format, mask, List.of(interview("1E+99999999"),
                    interview("1E-99999999"), interview("1E+400")));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isNotEmpty().allMatch(file -> file.toFile().length() < 1 << 20);
            }
        }
    }

    @Test
    void standInJsonAsTheyWereGiven() throws Exception {
        Written.files(folder, Dataset.of(FORM), new NdjsonFormat(), Mask.NONE, List.of(interview("1E+99999999")));
        assertThat(Files.readString(folder.resolve("households.ndjson"))).contains("\"med_total\":1E+99999999,");
    }

    @ParameterizedTest
    @MethodSource("words")
    void wordsThatJavaTakesForNumbersAreNone(String word) {
        Coding number = new Coding(Coding.Storage.NUMBER, 0);
        assertThat(number.number(new ObjectMapper().getNodeFactory().textNode(word))).isEmpty();
    }

    static Stream<String> words() {
        return Stream.of("NaN", "Infinity", "5d", "0x1p3", " 5", "1e400", "");
    }

    private static Revision interview(String number) {
        BigDecimal value = new BigDecimal(number);
        ObjectNode answers = new ObjectMapper().createObjectNode().put("med_total", value).put("gps_lat", value)
                .put("gps_lon", 97.1).put("n_share", value).put("result_code", "01");
        return new Revision(number, 1, FORM.id(), "c", "u", "0540", "", new Answers(answers, Map.of()), Map.of());
    }
}
