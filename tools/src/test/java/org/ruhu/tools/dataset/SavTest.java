package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.dataset.spss.SavFormat;
import org.ruhu.tools.lines.Revision;

/** What PSPP reads in a system file. */
class SavTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        write(SomeVisits.ALL);
    }

    private void write(List<Revision> interviews) throws IOException {
        Written.files(folder, Dataset.of(VisitLog.all()), new SavFormat("en"), Mask.NONE, interviews);
    }

    @Test
    void valuesAndReasonsAreReadAsTheyWereWritten() throws Exception {
        Judge.says(folder, "pspp-convert", "units.sav", "units.csv");
        assertThat(column("purpose")).containsExactly("3", "1", "1", "2");
        assertThat(column("length")).as("-97 was answered").containsExactly("90", "-9998", "152", "-97");
        assertThat(column("length_missing")).containsExactly("", "dont-know", "", "");
        assertThat(column("spent")).as("asked of purpose 1").containsExactly(" ", "10.5", "151", " ");
        assertThat(column("seen_a")).containsExactly("1", "-97", "-97", "-97");
        assertThat(column("received_at")).containsOnly("11/20/2026 10:11:12");
    }

    @Test
    void labelsAndMissingValuesAreThere() throws Exception {
        String dictionary = pspp("GET FILE='units.sav'.", "DISPLAY DICTIONARY.");
        assertThat(dictionary).contains("length,9,Minutes,Scale,Input,10,Right,F12.0,F12.0,-9997; -9998; -9999",
                "What was seen: Road,Nominal", ",1,Help\n", ",4,Look\n",
                "-9999[a],refused to answer", ",short,Below an hour");
    }

    @Test
    void reasonsAreLeftOutOfCountsAndMeans() throws Exception {
        String counted = pspp("GET FILE='units.sav'.", "DESCRIPTIVES length /STATISTICS=MEAN.");
        assertThat(counted).contains("Minutes,3,48.33");
    }

    @Test
    void anEmptyTableIsAFileWithColumns() throws Exception {
        Judge.says(folder, "pspp-convert", "visits.sav", "visits.csv");
        assertThat(Files.readAllLines(folder.resolve("visits.csv"))).singleElement().asString().contains(",row,day");
    }

    @Test
    void longTextsAndOddLettersStayWhole() throws Exception {
        write(List.of(SomeVisits.withLongNote()));
        Judge.says(folder, "pspp-convert", "units.sav", "units.csv");
        assertThat(column("note")).containsExactly(SomeVisits.longNote());
    }

    @Test
    void whatCouldNotBeKeptIsNoted() throws Exception {
        write(List.of(VisitLog.interview(1, "1.0", "{'length': 'long', 'spent': 12, 'visits': [{'day': 'some day'}]}")));
        assertThat(SomeVisits.column(folder.resolve("notes.csv"), "column")).containsExactly("length", "day");
        assertThat(SomeVisits.column(folder.resolve("notes.csv"), "values")).containsOnly("1");
    }

    @Test
    void theSameRowsMakeTheSameBytes() throws Exception {
        byte[] first = Files.readAllBytes(folder.resolve("units.sav"));
        write();
        assertThat(folder.resolve("units.sav")).hasBinaryContent(first);
    }

    private String pspp(String... syntax) throws Exception {
        Files.writeString(folder.resolve("ask.sps"), String.join("\n", syntax) + "\n");
        return Judge.says(folder, "pspp", "-O", "format=csv", "ask.sps");
    }

    private List<String> column(String name) throws IOException {
        return SomeVisits.column(folder.resolve("units.csv"), name);
    }
}
