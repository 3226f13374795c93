package org.ruhu.tools;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ruhu.tools.disclosure.ReadableFile;
import org.ruhu.tools.disclosure.Scanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "scan", mixinStandardHelpOptions = true,
        description = "Looks for id numbers, mobile telephones and bank cards in texts that are to be public.",
        footer = {"", "CSV, .sav, .dta and Parquet by rows and columns, XML and HTML by texts and attributes, any other"
            + " text by lines; packed by gzip or zip, as workbooks and documents are, in UTF-8, UTF-16 or GB 18030. What"
            + " is none of these is refused (exit code 2); pictures in documents are named and not looked into. Findings"
            + " are lines on standard output: file, row (0 is the file's name, and what stands around the rows), column,"
            + " kind, never the number. Exit code 1 if there are any."})
final class Scan implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("[^/!]+");

    private final World world;
    private long findings;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "texts to look through")
    private List<Path> files;

    Scan(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        ReadableFile readable = new ReadableFile(this::look);
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString());
            }
            try (InputStream in = Files.newInputStream(file)) {
                readable.read(file.toString(), file.getFileName().toString(), in);
            }
        }
        world.err().println(findings + " findings in " + files.size() + " files");
        readable.pictures().forEach(picture -> world.err().println("not looked into: " + unsaid(picture)));
        return findings == 0 ? 0 : 1;
    }

    private void look(String file, long row, int column, String text) throws IOException {
        for (Scanner.Kind kind : Scanner.kinds(text)) {
            ObjectNode line = new ObjectMapper().createObjectNode().put("file", unsaid(file)).put("row", row);
            if (column > 0) {
                line.put("column", column);
            }
            world.out().write((line.put("kind", kind.word()) + "\n").getBytes(StandardCharsets.UTF_8));
            findings++;
        }
    }

    /** The name of a file, or of one in a zip, may be what is found; the folders it was found in are known. */
    private static String unsaid(String file) {
        int name = file.lastIndexOf('/', file.indexOf('!') < 0 ? file.length() : file.indexOf('!')) + 1;
        return file.substring(0, name) + NAME.matcher(file.substring(name)).replaceAll(part ->
                Matcher.quoteReplacement(Scanner.kinds(part.group()).isEmpty() ? part.group()
                        : part.group().replaceAll("[\\p{N}一二三四五六七八九〇零]", "#")));
    }
}
