package org.ruhu.server.door;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Holds every request to the {@link Load} of its method: by Content-Length before a byte is read, and while reading,
 * the unpacked bytes of a gzip body included. Resource methods read plain bytes whatever came.
 */
public final class LoadLimits implements DynamicFeature {

    private final Map<Load, Long> bytes;

    /** @param bytes the limit of each load */
    public LoadLimits(Map<Load, Long> bytes) {
        this.bytes = Map.copyOf(bytes);
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Carries carries = resource.getResourceMethod().getAnnotation(Carries.class);
        context.register(new Limit(bytes.get(carries == null ? Load.BODY : carries.value())));
    }

    @Priority(Priorities.HEADER_DECORATOR)
    private record Limit(long bytes) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) throws IOException {
            if (announced(request) > bytes) {
                throw tooLarge(bytes);
            }
            String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
            InputStream plain = new Counted(request.getEntityStream(), bytes);
            if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
                plain = new Counted(unpacked(encoding, plain), bytes);
                request.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
            }
            request.setEntityStream(plain);
        }

        /** Not {@code getLength()}: that is an int, and 3 GB would wrap. */
        private static long announced(ContainerRequestContext request) {
            String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        }

        private static InputStream unpacked(String encoding, InputStream packed) throws IOException {
            if (!encoding.equalsIgnoreCase("gzip")) {
                throw new Refusal(Refusal.Kind.UNSUPPORTED_MEDIA_TYPE, "Send the body plain or as gzip");
            }
            return new Gzip(packed);
        }
    }

    private static Refusal tooLarge(long bytes) {
        return new Refusal(Refusal.Kind.TOO_LARGE, "Send at most %,d bytes here".formatted(bytes)).with("limit", bytes);
    }

    private static final class Counted extends FilterInputStream {

        private final long limit;
        private long taken;

        Counted(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int read) {
            taken += read;
            if (taken > limit) {
                throw tooLarge(limit);
            }
        }
    }

    /** Opens the packed stream when it is first read, so that a request without a body is not read for its header. */
    private static final class Gzip extends InputStream {

        private final InputStream packed;
        private InputStream plain = InputStream.nullInputStream();
        private boolean open;

        Gzip(InputStream packed) {
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                if (!open) {
                    plain = new GZIPInputStream(packed, 8192);
                    open = true;
                }
                return plain.read(into, from, length);
            } catch (ZipException | java.io.EOFException e) {
                throw new Refusal(Refusal.Kind.UNREADABLE_REQUEST,
                        "The gzip body is damaged or cut off; send it again");
            }
        }
    }
}
