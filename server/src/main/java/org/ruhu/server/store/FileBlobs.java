package org.ruhu.server.store;

import java.io.BufferedOutputStream;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;

/** One file each, {@code abcd...} as {@code ab/cd/abcd...}: written aside, forced to disk, then renamed into place. */
final class FileBlobs implements Blobs {

    private final Path folder;
    private final Path aside;

    private FileBlobs(Path folder, Path aside) {
        this.folder = folder;
        this.aside = aside;
    }

    /** What a stopped server had half taken in is swept away. */
    static FileBlobs open(Path folder) {
        try {
            makeOurs(folder);
            Path aside = Files.createDirectories(folder.resolve("incoming"));
            try (DirectoryStream<Path> left = Files.newDirectoryStream(aside)) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
            return new FileBlobs(folder, aside);
        } catch (IOException e) {
            throw new StoreFailure("the folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Photographs show people and their papers: nobody else on the machine may look into the folder. */
    private static void makeOurs(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Override
    public Draft draft() throws IOException {
        Path file = aside.resolve(UUID.randomUUID().toString());
        return new FileDraft(file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    @Override
    public Optional<InputStream> read(String name) throws IOException {
        try {
            return Optional.of(Files.newInputStream(place(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path place(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }

    @Override
    public void close() {}

    private final class FileDraft implements Draft {

        private final Path file;
        private final FileChannel channel;
        private final OutputStream bytes;

        FileDraft(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
            this.bytes = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        }

        @Override
        public OutputStream bytes() {
            return bytes;
        }

        @Override
        public void keepAs(String name) throws IOException {
            bytes.flush();
            channel.force(true);
            channel.close();
            Path place = place(name);
            Files.createDirectories(place.getParent());
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            for (Path changed = place.getParent(); !changed.equals(folder.getParent()); changed = changed.getParent()) {
                forceFolder(changed);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(file);
        }
    }

    /** A new name is durable only when its folder is; where folders cannot be opened the system sees to it. */
    private static void forceFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
