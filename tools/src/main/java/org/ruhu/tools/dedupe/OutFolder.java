package org.ruhu.tools.dedupe;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.CannotRun;

/**
 * Files that get their names when all of them are whole. Until then each ends in {@code .part}, and goes away when the
 * program ends before its time. What else is in the folder is left alone.
 */
final class OutFolder implements AutoCloseable {

    private final Path folder;
    private final List<String> names = new ArrayList<>();

    OutFolder(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CannotRun(folder + " is a file; --out names the folder that the results go to");
        }
        boolean made = !Files.exists(folder);
        Files.createDirectories(folder);
        if (made) {
            folder.toFile().deleteOnExit();
        }
        this.folder = folder;
    }

    /** The stream is not closed with the folder. */
    OutputStream open(String name) throws IOException {
        names.add(name);
        part(name).toFile().deleteOnExit();
        return new BufferedOutputStream(Files.newOutputStream(part(name)), 1 << 16);
    }

    /** Everything is written and closed. */
    void done() throws IOException {
        for (String name : names) {
            Files.move(part(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        names.clear();
    }

    private Path part(String name) {
        return folder.resolve(name + ".part");
    }

    /** What did not become whole goes away. */
    @Override
    public void close() throws IOException {
        for (String name : names) {
            Files.deleteIfExists(part(name));
        }
    }
}
