package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ruhu.forms.Catalogue;
import org.ruhu.tools.dataset.companion.Accompanied;
import org.ruhu.tools.lines.Revision;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Simulation;

/** Every byte of masked files, companions included, is searched for what was planted into the interviews. */
class MaskedZipsTest {

    private static final Dataset DATASET = Dataset.of(Catalogue.bundled().form(Plan.FORM).orElseThrow());
    private static final double LATITUDE = 31.12345;
    private static final Map<String, String> PLANTED = Map.of("head_name", "扎西甲乙丙丁", "head_name_bo", "བཀྲ་ཤིས་གཞོན་ནུ",
            "phone", "10077778888", "name_zh", "卓玛戊己庚辛", "name_bo", "སྒྲོལ་མ་གཞོན་ནུ", "name_alias", "多吉壬癸子丑",
            "id_no", "549977197001019999");

    static Stream<Format> formats() {
        Formats.Wish wish = new Formats.Wish("en", true);
        return Formats.words().stream().map(word -> Formats.of(word, wish).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noByteTellsOfAPerson(Format format) throws IOException {
        assertThat(found(format, Mask.NONE)).as("whatever is planted is found where nothing is masked")
                .contains("phone", "head_name", "place").hasSizeGreaterThan(3);
        assertThat(found(format, Mask.IDENTIFIERS)).isEmpty();
    }

    private static TreeSet<String> found(Format format, Mask mask) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        unpack(Written.zip(DATASET, new Accompanied(format, "en"), mask, interviews()), files);
        TreeSet<String> found = new TreeSet<>();
        for (byte[] file : files.values()) {
            String bytes = letters(file);
            PLANTED.forEach((question, value) -> {
                if (bytes.contains(letters(value.getBytes(StandardCharsets.UTF_8)))) {
                    found.add(question);
                }
            });
            if (places().anyMatch(bytes::contains)) {
                found.add("place");
            }
        }
        return found;
    }

    /** A letter for every byte, so that texts can be searched. */
    private static String letters(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The latitude in words, and as machines of either kind keep it. */
    private static Stream<String> places() {
        return Stream.concat(Stream.of(Double.toString(LATITUDE)), Stream.of(ByteOrder.LITTLE_ENDIAN,
                ByteOrder.BIG_ENDIAN).map(order -> letters(ByteBuffer.allocate(Double.BYTES).order(order)
                        .putDouble(LATITUDE).array())));
    }

    private static void unpack(byte[] zip, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : Zips.unpacked(zip).entrySet()) {
            files.put(file.getKey(), file.getValue());
            if (file.getKey().endsWith(".xlsx")) {
                unpack(file.getValue(), files);
            }
        }
    }

    /** Some answers are of a shape nobody expects. */
    private static List<Revision> interviews() {
        Simulation county = new Simulation(Plan.of(8, 9, "test"));
        List<Revision> interviews = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ObjectNode line = county.household(i).submission();
            ObjectNode answers = (ObjectNode) line.path("answers");
            plant(answers, List.of("head_name", "head_name_bo", "phone"));
            answers.put("gps_lat", LATITUDE).put("gps_lon", 97.54321);
            for (JsonNode member : answers.path("members")) {
                plant((ObjectNode) member, List.of("name_zh", "name_bo", "name_alias", "id_no"));
            }
            if (i == 7) {
                answers.putObject("phone").put("no", PLANTED.get("phone"));
            }
            interviews.add(Revision.of(line).orElseThrow());
        }
        return interviews;
    }

    private static void plant(ObjectNode answers, List<String> questions) {
        questions.forEach(question -> answers.put(question, PLANTED.get(question)));
    }
}
