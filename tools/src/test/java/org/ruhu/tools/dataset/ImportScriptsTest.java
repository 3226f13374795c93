package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.dataset.companion.Accompanied;
import org.ruhu.tools.dataset.spss.SavFormat;
import org.ruhu.tools.lines.Revision;

/** The scripts beside the tables, run by the programs they are for. */
class ImportScriptsTest {

    private static final Dataset ODD = Dataset.of(OddForm.FORM);

    @TempDir
    private Path folder;

    @Test
    void whatSpssImportsIsWhatAnSpssFileHolds() throws Exception {
        write(ODD, OddForm.interviews(false));
        assertThat(Judge.says(folder, "pspp", "import.sps")).isEmpty();
        Path other = Files.createDirectory(folder.resolve("sav"));
        Written.files(other, ODD, new SavFormat("en"), Mask.NONE, OddForm.interviews(false));

        for (String table : List.of("units", "rows", "inner")) {
            assertThat(notStated(values(folder, table))).as(table).isEqualTo(notStated(values(other, table)));
            assertThat(labels(folder, table)).as(table).isEqualTo(labels(other, table));
        }
        assertThat(values(folder, "units")).contains("11/20/2026 10:11:12", "སྒྲོལ་མ", "02/03/1931", ",-9998,",
                ",-97,-97,-97,not-stated,");
        assertThat(values(folder, "rows")).as("what looked like a formula").contains(",=1+1", ",'quoted");
    }

    @Test
    void spssIsKeptFromTextsItWouldReadWrongly() throws Exception {
        write(ODD, OddForm.interviews(true));
        assertThat(Judge.says(folder, "pspp", "import.sps")).isEmpty();

        assertThat(folder.resolve("units.sav")).doesNotExist();
        assertThat(folder.resolve("rows.sav")).exists();
        assertThat(Files.readString(folder.resolve("import.sps"))).contains("* units.csv has texts with line breaks");
    }

    @Test
    void spssReadsAnEmptyDatasetOfAnyVersions() throws Exception {
        write(Dataset.of(VisitLog.all()), List.of());
        assertThat(Judge.says(folder, "pspp", "import.sps")).isEmpty();
        assertThat(values(folder, "brought").lines()).singleElement().asString().contains("helpers_row,row,thing");
    }

    @Test
    void rReadsEveryValueWithItsLabel() throws Exception {
        write(ODD, OddForm.interviews(true));
        Files.writeString(folder.resolve("ask.R"), """
                language <- "en"; source("import.R", chdir = TRUE)
                say <- function(x) writeLines(enc2utf8(paste(ifelse(is.na(x), "NA", as.character(x)), collapse = "|")),
                  useBytes = TRUE)
                say(units$odd); say(units$sign); say(units$many); say(units$long); say(levels(units$long))
                say(units$flag); say(units$amount); say(units$day); say(format(units$moment, "%F %T", tz = "UTC"))
                say(as.numeric(units$moment) %% 1)
                say(units$a_name_that_is_far_too_long_for_every_program_there_is); say(units$amount_missing)
                say(rows$text); say(inner$`if`); say(inner$if_missing); say(attr(units$odd, "label"))
                """);
        assertThat(Judge.says(folder, "Rscript", "ask.R")).isEqualTo("""
                units: 4 rows, 29 columns
                rows: 3 rows, 9 columns
                inner: 2 rows, 11 columns
                """.replace("29", Integer.toString(ODD.tables().get(0).variables().size())) + String.join("\n",
                OddForm.ODD + "|" + OddForm.LONG + "|NA| [3]", "-less|=equal|NA|NA",
                "Place 400 \"x\" 😀|Place 1 \"x\" 😀|Place 77 \"x\" 😀|NA", "same [01]|NA|NA|NA", "same [01]|same [02]",
                "TRUE|FALSE|NA|NA", "10.25|-99|NA|1234567.5", "1931-02-03|NA|NA|2026-11-20",
                "2026-11-20 10:11:12|2026-01-01 00:00:00|NA|NA", "0.25|0|NA|NA",
                "two\nlines, \"quoted\" 😀|སྒྲོལ་མ|NA|NA",
                "NA|NA|does not know|NA", "=1+1|'quoted|NA", "7|NA", "NA|refused to answer", OddForm.ODD, ""));
    }

