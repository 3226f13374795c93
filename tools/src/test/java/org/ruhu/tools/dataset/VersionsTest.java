package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ruhu.tools.dataset.VisitLog.interview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.lines.Revision;

/** One dataset over several versions of a form: nothing shifts, nothing mixes, everything is documented. */
class VersionsTest {

    private static final String[] KEYS = {"submission", "number", "campaign", "unit", "area", "received_at",
        "form_version"};

    private static final List<Revision> INTERVIEWS = List.of(
            interview(1, "1.0", "{'purpose': '3', 'length': 90, 'spent': 10.5, 'seen': ['b'], 'town': '00003'}"),
            interview(2, "1.1", "{'note': 'n', 'purpose': '4', 'length': 'long', 'spent': 7, 'seen': ['a', 'c'],"
                    + "'town': '00007'}"),
            interview(3, "1.1", "{'purpose': '1'}", "{'/length': 'dont-know'}"),
            interview(4, "1.2", "{'purpose': '2', 'length': 30, 'town': '00009'}"),
            interview(5, "1.0", "{}", "{'/length': 'dont-know'}"));

    @TempDir
    Path folder;

    private Duck duck;

    @BeforeEach
    void writeAllVersions() throws IOException {
        write(Dataset.of(VisitLog.all()), CsvFormat.PLAIN, INTERVIEWS);
        duck = new Duck(folder, "units.csv", "codebook.csv", "codelists.csv");
    }

    @Test
    void whatALaterVersionAddsComesBehindAndWhatItChangesGetsItsOwnColumn() {
        assertThat(columns(VisitLog.all(), 0)).startsWith(KEYS).endsWith("purpose", "length", "length_missing", "spent",
                "seen", "seen_a", "seen_b", "town", "note", "length_v1_1", "length_v1_1_missing", "spent_v1_1",
                "seen_c");
    }

    @Test
    void columnsKeepTheirPlaceWhenVersionsAreAdded() {
        List<String> one = columns(List.of(VisitLog.V1_0), 0);
        List<String> two = columns(List.of(VisitLog.V1_0, VisitLog.V1_1), 0);
        List<String> three = columns(VisitLog.all(), 0);
        assertThat(two.subList(0, one.size())).isEqualTo(one);
        assertThat(three.subList(0, two.size())).isEqualTo(two);
    }

    @Test
    void everyAnswerIsInTheColumnOfItsVersion() throws SQLException {
        assertThat(all("form_version", "purpose", "length", "spent", "length_v1_1", "spent_v1_1", "note"))
                .containsExactly("1.0|3|90|10.5|||", "1.1|4|||long|7|n", "1.1|1|||||", "1.2|2|30||||", "1.0||||||");
    }

    @Test
    void aReasonStandsBesideTheColumnOfItsVersion() throws SQLException {
        assertThat(all("length_missing", "length_v1_1_missing"))
                .containsExactly("|not-asked", "not-asked|", "not-asked|dont-know", "|not-asked",
                        "dont-know|not-asked");
    }

    @Test
    void aCodeThatAVersionDoesNotOfferIsNeitherChosenNorNotChosen() throws SQLException {
        assertThat(all("seen", "seen_a", "seen_b", "seen_c"))
                .containsExactly("b|0|1|", "a c|1||1", "|||", "|||", "|||");
    }

    @Test
    void optionsThatWereRemovedStayLabelled() throws SQLException {
        assertThat(codebook("purpose", "codes_en"))
                .isEqualTo("1 = Help; 2 = A talk; 3 = Count [1.0]; 4 = Look [1.1 1.2]");
    }

    @Test
    void theCodebookSaysWhichVersionsHadAVariable() throws SQLException {
        assertThat(codebook("purpose", "version")).isEqualTo("1.0 1.1 1.2");
        assertThat(codebook("length", "version")).isEqualTo("1.0 1.2");
        assertThat(codebook("length_v1_1", "version")).isEqualTo("1.1");
        assertThat(codebook("seen_c", "version")).isEqualTo("1.1");
        assertThat(codebook("length_v1_1", "digest")).isEqualTo(VisitLog.V1_1.digest());
        assertThat(codebook("form_version", "version")).isEqualTo("1.0 1.1 1.2");
    }

