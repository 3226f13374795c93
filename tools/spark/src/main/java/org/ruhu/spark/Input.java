package org.ruhu.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.table.RecordsBuilder;
import org.ruhu.tools.link.table.Table;
import org.ruhu.tools.link.table.TableFile;
import org.ruhu.tools.link.table.TableOptions;

/** A file, or a folder of Parquet files, wherever Hadoop finds it. */
final class Input {

    private static final int SAMPLE = 1 << 20;

    private final SparkSession session;
    private final String file;
    private final byte[] beginning;
    private final boolean parquet;
    private final long length;
    private final Optional<List<String>> columns;

    private Input(SparkSession session, String file, byte[] beginning, boolean parquet, long length,
            Optional<List<String>> columns) {
        this.length = length;
        this.session = session;
        this.file = file;
        this.beginning = beginning;
        this.parquet = parquet;
        this.columns = columns;
    }

    static Input of(SparkSession session, String file, TableOptions options) throws IOException {
        Configuration configuration = session.sparkContext().hadoopConfiguration();
        FileStatus status = Slices.status(configuration, file);
        boolean folder = status.isDirectory();
        byte[] beginning = folder ? new byte[0] : beginning(configuration, file);
        if (folder || new String(beginning, 0, Math.min(4, beginning.length)).equals("PAR1")) {
            return new Input(session, file, beginning, true, status.getLen(),
                    Optional.of(List.of(session.read().parquet(file).columns())));
        }
        String name = new Path(file).getName();
        try (Table table = new TableFile(name, options).open(new ByteArrayInputStream(beginning))) {
            if (table.interviews()) {
                throw new CannotRun(name + " holds interviews, which ruhu dedupe compares; here a list of persons is"
                        + " needed, as members.csv of ruhu export");
            }
            return new Input(session, file, beginning, false, status.getLen(), table.columns());
        }
    }

    private static byte[] beginning(Configuration configuration, String file) throws IOException {
        Path path = new Path(file);
        try (InputStream in = path.getFileSystem(configuration).open(path)) {
            return in.readNBytes(SAMPLE);
        }
    }

    /** Empty where only the last line tells. */
    Optional<List<String>> columns() {
        return columns;
    }

    /** Bytes; of a folder nothing. */
    long length() {
        return length;
    }

    String name() {
        return new Path(file).getName();
    }

    /** Chunks of records, packed, in the order of the input. */
    JavaRDD<byte[]> chunks(Plan plan, TableOptions options, boolean second, long bytes) throws IOException {
        if (parquet) {
            return rows(plan, second);
        }
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        Broadcast<SerializableConfiguration> configuration =
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        List<Slice> slices = new Slices(spark, configuration, file, second, columns.isPresent()).of(beginning, bytes);
        SliceReader reader = new SliceReader(plan, new ReadAs(columns.isEmpty(),
                options.encoding().map(charset -> charset.name()).orElse(""),
                options.delimiter().map(String::valueOf).orElse(""), options.skipBad()));
        return spark.parallelize(slices, slices.size()).map(slice ->
                reader.chunk(slice, configuration.value().value()));
    }

    /** Every value as the text that Spark makes of it. */
    private JavaRDD<byte[]> rows(Plan plan, boolean second) {
        RecordsBuilder builder = new RecordsBuilder(plan.settings(), plan.more());
        List<String> wanted = new ArrayList<>(builder.sources());
        plan.settings().id().filter(column -> !wanted.contains(column)).ifPresent(wanted::add);
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(columns.orElseThrow());
        if (!missing.isEmpty()) {
            throw new CannotRun(name() + " has no column " + String.join(", ", missing) + "; it has "
                    + String.join(", ", columns.orElseThrow()));
        }
        Dataset<Row> rows = session.read().parquet(file).select(wanted.stream().map(column ->
                functions.col("`" + column.replace("`", "``") + "`").cast("string"))
                .toArray(org.apache.spark.sql.Column[]::new));
        int id = plan.settings().id().map(wanted::indexOf).orElse(-1);
        String name = name();
        return rows.javaRDD().mapPartitions(some -> List.of(chunk(plan, second, some, id, name)).iterator());
    }

    private static byte[] chunk(Plan plan, boolean second, Iterator<Row> rows, int id, String name) {
        RecordsBuilder builder = new RecordsBuilder(plan.settings(), plan.more());
        String[] values = new String[builder.sources().size()];
        boolean[] met = new boolean[values.length];
        Arrays.fill(met, true);
        while (rows.hasNext()) {
            Row row = rows.next();
            for (int i = 0; i < values.length; i++) {
                values[i] = row.isNullAt(i) ? "" : row.getString(i).strip();
            }
            String called = id < 0 ? String.valueOf(builder.rows()) : row.isNullAt(id) ? "" : row.getString(id).strip();
            if (called.isEmpty()) {
                throw new CannotRun(name + ": a record has nothing in the column " + plan.settings().id().orElse("")
                        + ", which names the records");
            }
            builder.add(called, values);
        }
        return Chunk.packed(plan, second, builder.alone(), id >= 0, met, List.of(), 0);
    }
}
