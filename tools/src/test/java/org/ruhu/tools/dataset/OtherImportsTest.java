package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.tools.dataset.companion.Accompanied;

/** Whatever the format, the script beside it makes of it what the one beside CSV makes of that. */
class OtherImportsTest {

    private static final Dataset ODD = Dataset.of(OddForm.FORM);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"ndjson, jsonlite", "xlsx, readxl", "sqlite, RSQLite"})
    void rReadsTheSameDataFrames(String format, String library) throws Exception {
        assertThat(Judge.r(folder, asking(format, library))).isEqualTo("[1] TRUE\nTRUE");
    }

    /** Debian has neither arrow nor nanoparquet: whoever has the second among R's packages runs this. */
    @Test
    void rReadsTheSameDataFramesOfParquet() throws Exception {
        String said = Judge.says(folder, "Rscript", asking("parquet", "nanoparquet"));
        assumeFalse(said.startsWith("absent"), "R lacks nanoparquet");
        assertThat(said).isEqualTo("[1] TRUE\nTRUE");
    }

    /** A script of R that compares its frames with those of CSV. */
    private String asking(String format, String library) throws IOException {
        write("csv");
        write(format);
        Files.writeString(folder.resolve("ask.R"), """
                if (!requireNamespace("%2$s", quietly = TRUE)) { cat("absent"); quit() }
                frames <- function(folder) {
                  here <- new.env()
                  suppressMessages(sys.source(file.path(folder, "import.R"), here, chdir = TRUE))
                  mget(c("units", "rows", "inner"), here)
                }
                cat(isTRUE(print(all.equal(frames("csv"), frames("%1$s")))))
                """.formatted(format, library));
        return "ask.R";
    }

    @ParameterizedTest
    @ValueSource(strings = {"ndjson", "xlsx", "sqlite", "dta"})
    void pandasReadsTheSameFrames(String format) throws Exception {
        write("csv");
        write(format);
        Files.writeString(folder.resolve("ask.py"), """
                import importlib.util, pathlib
                from pandas.testing import assert_frame_equal
                def frames(folder):
                    spec = importlib.util.spec_from_file_location(folder, f"{folder}/import.py")
                    script = importlib.util.module_from_spec(spec)
                    spec.loader.exec_module(script)
                    return script.load(language="en")
                ours, theirs = frames("csv"), frames("%s")
                for table in ("units", "rows", "inner"):
                    theirs[table].columns = ours[table].columns
                    assert_frame_equal(ours[table], theirs[table])
                    print(table, len(ours[table]))
                """.formatted(format));
        assertThat(Judge.pandas(folder, "ask.py")).isEqualTo("units 4\nrows 3\ninner 2\n");
    }

    private void write(String format) throws IOException {
        Path into = Files.createDirectory(folder.resolve(format));
        Written.files(into, ODD, new Accompanied(Formats.of(format, new Formats.Wish("en", false)).orElseThrow(), "en"),
                Mask.NONE, OddForm.interviews(true));
    }
}
