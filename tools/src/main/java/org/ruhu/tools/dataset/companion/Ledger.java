package org.ruhu.tools.dataset.companion;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ruhu.tools.dataset.Format;

/** Opens files and keeps account of what was written to them. */
final class Ledger implements Format.Opener {

    /** A file that is whole: how long it is and what is in it. */
    record Entry(long bytes, String sha256) {}

    private final Format.Opener opener;
    private final Map<String, Entry> files = new LinkedHashMap<>();

    Ledger(Format.Opener opener) {
        this.opener = opener;
    }

    /** Files by name, in the order in which they were opened. */
    Map<String, Entry> files() {
        return files;
    }

    @Override
    public OutputStream open(String file) throws IOException {
        files.put(file, new Entry(0, ""));
        return new Counted(file, opener.open(file));
    }

    private final class Counted extends FilterOutputStream {

        private final String file;
        private final MessageDigest digest;
        private long bytes;
        private boolean open = true;

        Counted(String file, OutputStream out) {
            super(out);
            this.file = file;
            this.digest = sha256();
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            digest.update((byte) one);
            bytes++;
        }

        @Override
        public void write(byte[] many, int from, int length) throws IOException {
            out.write(many, from, length);
            digest.update(many, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            if (open) {
                open = false;
                super.close();
                files.put(file, new Entry(bytes, HexFormat.of().formatHex(digest.digest())));
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
