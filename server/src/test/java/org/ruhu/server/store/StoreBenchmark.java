package org.ruhu.server.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.SqliteWriter.Write;

/**
 * Durable inserts of 3.4 KB, from one thread and from sixteen: through the store, and for comparison one transaction for
 * each insert into the same tables. Run by hand, see README.
 */
final class StoreBenchmark {

    private static final Kind REVISIONS = new Kind("revisions", true, List.of(
            Index.unique("identity", "submission", "number"), Index.on("listed", "campaign", "unit"),
            Index.on("team", "team", Index.SEQUENCE), Index.anyOf("persons", "persons")));
    private static final int BODY_BYTES = 3_400;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final int inserts;
    private final Path folder;

    private StoreBenchmark(int inserts, Path folder) {
        this.inserts = inserts;
        this.folder = folder;
    }

    /** @param args inserts of each measurement, and the folder to write in */
    public static void main(String[] args) throws Exception {
        Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("ruhu-store");
        new StoreBenchmark(args.length > 0 ? Integer.parseInt(args[0]) : 50_000, folder).run();
    }

    private interface Insert {
        void insert(Document document) throws Exception;
    }

    private void run() throws Exception {
        System.out.printf("%d durable inserts of %d bytes in %s%n", inserts, BODY_BYTES, folder);
        System.out.printf("%-36s %7s %10s %9s %8s %8s %8s%n", "", "threads", "per s", "CPU ms", "p50 ms", "p99 ms", "max ms");
        for (int threads : new int[] {1, 16, 1, 16}) {
            oneByOne(threads, inserts / 10);
            grouped(threads);
        }
        all();
    }

    private void grouped(int threads) throws Exception {
        try (Store store = Stores.open("sqlite:" + fresh(), List.of(REVISIONS))) {
            measure("store: group commit", threads, inserts, document -> store.insert(REVISIONS, document));
        }
    }

    private void all() throws Exception {
        try (Store store = Stores.open("sqlite:" + fresh(), List.of(REVISIONS))) {
            List<Document> some = new ArrayList<>();
            measure("store: insertAll, 500 at once", 1, inserts, document -> {
                some.add(document);
                if (some.size() == 500) {
                    store.insertAll(REVISIONS, some);
                    some.clear();
                }
            });
        }
    }

    private void oneByOne(int threads, int count) throws Exception {
        SqliteTable table = new SqliteTable(REVISIONS);
        try (SqliteFile file = SqliteFile.hold(fresh()); SqliteSession session = file.writer()) {
            new SqliteSchema(session.connection(), "benchmark").prepare(List.of(table));
            Object turn = new Object();
            Single single = new Single(session);
            measure("comparison: a transaction each", threads, count, document -> {
                synchronized (turn) {
                    single.insert(new Write(table, document, Write.NEW));
                }
            });
        }
    }

    /** What the store would be without its queue. */
    private static final class Single {

        private final SqliteSession session;
        private long sequence;

        Single(SqliteSession session) {
            this.session = session;
        }

        void insert(Write write) throws Exception {
            List<Object> values = new ArrayList<>(List.of(write.document().key(), ++sequence));
            write.table().fields().forEach(field -> values.add(write.document().values().get(field)));
            values.add(write.document().body());
            session.bound(write.table().insert(), values).executeUpdate();
            Object person = ((List<?>) write.document().values().get("persons")).get(0);
            session.bound(write.table().insertSide(write.table().multiples().get(0)),
                    List.of(person, write.document().key(), sequence)).executeUpdate();
            session.connection().commit();
        }
    }

    private void measure(String name, int threads, int count, Insert insert) throws Exception {
        long[] nanos = new long[count];
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(threads);
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                try {
                    for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                        Document document = document(n);
                        long begin = System.nanoTime();
                        insert.insert(document);
                        nanos[n] = System.nanoTime() - begin;
                    }
                } catch (Exception e) {
                    e.printStackTrace();
                } finally {
                    done.countDown();
                }
            }).start();
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMillis = (PROCESS.getProcessCpuTime() - cpu) / 1e6 / count;
        Arrays.sort(nanos);
        System.out.printf("%-36s %7d %10.0f %9.3f %8.2f %8.2f %8.2f%n", name, threads, count / seconds, cpuMillis,
                nanos[count / 2] / 1e6, nanos[count * 99 / 100] / 1e6, nanos[count - 1] / 1e6);
    }

    private static Document document(int n) {
        SplittableRandom random = new SplittableRandom(n);
        byte[] body = new byte[BODY_BYTES];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) ('a' + random.nextInt(26));
        }
        String submission = "%016x".formatted(random.nextLong());
        String village = "5403%08d".formatted(random.nextInt(2_000));
        return new Document(village + "/" + submission + "/000001", body, Map.of("submission", submission, "number", 1L,
                "campaign", "census-2026", "unit", village + "-" + random.nextInt(1_000), "team", "team-" + random.nextInt(300),
                "persons", List.of("%032x".formatted(n))));
    }

    private Path fresh() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("benchmark")).sorted(Comparator.naturalOrder()).toList()) {
                Files.delete(file);
            }
        }
        return folder.resolve("benchmark.db");
    }
}
