package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ruhu.tools.dataset.VisitLog.interview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.lines.Revision;

class AddedTest {

    private static final Map<String, String> WEIGHTS = Map.of(id(1), "2.50", id(3), "0.1");

    /** Wants a name that a question has. */
    private static final Added WEIGHT = new Added() {
        @Override
        public String name() {
            return "Purpose";
        }

        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }

        @Override
        public String label(String language) {
            return language.equals("en") ? "weight" : "权数";
        }

        @Override
        public JsonNode value(Revision revision, String row) {
            String weight = WEIGHTS.get(revision.submission());
            return weight == null ? MissingNode.getInstance() : DecimalNode.valueOf(new BigDecimal(weight));
        }
    };

    private static final Dataset DATASET = Dataset.of(VisitLog.all()).with(table -> List.of(WEIGHT));

    private static String id(int number) {
        return new UUID(0, number).toString();
    }

    @TempDir
    Path folder;

    @Test
    void aColumnFromElsewhereStandsBehindTheAnswersUnderANameThatIsFree() throws IOException {
        Written.files(folder, DATASET, CsvFormat.PLAIN, Mask.NONE, List.of(interview(1, "1.0", "{'purpose': '3'}"),
                interview(2, "1.1", "{'purpose': '4'}"), interview(3, "1.2", "{'purpose': '2'}")));
        assertThat(SomeVisits.column(folder.resolve("units.csv"), "Purpose_")).containsExactly("2.5", "", "0.1");
        assertThat(SomeVisits.column(folder.resolve("units.csv"), "purpose")).containsExactly("3", "4", "2");
        assertThat(Files.readAllLines(folder.resolve("units.csv")).get(0)).endsWith(",Purpose_");
    }

    @Test
    void theCodebookSaysWhatItIs() throws IOException {
        Written.files(folder, DATASET, CsvFormat.PLAIN, Mask.NONE, List.of());
        assertThat(Files.readAllLines(folder.resolve("codebook.csv")))
                .filteredOn(line -> line.contains(",Purpose_,")).singleElement().asString()
                .contains(",Purpose_,权数,weight,number,");
    }

    @Test
    void everyOtherColumnIsAsItWas() {
        List<Variable> plain = Dataset.of(VisitLog.all()).tables().get(0).variables();
        List<Variable> more = DATASET.tables().get(0).variables();
        assertThat(more.subList(0, plain.size())).isEqualTo(plain);
        assertThat(more).hasSize(plain.size() + 1);
    }
}
