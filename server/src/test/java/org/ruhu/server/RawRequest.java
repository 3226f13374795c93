package org.ruhu.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Bytes sent to a port as they are, and all bytes that come back until the server closes. */
final class RawRequest {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawRequest() {}

    static String answer(URI server, byte[] request) {
        return answer(server, request, true);
    }

    /** As {@link #answer}, but the server is left waiting for more. */
    static String answerWithoutEnd(URI server, String request) {
        return answer(server, request.getBytes(StandardCharsets.ISO_8859_1), false);
    }

    private static String answer(URI server, byte[] request, boolean end) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request);
                out.flush();
                if (end) {
                    socket.shutdownOutput();
                }
            } catch (SocketException closedWhileSending) {
                // a server may answer and close before it has everything
            }
            return new String(readAll(socket.getInputStream()), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String answer(URI server, String request) {
        return answer(server, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException reset) {
            // what came before counts
        }
        return all.toByteArray();
    }

    /** Status of the first answer; 0 if there was none. */
    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
}
