package org.ruhu.server.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.dataset.Scratch;

/** Finished exports on the disk, in a folder that only the server's own account may look into. */
final class ExportFiles {

    private static final String HALF = ".part";

    private final Path folder;

    private ExportFiles(Path folder) {
        this.folder = folder;
    }

    /** What a stopped server had half written, and what it had put aside for it, is swept away. */
    static ExportFiles open(Path folder) {
        try {
            Files.createDirectories(folder);
            if (posix(folder)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            try (DirectoryStream<Path> half = Files.newDirectoryStream(folder, "{*" + HALF + "," + Scratch.PREFIX + "*}")) {
                for (Path file : half) {
                    Files.delete(file);
                }
            }
            return new ExportFiles(folder);
        } catch (IOException e) {
            throw new CannotRun("the folder " + folder + " cannot be written: " + e.getMessage());
        }
    }

    private static boolean posix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** A file that nobody is handed before it is {@link #keep kept}. */
    OutputStream write(String id) throws IOException {
        Files.deleteIfExists(half(id));
        FileAttribute<?> ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(half(id), posix(folder) ? new FileAttribute<?>[] {ours} : new FileAttribute<?>[0]);
        return Channels.newOutputStream(FileChannel.open(half(id), StandardOpenOption.WRITE));
    }

    /** On the disk when this returns. @return its size in bytes */
    long keep(String id) throws IOException {
        try (FileChannel channel = FileChannel.open(half(id), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(half(id), whole(id), StandardCopyOption.ATOMIC_MOVE);
        return Files.size(whole(id));
    }

    void forgetHalf(String id) throws IOException {
        Files.deleteIfExists(half(id));
    }

    void remove(String id) throws IOException {
        Files.deleteIfExists(whole(id));
    }

    boolean has(String id) {
        return Files.isRegularFile(whole(id));
    }

    Optional<FileChannel> read(String id) throws IOException {
        try {
            return Optional.of(FileChannel.open(whole(id), StandardOpenOption.READ));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** For rows that wait until they can be written; beside the files, so that they are swept away with them. */
    Scratch scratch() {
        return Scratch.in(folder);
    }

    /** Bytes that can still be written; as many as can be if nobody knows. */
    long room() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private Path half(String id) {
        return folder.resolve(id + HALF);
    }

    private Path whole(String id) {
        return folder.resolve(id + ".zip");
    }
}
