package org.ruhu.tools.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold people's answers for a while: readable by their owner only, and gone when the program ends. */
public final class Temporary {

    private Temporary() {}

    public static Path file(String ending) throws IOException {
        Path file = Files.createTempFile("ruhu-", ending);
        file.toFile().deleteOnExit();
        return file;
    }
}
