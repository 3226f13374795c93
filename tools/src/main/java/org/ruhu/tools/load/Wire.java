package org.ruhu.tools.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 connection, kept alive and used by one thread at a time: no more of HTTP than a load needs, so that the
 * load takes little of the processor it shares with the server.
 */
final class Wire implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int LONGEST_HEADER = 1 << 14;

    private final String host;
    private final Socket socket;
    private final InputStream in;
    private boolean open = true;

    /** @param contentType empty without a body */
    record Request(String method, String path, String token, String contentType, boolean gzip, byte[] body) {

        static Request get(String path, String token) {
            return new Request("GET", path, token, "", false, new byte[0]);
        }
    }

    record Reply(int status, byte[] body) {}

    Wire(URI base) throws IOException {
        boolean tls = "https".equals(base.getScheme());
        int port = base.getPort() > 0 ? base.getPort() : tls ? 443 : 80;
        this.host = base.getHost() + ":" + port;
        this.socket = tls ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        socket.connect(new InetSocketAddress(base.getHost(), port), CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    }

    /** Whether the server will take another request on this connection. */
    boolean open() {
        return open;
    }

    Reply exchange(Request request) throws IOException {
        socket.setSoTimeout(ANSWER_MILLIS);
        send(request);
        return receive();
    }

    /** Asks, waits a moment and goes away whether there was an answer or not. */
    void hangUpOn(Request request, int afterMillis) throws IOException {
        try (this) {
            send(request);
            socket.setSoTimeout(afterMillis);
            int first = in.read();
            if (first < 0) {
                throw new EOFException("the server hung up first");
            }
        } catch (SocketTimeoutException e) {
            // just what was wanted: nobody has heard the answer
        }
    }

    private void send(Request request) throws IOException {
        open = false;
        StringBuilder head = new StringBuilder(256).append(request.method()).append(' ').append(request.path())
                .append(" HTTP/1.1\r\nHost: ").append(host);
        if (!request.token().isEmpty()) {
            head.append("\r\nAuthorization: Bearer ").append(request.token());
        }
        if (!request.contentType().isEmpty()) {
            head.append("\r\nContent-Type: ").append(request.contentType());
            head.append("\r\nContent-Length: ").append(request.body().length);
        }
        head.append(request.gzip() ? "\r\nContent-Encoding: gzip\r\n\r\n" : "\r\n\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + request.body().length);
        whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(request.body());
        whole.writeTo(socket.getOutputStream());
    }

    private Reply receive() throws IOException {
        String status = line();
        if (!status.startsWith("HTTP/1.1 ") || status.length() < 12) {
            throw new IOException("no answer in HTTP/1.1");
        }
        long length = -1;
        boolean chunked = false;
        boolean close = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).trim());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                close = lower.contains("close");
            }
        }
        int code = Integer.parseInt(status.substring(9, 12));
        boolean empty = code == 204 || code == 304;
        byte[] body = empty ? new byte[0] : chunked ? chunks() : length < 0 ? in.readAllBytes() : exactly((int) length);
        open = !close && (empty || chunked || length >= 0);
        return new Reply(code, body);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.writeBytes(exactly(size));
            line();
        }
        while (!line().isEmpty()) {
            continue; // trailers
        }
        return body.toByteArray();
    }

    private int size() throws IOException {
        String line = line();
        int extension = line.indexOf(';');
        return Integer.parseInt((extension < 0 ? line : line.substring(0, extension)).trim(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the connection broke off in the answer");
        }
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST_HEADER) {
                throw new EOFException("the connection broke off before the answer");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        open = false;
        socket.close();
    }
}
