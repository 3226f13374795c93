package org.ruhu.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.table.RecordsBuilder;
import org.ruhu.tools.link.table.Table;
import org.ruhu.tools.link.table.TableFile;
import org.ruhu.tools.link.table.TableOptions;

/** Reads a slice by the code that reads whole files: what names the columns is put before it. */
final class SliceReader implements Serializable {

    private static final long serialVersionUID = 1;

    private final Plan plan;
    private final ReadAs as;

    SliceReader(Plan plan, ReadAs as) {
        this.plan = plan;
        this.as = as;
    }

    byte[] chunk(Slice slice, Configuration configuration) throws IOException {
        Settings settings = plan.settings();
        RecordsBuilder builder = new RecordsBuilder(settings, plan.more());
        List<String> wanted = new ArrayList<>(builder.sources());
        settings.id().filter(column -> !wanted.contains(column)).ifPresent(wanted::add);
        int id = settings.id().map(wanted::indexOf).orElse(-1);
        Path path = new Path(slice.file());
        String name = path.getName() + (slice.line() == 1 ? "" : ", from line " + slice.line() + " on");
        boolean objects = as.objects();
        long tooMuch = objects ? 1 : slice.lines();
        boolean[] met = new boolean[builder.sources().size()];
        try (Table table = new TableFile(name, options()).open(bytes(slice, configuration, wanted))) {
            table.scan(wanted, (read, called, values) -> {
                if (objects && read == 1) {
                    return;
                }
                long line = read - tooMuch + slice.line() - 1;
                for (int i = 0; i < met.length; i++) {
                    met[i] |= !values.isEmpty(i);
                }
                if (id >= 0 && values.isEmpty(id)) {
                    throw nameless(path.getName(), line, settings.id().orElse(""));
                }
                if (id >= 0) {
                    builder.add(id, values);
                } else {
                    builder.add(String.valueOf(line), values);
                }
            });
            return Chunk.packed(plan, slice.second(), builder.alone(), true, met, table.remarks(), table.leftOut());
        }
    }

    private TableOptions options() {
        return new TableOptions(as.encoding(), as.delimiter(), as.skipBad(), 1);
    }

    private static CannotRun nameless(String name, long line, String column) {
        return new CannotRun(name + ": line " + line + " has nothing in the column " + column + ", which names the"
                + " records. Give it a value there, or leave \"id\" out of the settings: then line numbers name them");
    }

    /** Objects begin with one that has all columns, empty, so that none is thought a mistake where it is only rare. */
    private InputStream bytes(Slice slice, Configuration configuration, List<String> wanted) throws IOException {
        InputStream records = new Stretch(open(slice.file(), configuration), slice.from(), slice.to());
        if (as.objects()) {
            String all = wanted.stream().map(column -> "\"" + column.replace("\\", "\\\\").replace("\"", "\\\"")
                    + "\":\"\"").collect(Collectors.joining(",", "{", "}\n"));
            return new SequenceInputStream(new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8)), records);
        }
        if (slice.header() == 0) {
            return records;
        }
        try (InputStream in = open(slice.file(), configuration)) {
            return new SequenceInputStream(new ByteArrayInputStream(in.readNBytes(slice.header())), records);
        }
    }

    private static FSDataInputStream open(String file, Configuration configuration) throws IOException {
        Path path = new Path(file);
        return path.getFileSystem(configuration).open(path);
    }

    /** Some of the bytes of a file. */
    private static final class Stretch extends InputStream {
        private final FSDataInputStream in;
        private long left;

        Stretch(FSDataInputStream in, long from, long to) throws IOException {
            this.in = in;
            in.seek(from);
            left = to < 0 ? Long.MAX_VALUE : to - from;
        }

        @Override
        public int read() throws IOException {
            int one = left == 0 ? -1 : in.read();
            left -= one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = left == 0 ? -1 : in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
