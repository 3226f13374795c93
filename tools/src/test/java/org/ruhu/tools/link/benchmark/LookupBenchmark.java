package org.ruhu.tools.link.benchmark;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.lookup.LookupIndex;
import org.ruhu.tools.link.settings.ModelReader;
import org.ruhu.tools.link.settings.SettingsReader;

/**
 * Persons come one by one into an index that holds all before them; then every hundredth is looked up again. Run by hand,
 * see docs/speed.md.
 */
final class LookupBenchmark {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int EVERY = 100;

    private LookupBenchmark() {}

    /** @param args a CSV of persons and a model, as {@code ruhu simulate --persons} and {@code ruhu dedupe} make them */
    public static void main(String[] args) throws IOException {
        Model model = ModelReader.read(SettingsReader.json(Files.readString(Path.of(args[1]))));
        LookupIndex index = new LookupIndex(model);
        long before = memory();
        List<String[]> wanted = new ArrayList<>();
        double cpu = PROCESS.getProcessCpuTime() / 1e9;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(Path.of(args[0]))) {
            for (NamedCsvRecord person : csv) {
                String[] raw = index.sources().stream().map(source -> person.findField(source).orElse(""))
                        .toArray(String[]::new);
                if (index.add(raw) % EVERY == 0) {
                    wanted.add(raw);
                }
            }
        }
        System.out.printf("%,d persons, %.1f of %d processors busy with other things%n", index.size(),
                PROCESS.getSystemLoadAverage(), PROCESS.getAvailableProcessors());
        System.out.printf("built in %.1f CPU s; %,d MB, %,d bytes a person%n", PROCESS.getProcessCpuTime() / 1e9 - cpu,
                (memory() - before) >> 20, (memory() - before) / index.size());
        for (int round = 1; round <= 4; round++) {
            lookUp(index, model.cuts().clerical(), wanted, round);
        }
    }

    private static void lookUp(LookupIndex index, double keep, List<String[]> wanted, int round) {
        long[] nanos = new long[wanted.size()];
        long[] cpuNanos = new long[wanted.size()];
        long compared = 0;
        long hits = 0;
        for (int i = 0; i < nanos.length; i++) {
            long cpu = THREAD.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            LookupIndex.Found found = index.like(keep, wanted.get(i));
            nanos[i] = System.nanoTime() - start;
            cpuNanos[i] = THREAD.getCurrentThreadCpuTime() - cpu;
            compared += found.compared();
            hits += found.hits().size();
        }
        System.out.printf("round %d: %,d look-ups, %.0f compared and %.1f found each; %s; CPU time %s%n", round,
                nanos.length, compared / (double) nanos.length, hits / (double) nanos.length, spread(nanos),
                spread(cpuNanos));
    }

    private static String spread(long... nanos) {
        Arrays.sort(nanos);
        return String.format("p50 %.1f us, p99 %.1f us, most %.1f us", nanos[nanos.length / 2] / 1e3,
                nanos[nanos.length * 99 / 100] / 1e3, nanos[nanos.length - 1] / 1e3);
    }

    private static long memory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
