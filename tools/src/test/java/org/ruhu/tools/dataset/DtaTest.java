package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.dataset.stata.DtaFormat;
import org.ruhu.tools.lines.Revision;

/** What ReadStat reads in a data file of Stata, and PSPP in what ReadStat makes of it. */
class DtaTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        write(SomeVisits.ALL);
    }

    private void write(List<Revision> interviews) throws IOException {
        Written.files(folder, Dataset.of(VisitLog.all()), new DtaFormat("en"), Mask.NONE, interviews);
    }

    @Test
    void valuesAreReadAsTheyWereWritten() throws Exception {
        Judge.says(folder, "readstat", "units.dta", "units.csv");
        assertThat(column("purpose")).containsExactly("3", "1", "1", "2");
        assertThat(column("length")).containsExactly("90", "", "152", "-97");
        assertThat(column("spent")).containsExactly("", "10.500000", "151.000000", "");
        assertThat(column("seen")).containsExactly("a b", "", "", "");
        assertThat(column("seen_a")).containsExactly("1", "", "", "");
        assertThat(column("length_missing")).containsExactly("", "dont-know", "", "");
    }

    @Test
    void timesCountFromNineteenSixty() throws Exception {
        Judge.says(folder, "readstat", "units.dta", "units.csv");
        assertThat(column("received_at")).as("milliseconds: 24,430 days, 10:11:12.5")
                .containsOnly(24_430L * 86_400_000 + 36_672_500 + ".000000");
    }

    @Test
    void labelsAreThereAndThoseOfReasonsToo() throws Exception {
        Judge.says(folder, "readstat", "units.dta", "again.sav");
        Files.writeString(folder.resolve("ask.sps"), "GET FILE='again.sav'.\nDISPLAY DICTIONARY.\n");
        assertThat(Judge.says(folder, "pspp", "-O", "format=csv", "ask.sps"))
                .contains("length,9,Minutes,", "What was seen: Road,", "Why,1,Help\n", ",4,Look\n",
                        ",2147483622,does not know\n", ",2147483623,refused to answer\n",
                        ",2147483624,\"asked, neither answer nor reason\"\n");
    }

    @Test
    void anEmptyTableIsAFileWithColumns() throws Exception {
        assertThat(Judge.says(folder, "readstat", "visits.dta")).contains("Columns: 9", "Rows: 0", "Format version: 118");
    }

    @Test
    void longTextsAndOddLettersStayWhole() throws Exception {
        write(List.of(SomeVisits.ALL.get(0), SomeVisits.withLongNote()));
        Judge.says(folder, "readstat", "units.dta", "units.csv");
        assertThat(column("note")).containsExactly("", SomeVisits.longNote());
        assertThat(column("purpose")).containsExactly("3", "1");
    }

    @Test
    void theSameRowsMakeTheSameBytes() throws Exception {
        byte[] first = Files.readAllBytes(folder.resolve("units.dta"));
        write();
        assertThat(folder.resolve("units.dta")).hasBinaryContent(first);
    }

    private List<String> column(String name) throws IOException {
        return SomeVisits.column(folder.resolve("units.csv"), name);
    }
}
