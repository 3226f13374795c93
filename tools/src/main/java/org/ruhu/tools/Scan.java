package org.ruhu.tools;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ruhu.tools.disclosure.Scanner;
import org.ruhu.tools.lines.Packed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "scan", mixinStandardHelpOptions = true,
        description = "Looks for id numbers, mobile telephones and bank cards in texts that are to be public.",
        footer = {"", "CSV by rows and columns, any other text by lines; packed by gzip or not. Findings are lines on"
            + " standard output: file, row, column, kind, never the number. Exit code 1 if there are any."})
final class Scan implements Callable<Integer> {

    private final World world;
    private long findings;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "texts to look through")
    private List<Path> files;

    Scan(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString());
            }
            boolean csv = file.getFileName().toString().matches("(?i).*\\.csv(\\.gz)?");
            try (Reader reader = new InputStreamReader(Packed.unpacked(Files.newInputStream(file)),
                    StandardCharsets.UTF_8)) {
                if (csv) {
                    cells(file, reader);
                } else {
                    lines(file, reader);
                }
            }
        }
        world.err().println(findings + " findings in " + files.size() + " files");
        return findings == 0 ? 0 : 1;
    }

    private void cells(Path file, Reader reader) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(reader)) {
            long row = 0;
            for (CsvRecord record : rows) {
                row++;
                for (int i = 0; i < record.getFieldCount(); i++) {
                    look(file, row, i + 1, record.getField(i));
                }
            }
        }
    }

    /** Columns of a text are where its letters stand, which would repeat too much: only the line is told. */
    private void lines(Path file, Reader reader) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        long row = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            row++;
            if (line.indexOf('\0') >= 0) {
                throw new CannotRun(file + " is no text; unpack it or save it as CSV first");
            }
            look(file, row, 0, line);
        }
    }

    private void look(Path file, long row, int column, String text) throws IOException {
        for (Scanner.Kind kind : Scanner.kinds(text)) {
            ObjectNode line = new ObjectMapper().createObjectNode().put("file", file.toString()).put("row", row);
            if (column > 0) {
                line.put("column", column);
            }
            world.out().write((line.put("kind", kind.word()) + "\n").getBytes(StandardCharsets.UTF_8));
            findings++;
        }
    }
}