    @Test
    void theCodebookSaysWhatWasPutDifferentlyBefore() throws SQLException {
        assertThat(codebook("purpose", "label_en")).isEqualTo("Why");
        assertThat(codebook("purpose", "changes")).startsWith("1.0: codes_en 2 = Talk; ").contains("label_en What for")
                .doesNotContain("1.1");
        assertThat(codebook("length", "changes")).isEqualTo("1.0: missing dont-know");
        assertThat(codebook("length_v1_1", "changes")).isEmpty();
    }

    @Test
    void aColumnKeepsTheUnitItWasMeasuredIn() throws SQLException {
        assertThat(codebook("spent", "unit") + " " + codebook("spent_v1_1", "unit")).isEqualTo("yuan jin");
        assertThat(codebook("spent", "label_en")).isEqualTo("Money spent");
    }

    @Test
    void aLongListIsDescribedOnceAndApart() throws SQLException {
        assertThat(codebook("town", "codes_en")).isEqualTo("codelists.csv: CL_TOWN");
        assertThat(codebook("town", "list")).isEqualTo("CL_TOWN");
        assertThat(duck.ask("select count(*) from codelists where list = 'CL_TOWN'")).isEqualTo(Integer.toString(VisitLog.TOWNS));
        assertThat(duck.ask("select label_en || '|' || version from codelists where code = '00003'"))
                .isEqualTo("Town 00003|1.0");
        assertThat(duck.ask("select count(*) from units u join codelists c on u.town = c.code")).isEqualTo("3");
    }

    @Test
    void aDatasetOfOneVersionHoldsThatVersion() {
        Dataset dataset = Dataset.of(VisitLog.V1_1);

        assertThat(dataset.name()).isEqualTo("visit-log-1.1");
        assertThat(columns(List.of(VisitLog.V1_1), 0)).startsWith(KEYS).endsWith("note", "purpose", "length",
                "length_missing", "spent", "seen", "seen_a", "seen_c", "town");
        assertThat(dataset.holds(VisitLog.V1_0.id())).isFalse();
    }

    @Test
    void objectsOnLinesSayTheSameWithTheirTypes() throws Exception {
        write(Dataset.of(VisitLog.all()), new NdjsonFormat(), INTERVIEWS);
        Duck lines = new Duck(folder, "units.ndjson", "codebook.ndjson");

        assertThat(lines.askAll("select concat_ws('|', form_version, purpose, length, spent, length_v1_1, spent_v1_1,"
                + " seen_c) from units")).containsExactly("1.0|3|90|10.5", "1.1|4|long|7|true", "1.1|1", "1.2|2|30", "1.0");
        assertThat(lines.ask("select typeof(length) || ' ' || typeof(seen_a) from units")).isEqualTo("BIGINT BOOLEAN");
        assertThat(lines.ask("select list_contains(seen, 'c') from units where purpose = '4'")).isEqualTo("true");
        assertThat(Files.readAllLines(folder.resolve("units.ndjson"))).allSatisfy(line ->
                assertThat(VisitLog.json(line).fieldNames()).toIterable().isEqualTo(columns(VisitLog.all(), 0)));
        assertThat(lines.ask("select codes_en[3].label from codebook where \"column\" = 'purpose'")).isEqualTo("Count");
    }

    @Test
    void aZipHoldsTheSameBytesAsTheFiles() throws IOException {
        assertThat(Zips.unpacked(Written.zip(Dataset.of(VisitLog.all()), CsvFormat.PLAIN, INTERVIEWS)))
                .containsOnlyKeys("units.csv", "visits.csv", "helpers.csv", "brought.csv", "codebook.csv", "codelists.csv")
                .allSatisfy((name, bytes) -> assertThat(folder.resolve(name)).hasBinaryContent(bytes));
    }

    private List<String> all(String... columns) throws SQLException {
        return duck.askAll("select " + String.join(" || '|' || ", columns) + " from units");
    }

    private String codebook(String variable, String column) throws SQLException {
        return duck.ask("select " + column + " from codebook where \"column\" = '" + variable + "'");
    }

    private static List<String> columns(List<FormVersion> versions, int table) {
        return Dataset.of(versions).tables().get(table).variables().stream().map(Variable::name).toList();
    }

    private void write(Dataset dataset, Format format, List<Revision> interviews) throws IOException {
        Written.files(folder, dataset, format, Mask.NONE, interviews);
    }
}
