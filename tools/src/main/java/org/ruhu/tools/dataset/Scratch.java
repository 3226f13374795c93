package org.ruhu.tools.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where rows wait that cannot be written yet, in files that only their owner may read. Whoever names a folder may clear
 * it when a program that was killed left some behind.
 *
 * @param folder empty for the system's own for temporary files
 */
public record Scratch(Optional<Path> folder) {

    public static final Scratch OF_THE_SYSTEM = new Scratch(Optional.empty());

    /** What the names of its files begin with. */
    public static final String PREFIX = "ruhu-";

    public static Scratch in(Path folder) {
        return new Scratch(Optional.of(folder));
    }

    public Path file(String ending) throws IOException {
        return folder.isPresent() ? Files.createTempFile(folder.get(), PREFIX, ending)
                : Files.createTempFile(PREFIX, ending);
    }
}
