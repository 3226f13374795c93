package org.ruhu.server.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The two secrets of an installation, one file each: the key that seals identifiers and the key of their fingerprints.
 * Who loses them can never read an identifier again, so they are made once and belong in the backup, apart from the
 * data.
 */
record Keys(KeysetHandle sealing, KeysetHandle fingerprints) {

    private static final String SEALING = "identifiers.json";
    private static final String FINGERPRINTS = "fingerprints.json";

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static boolean exist(Path folder) {
        return Files.exists(folder.resolve(SEALING)) && Files.exists(folder.resolve(FINGERPRINTS));
    }

    /** Makes what is not there yet; never writes over anything. */
    static void make(Path folder) {
        try {
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
            write(folder.resolve(SEALING), PredefinedAeadParameters.AES256_GCM);
            write(folder.resolve(FINGERPRINTS), PredefinedPrfParameters.HMAC_SHA256_PRF);
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the keys to " + folder, e);
        }
    }

    static Keys read(Path folder) {
        return new Keys(handle(folder.resolve(SEALING)), handle(folder.resolve(FINGERPRINTS)));
    }

    private static void write(Path file, Parameters parameters) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try {
            String keyset = TinkJsonProtoKeysetFormat.serializeKeyset(KeysetHandle.generateNew(parameters),
                    InsecureSecretKeyAccess.get());
            try (FileChannel channel = FileChannel.open(file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownerOnly(file.getParent(), "rw-------"))) {
                ByteBuffer bytes = ByteBuffer.wrap(keyset.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (FileAlreadyExistsException e) {
            throw new UncheckedIOException("another server makes keys in the same folder; start this one again", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make keys", e);
        }
    }

    private static KeysetHandle handle(Path file) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key file " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key file " + file + " is damaged; put it back from your backup", e);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path where, String permissions) {
        boolean posix = where.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?> owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
        return posix ? new FileAttribute<?>[] {owner} : new FileAttribute<?>[0];
    }
}
