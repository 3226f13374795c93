package org.ruhu.tools.dataset.companion;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Format;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.SheetFormat;
import org.ruhu.tools.dataset.Tables;
import org.ruhu.tools.dataset.Unfit;
import org.ruhu.tools.lines.Revision;

/**
 * A format with companions beside its files: {@code codebook.html}, {@code ddi.xml}, {@code datapackage.json} and
 * scripts that read the files into R, Stata, SPSS and Python.
 *
 * @param language that comes first where only one can: zh, en or bo
 */
public record Accompanied(Format format, String language) implements Format {

    private static final List<Companion> COMPANIONS = List.of(new DataPackage(), new Ddi(), new CodebookPage(),
            new RScript(), new StataScript(), new SpssScript(), new PythonScript());

    @Override
    public String extension() {
        return format.extension();
    }

    @Override
    public Tables tables(Dataset dataset, Mask mask, Opener opener) throws IOException {
        Ledger ledger = new Ledger(opener);
        Measures measures = new Measures(dataset);
        Format measured = format instanceof SheetFormat sheets ? measures.of(sheets) : format;
        Tables tables = measured.tables(dataset, mask, ledger);
        return new Tables() {
            @Override
            public void add(Revision revision) throws IOException {
                tables.add(revision);
            }

            @Override
            public Ready ready(Revision revision) throws IOException {
                return tables.ready(revision);
            }

            @Override
            public long rows() {
                return tables.rows();
            }

            @Override
            public List<Unfit> unfit() {
                return tables.unfit();
            }

            @Override
            public void finish() throws IOException {
                tables.finish();
                write(new Output(dataset, format, language, mask != Mask.NONE, ledger.files(), measures), opener);
            }

            @Override
            public void close() throws IOException {
                tables.close();
            }
        };
    }

    private static void write(Output output, Opener opener) throws IOException {
        for (Companion companion : COMPANIONS) {
            String text = companion.text(output);
            if (!text.isEmpty()) {
                try (OutputStream out = opener.open(companion.file())) {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }
}
