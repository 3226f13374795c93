package org.ruhu.tools.simulation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.ruhu.tools.lines.InOrder;

/** The people of all interviews as one CSV file, a line for each, with the truth about who they are. */
public final class PersonsFile {

    private final Simulation simulation;

    public PersonsFile(Simulation simulation) {
        this.simulation = simulation;
    }

    /**
     * @param file     packed if its name ends in .gz
     * @param progress is told the number of households written
     * @return the number of persons
     */
    public long write(Path file, int threads, LongConsumer progress) throws IOException {
        try (OutputStream out = open(file)) {
            out.write((String.join(",", PersonRecord.COLUMNS) + "\r\n").getBytes(StandardCharsets.UTF_8));
            long[] written = new long[2];
            InOrder.forEach(IntStream.range(0, simulation.plan().households()).iterator(), threads, this::lines,
                    lines -> {
                        lines.writeTo(out);
                        written[0] += lines.persons();
                        progress.accept(++written[1]);
                    });
            return written[0];
        }
    }

    private Lines lines(int household) {
        List<PersonRecord> people = simulation.people(household);
        StringBuilder csv = new StringBuilder(256 * people.size());
        people.forEach(person -> person.write(csv));
        return new Lines(people.size(), csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private record Lines(int persons, byte[] csv) {

        void writeTo(OutputStream out) {
            try {
                out.write(csv);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, 1 << 16) : plain;
    }
}
