package org.ruhu.tools.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ruhu.tools.lines.Revision;

/** Datasets written for tests. */
final class Written {

    private Written() {}

    static void files(Path folder, Dataset dataset, Format format, Mask mask, List<Revision> revisions)
            throws IOException {
        try (Tables tables = format.tables(dataset, mask, name -> Files.newOutputStream(folder.resolve(name)))) {
            all(tables, revisions);
        }
    }

    static byte[] zip(Dataset dataset, Format format, List<Revision> revisions) throws IOException {
        return zip(dataset, format, Mask.NONE, revisions);
    }

    static byte[] zip(Dataset dataset, Format format, Mask mask, List<Revision> revisions) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZippedTables tables = new ZippedTables(dataset, format, mask, out)) {
            all(tables, revisions);
        }
        return out.toByteArray();
    }

    private static void all(Tables tables, List<Revision> revisions) throws IOException {
        for (Revision revision : revisions) {
            tables.add(revision);
        }
        tables.finish();
    }
}
