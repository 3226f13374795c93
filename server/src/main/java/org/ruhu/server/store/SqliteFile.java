package org.ruhu.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** The file of a store, held by one server at a time. */
final class SqliteFile implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    /** How much of the log is gathered before it is moved into the file, in pages of 8 KB. */
    private static final int CHECKPOINT_PAGES = 2_000;
    private static final long LOG_KEPT_BYTES = 64L << 20;

    /** Closing any descriptor of a file drops this process's lock on it, so a second opening here must not get that far. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lockFile;

    private SqliteFile(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    static SqliteFile hold(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path path = folder.toRealPath().resolve(file.getFileName());
            if (!HELD.add(path)) {
                throw taken(path);
            }
            return lock(path);
        } catch (IOException e) {
            throw new StoreFailure("the store " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static SqliteFile lock(Path path) throws IOException {
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(path.resolveSibling(path.getFileName() + ".lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                throw taken(path);
            }
            createForOwnerOnly(path);
            return new SqliteFile(path, channel);
        } finally {
            if (lock == null) {
                HELD.remove(path);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static void createForOwnerOnly(Path path) throws IOException {
        boolean posix = Files.getFileStore(path.getParent()).supportsFileAttributeView("posix");
        if (posix && Files.notExists(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static StoreFailure taken(Path path) {
        return new StoreFailure("the store " + path + " is already open in a running server; stop that one first");
    }

    /** The size of a page must be said before there is a log. */
    SqliteSession writer() throws SQLException {
        SQLiteConfig config = common();
        config.setSynchronous(SynchronousMode.FULL);
        config.setCacheSize(-64 << 10);
        Connection connection = config.createConnection("jdbc:sqlite:" + path);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = 8192");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            statement.execute("PRAGMA journal_size_limit = " + LOG_KEPT_BYTES);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new SqliteSession(connection);
    }

    SqliteSession reader() throws SQLException {
        SQLiteConfig config = common();
        config.setReadOnly(true);
        config.setCacheSize(-8 << 10);
        return new SqliteSession(config.createConnection("jdbc:sqlite:" + path));
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setGetGeneratedKeys(false);
        return config;
    }

    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new StoreFailure("the lock of " + path + " cannot be given back", e);
        } finally {
            HELD.remove(path);
        }
    }
}