    @Test
    void rReadsAnEmptyDatasetOfAnyVersions() throws Exception {
        write(Dataset.of(VisitLog.all()), List.of());
        Files.writeString(folder.resolve("ask.R"), "source('import.R'); cat(class(units$purpose), class(visits$day))");
        assertThat(Judge.says(folder, "Rscript", "ask.R")).endsWith("factor Date");
    }

    @Test
    void pythonReadsEveryValueWithItsLabel() throws Exception {
        write(ODD, OddForm.interviews(true));
        Files.writeString(folder.resolve("ask.py"), """
                import sys
                sys.stdout.reconfigure(encoding="utf-8")
                tables = __import__("import").load(language="en")
                units = tables["units"]
                def say(values):
                    print("|".join("NA" if bad else str(value) for value, bad in zip(values, values.isna())))
                for name in ("odd", "sign", "many", "long", "flag", "amount", "moment", "day"):
                    say(units[name])
                say(tables["rows"]["text"]); say(tables["inner"]["if"]); print(units.attrs["labels"]["odd"])
                """);
        assertThat(Judge.pandas(folder, "ask.py")).isEqualTo(String.join("\n",
                OddForm.ODD + "|" + OddForm.LONG + "|NA| [3]", "-less|=equal|NA|NA",
                "Place 400 \"x\" 😀|Place 1 \"x\" 😀|Place 77 \"x\" 😀|NA", "same [01]|NA|NA|NA",
                "True|False|NA|NA", "10.25|-99.0|NA|1234567.5",
                "2026-11-20 10:11:12.250000+00:00|2026-01-01 00:00:00+00:00|NA|NA",
                "1931-02-03 00:00:00|NA|NA|2026-11-20 00:00:00", "=1+1|'quoted|NA", "7|NA", OddForm.ODD, ""));
    }

    @Test
    void stataScriptsQuoteWhatStataWouldRead() throws Exception {
        write(ODD, OddForm.interviews(true));
        assertThat(Files.readString(folder.resolve("import.do")))
                .contains("label define values8_en 1 `\"He said \"it's\" \\`so' \\$yes <b>&amp; 😀"
                        + " སྒྲོལ་མ\\卓玛 %s \" ' ]]> . ; #\"', modify",
                        "quietly replace amount = .b if amount_missing == \"refused\"",
                        "  a_name_that_is_far_too_long_for_", "label variable flag `\"བོད་ཡིག\"'");
    }

    private void write(Dataset dataset, List<Revision> interviews) throws IOException {
        Written.files(folder, dataset, new Accompanied(new CsvFormat(true), "en"), Mask.NONE, interviews);
    }

    /** CSV tells what was not stated from what was not asked only where a column gives the reasons. */
    private static String notStated(String values) {
        return values.replaceAll("(?<=,)-97(?=,)", " ");
    }

    private static String values(Path folder, String table) throws Exception {
        Judge.says(folder, "pspp-convert", table + ".sav", table + "-read.csv");
        return Files.readString(folder.resolve(table + "-read.csv"));
    }

    /** Labels and missing values. Widths of texts may differ; syntax has no labels of two lines and no empty ones. */
    private static List<String> labels(Path folder, String table) throws Exception {
        Files.writeString(folder.resolve("ask.sps"), "GET FILE='" + table + ".sav'.\nDISPLAY DICTIONARY.\n");
        return Stream.of(Judge.says(folder, "pspp", "-O", "format=csv", "ask.sps")
                        .replace("😀\n", "😀 ").split("\n"))
                .map(line -> line.replaceAll("A[0-9]+", "A")
                        .replaceAll(",(Nominal|Scale),Input,[0-9]+,(Left|Right)", ""))
                .filter(line -> !line.equals(",3,")).toList();
    }
}
