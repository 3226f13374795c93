package org.ruhu.tools.link.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.score.Engine;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.score.Tallies;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.RecordsBuilder;
import org.ruhu.tools.link.train.PatternCounts;
import org.ruhu.tools.link.work.Workers;

/**
 * A crowd is linked by the engine and, if wanted, the same pairs are found and weighed by DuckDB in the same run; then the
 * results are compared pair by pair. CPU is that of the whole process, the garbage collector and the compiler included. Run
 * by hand, see docs/speed.md.
 */
final class LinkageBenchmark {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final int people;
    private final int threads;
    private double blockAndScore;
    private double warm;

    private LinkageBenchmark(int people, int threads) {
        this.people = people;
        this.threads = threads;
    }

    /** @param args persons, threads, and {@code alone} to leave out DuckDB */
    public static void main(String[] args) throws Exception {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : Runtime.getRuntime().availableProcessors();
        new LinkageBenchmark(people, threads).run(args.length < 3);
    }

    private void run(boolean duckDb) throws Exception {
        Path csv = Files.createTempFile("crowd", ".csv");
        try {
            Crowd.write(csv, people, 11);
            System.out.printf("%,d persons, %d threads, %.1f of %d processors busy with other things%n", people, threads,
                    PROCESS.getSystemLoadAverage(), PROCESS.getAvailableProcessors());
            System.out.printf("%-34s %8s %8s%n", "", "CPU s", "wall s");
            Settings settings = Race.settings();
            RecordsBuilder builder = timed("read", () -> Race.read(settings, csv));
            Records records = timed("clean", builder::records);
            Model model = timed("frequencies", () -> Race.model(settings, records));
            double before = cpu();
            Engine engine = timed("block", () -> Engine.of(settings, records, Workers.of(threads)));
            Scored scored = timed("score", () -> engine.scored(model, 0, Engine.KEPT));
            blockAndScore = cpu() - before;
            told(engine, scored);
            PatternCounts random = timed("count random pairs", () -> engine.random(2_000_000, 1));
            Tallies tallies = timed("count patterns of blocks", () -> engine.tallies(Engine.LEARNED_FROM));
            timed("weigh what was counted", () -> engine.scored(model, 0, Engine.KEPT));
            System.out.printf("%,d random pairs, %,d candidates; most memory %s%n", random.pairs(),
                    tallies.candidates().pairs(), memory());
            again(settings, records, model);
            if (duckDb) {
                race(csv, model, scored);
            }
        } finally {
            Files.delete(csv);
        }
    }

    private void told(Engine engine, Scored scored) {
        engine.blocking().found().forEach(found -> System.out.println("    " + found));
        System.out.printf("%,d pairs in blocks, %,d compared, %,d kept%n", engine.blocking().pairs(), scored.compared(),
                scored.size());
        System.out.printf("block and score: %.2f CPU s, %.1f million pairs a CPU second%n", blockAndScore,
                scored.compared() / blockAndScore / 1e6);
    }

    /** Without what the compiler does in the first seconds. */
    private void again(Settings settings, Records records, Model model) throws Exception {
        for (int i = 0; i < 2; i++) {
            double start = cpu();
            Engine engine = timed("block again", () -> Engine.of(settings, records, Workers.of(threads)));
            double before = cpu();
            Scored scored = timed("score again", () -> engine.scored(model, 0, Engine.KEPT));
            System.out.printf("    %.1f million pairs a CPU second%n", scored.compared() / (cpu() - before) / 1e6);
            warm = cpu() - start;
        }
    }

    private void race(Path csv, Model model, Scored scored) throws Exception {
        try (Connection connection = Race.open(threads)) {
            timed("DuckDB: load", () -> {
                Race.load(connection, csv, model);
                return 0;
            });
            double before = cpu();
            timed("DuckDB: join and score", () -> {
                Race.score(connection, model, 0);
                return 0;
            });
            double join = cpu() - before;
            System.out.printf("DuckDB takes %.1f times the CPU of block and score, %.1f times that of the last%n",
                    join / blockAndScore, join / warm);
            compare(connection, scored);
        }
    }

    private static void compare(Connection connection, Scored scored) throws Exception {
        int i = 0;
        double apart = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT a, b, rule, pattern, weight FROM scored ORDER BY a, b")) {
            for (; rows.next(); i++) {
                if (i == scored.size() || scored.left()[i] != rows.getInt(1) || scored.right()[i] != rows.getInt(2)
                        || scored.rule()[i] != rows.getInt(3) || scored.pattern()[i] != rows.getInt(4)) {
                    throw new IllegalStateException("pair " + i + " differs: " + rows.getInt(1) + "-" + rows.getInt(2));
                }
                apart = Math.max(apart, Math.abs(scored.weight()[i] - rows.getDouble(5)));
            }
        }
        System.out.printf("results %s, weights at most %.1e bits apart%n", i == scored.size() ? "identical" : "DIFFER", apart);
    }

    private static <T> T timed(String what, Callable<T> work) throws Exception {
        double cpu = cpu();
        long start = System.nanoTime();
        T result = work.call();
        System.out.printf("%-34s %8.2f %8.2f%n", what, cpu() - cpu, (System.nanoTime() - start) / 1e9);
        return result;
    }

    private static double cpu() {
        return PROCESS.getProcessCpuTime() / 1e9;
    }

    private static String memory() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM"))
                .findFirst().orElse("unknown") : "unknown";
    }
}
