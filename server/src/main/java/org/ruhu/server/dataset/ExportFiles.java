package org.ruhu.server.dataset;

import java.io.IOException;
import java.io.InputStream;
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
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.codec.digest.DigestUtils;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.dataset.Beside;
import org.ruhu.tools.dataset.Scratch;

/** Finished exports on the disk, in a folder that only the server's own account may look into. */
final class ExportFiles {

    private static final String HALF = ".part";
    private static final String COLUMNS = ".csv";
    /** Each has some megabytes at most. */
    static final int MOST_COLUMNS = 100;

    private final Path folder;

    private ExportFiles(Path folder) {
        this.folder = folder;
    }

    static ExportFiles open(Path folder) {
        try {
            Files.createDirectories(folder);
            if (posix(folder)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return new ExportFiles(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static CannotRun unwritable(Path folder, IOException e) {
        return new CannotRun("the folder " + folder + " cannot be written: " + e.getMessage());
    }

    /**
     * Takes away what a stopped server had half written, and what it had put aside for it. Only for a server that
     * begins: while it serves, its commands open the folder too.
     */
    void sweep() {
        try (DirectoryStream<Path> half =
                     Files.newDirectoryStream(folder, "{*" + HALF + "," + Scratch.PREFIX + "*}")) {
            for (Path file : half) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
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

    /** @return SHA-256 of the bytes, by which they are found again */
    String keepColumns(byte[] csv, Instant now) throws IOException {
        String sha256 = DigestUtils.sha256Hex(csv);
        try (OutputStream out = write(sha256)) {
            out.write(csv);
        }
        Files.setLastModifiedTime(half(sha256), FileTime.from(now));
        Files.move(half(sha256), columns(sha256), StandardCopyOption.ATOMIC_MOVE);
        return sha256;
    }

    boolean hasColumns(String sha256) {
        return Files.isRegularFile(columns(sha256));
    }

    Optional<Beside> readColumns(String sha256) throws IOException {
        try (InputStream csv = Files.newInputStream(columns(sha256))) {
            return Optional.of(Beside.read(csv));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** Takes columns away that came before a time, and of those after it the oldest if there are very many. */
    void forgetColumns(Instant before, Predicate<String> wanted) throws IOException {
        Map<Path, Instant> came = new HashMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + COLUMNS)) {
            for (Path file : all) {
                came.put(file, Files.getLastModifiedTime(file).toInstant());
            }
        }
        List<Path> newest = came.keySet().stream()
                .sorted(Comparator.<Path, Instant>comparing(came::get).reversed()).toList();
        for (int i = 0; i < newest.size(); i++) {
            Path file = newest.get(i);
            String sha256 = file.getFileName().toString().replace(COLUMNS, "");
            if ((i >= MOST_COLUMNS || came.get(file).isBefore(before)) && !wanted.test(sha256)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path columns(String sha256) {
        return folder.resolve(sha256 + COLUMNS);
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
