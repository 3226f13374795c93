package org.ruhu.server.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The web client, from {@code /web} on the class path. Its few files are kept in memory, plain and packed. Names with a
 * hash in them never change and are cached for good; the others are asked for again each time.
 */
public final class Pages extends Handler.Abstract {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"), Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"), Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"), Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"), Map.entry("ico", "image/x-icon"), Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));
    private static final Set<String> PACKED = Set.of("html", "js", "css", "json", "webmanifest", "svg", "txt");
    private static final String INDEX = "/index.html";
    /** The faces of the client; addresses below them are its own. */
    private static final String FACES =
            "/(tablet|supervisor|indicators|linkage|datasets|permits|survey|tables)(/[^.]*)?|/";
    private static final String FILE = "(/[A-Za-z0-9_-][A-Za-z0-9._-]*){1,8}";
    private static final String HASHED = "/assets/.+";

    private record Page(byte[] plain, Optional<byte[]> packed, String type, String etag, String caching) {}

    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        boolean head = request.getMethod().equals("HEAD");
        if (!head && !request.getMethod().equals("GET")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
            return true;
        }
        Optional<Page> page = page(path.matches(FACES) ? INDEX : path);
        if (page.isEmpty()) {
            Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            return true;
        }
        send(page.get(), request, response, callback, head);
        return true;
    }

    private static void send(Page page, Request request, Response response, Callback callback, boolean head) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.ETAG, page.etag());
        headers.put(HttpHeader.CACHE_CONTROL, page.caching());
        page.packed().ifPresent(packed -> headers.put(HttpHeader.VARY, "Accept-Encoding"));
        if (request.getHeaders().getCSV(HttpHeader.IF_NONE_MATCH, true).contains(page.etag())) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            callback.succeeded();
            return;
        }
        boolean pack = page.packed().isPresent()
                && request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains("gzip");
        byte[] bytes = pack ? page.packed().get() : page.plain();
        if (pack) {
            headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        headers.put(HttpHeader.CONTENT_TYPE, page.type());
        headers.put(new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, bytes.length));
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(bytes), callback);
    }

    private Optional<Page> page(String path) {
        String type = path.substring(path.lastIndexOf('.') + 1);
        if (!path.matches(FILE) || !TYPES.containsKey(type)) {
            return Optional.empty();
        }
        Page known = pages.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Page> read = read(path, type);
        read.ifPresent(page -> pages.put(path, page));
        return read;
    }

    private static Optional<Page> read(String path, String type) {
        try (InputStream in = Pages.class.getResourceAsStream("/web" + path)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] plain = in.readAllBytes();
            Optional<byte[]> packed = PACKED.contains(type) ? Optional.of(pack(plain)) : Optional.empty();
            String caching = path.matches(HASHED) ? "public, max-age=31536000, immutable" : "no-cache";
            return Optional.of(new Page(plain, packed, TYPES.get(type), etag(plain), caching));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pack(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
