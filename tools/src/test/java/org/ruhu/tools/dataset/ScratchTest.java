package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where rows wait until they can be written. */
class ScratchTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"csv, .gz", "sav, .rows", "dta, .rows", "xlsx, .part", "sqlite, .sqlite"})
    void rowsWaitInTheFolderThatWasNamedAndAreGoneWhenAllIsWritten(String word, String ending) throws IOException {
        Scratch scratch = Scratch.in(folder);
        Format format = Formats.of(word, new Formats.Wish("en", false), scratch).orElseThrow();
        try (ZippedTables tables = new ZippedTables(Dataset.of(VisitLog.all()), format, Mask.NONE,
                OutputStream.nullOutputStream(), scratch)) {
            tables.add(SomeVisits.ALL.get(0));
            assertThat(folder.toFile().list()).anyMatch(name -> name.startsWith(Scratch.PREFIX) && name.endsWith(ending));
            tables.finish();
        }
        assertThat(folder).isEmptyDirectory();
    }
}
