package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ruhu.tools.dataset.VisitLog.interview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.lines.Revision;

class BesideTest {

    private static final List<Revision> INTERVIEWS = List.of(
            interview(1, "1.0", "{'visits': [{'day': '2026-01-01'}, {'day': '2026-01-02'}]}"),
            interview(2, "1.0", "{'visits': [{'day': '2026-02-01'}]}"));

    @TempDir
    Path folder;

    private static Beside read(String csv) throws IOException {
        return Beside.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private Beside written(String csv) throws IOException {
        Beside beside = read(csv);
        Written.files(folder, Dataset.of(VisitLog.V1_0).with(beside::columns), CsvFormat.PLAIN, Mask.NONE, INTERVIEWS);
        return beside;
    }

    private List<String> column(String file, String name) throws IOException {
        return SomeVisits.column(folder.resolve(file), name);
    }

    @Test
    void weightsOfUnitsStandBesideEveryRowOfThem() throws IOException {
        Beside beside = written("""
                unit,weight,stratum
                540302102201-0001,1.50,01
                540302102201-0002,2,02
                540302102201-0003,9,02
                """);
        assertThat(column("units.csv", "weight")).containsExactly("1.5", "2");
        assertThat(column("visits.csv", "weight")).containsExactly("1.5", "1.5", "2");
        assertThat(column("visits.csv", "stratum")).containsExactly("01", "01", "02");
        assertThat(beside.unused()).isEqualTo(1);
        assertThat(beside.lacking()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1.234567890123456, 1.234567890123456", "2e-05, 0.00002", "07, 07"})
    void weightsAsOtherProgramsWriteThemAreNumbersAndCodesAreNot(String weight, String shown) throws IOException {
        Beside beside = written("\uFEFFunit,weight\n540302102201-0001," + weight + "\n");
        assertThat(column("units.csv", "weight")).containsExactly(shown, "");
        assertThat(Dataset.of(VisitLog.V1_0).with(beside::columns).tables().get(0).variables())
                .last().extracting(Variable::type)
                .isEqualTo(weight.equals("07") ? ValueType.TEXT : ValueType.NUMBER);
    }

    @Test
    void rowsFoundTwiceCarryTheirCluster() throws IOException {
        String first = new UUID(0, 1).toString();
        Beside beside = written("id,cluster\n%s/visits/2,c7\n".formatted(first));
        assertThat(column("visits.csv", "cluster")).containsExactly("", "c7", "");
        assertThat(column("units.csv", "unit")).hasSize(2);
        assertThat(Dataset.of(VisitLog.V1_0).with(beside::columns).tables().get(0).variables())
                .noneMatch(variable -> variable.name().equals("cluster"));
        assertThat(beside.lacking()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "household,weight                | line 1: the first column must be",
        "unit                            | line 1: the first column must be",
        "unit,weight;u-1,1;u-1,2         | line 3: a line before it is about the same unit",
        "unit,weight;u-1,1;u-2           | line 3: has 1 fields, the first line has 2"})
    void aFileThatIsNoneOfTheseIsRefusedWithItsLine(String csv, String says) {
        assertThatThrownBy(() -> read(csv.replace(';', '\n')))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(says);
    }
}
