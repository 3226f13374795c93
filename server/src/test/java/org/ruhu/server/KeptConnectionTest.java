package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeptConnectionTest extends SharedServerKit {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int OTHERS = 20;

    @Test
    void aRefusedBodyThatArrivesAfterTheAnswerDoesNotCostTheConnection() throws IOException {
        try (Line line = new Line()) {
            line.send("PUT /api/nowhere HTTP/1.1\r\nHost: ruhu\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 200000\r\n\r\n{");
            assertThat(line.status()).isEqualTo("HTTP/1.1 404 Not Found");
            othersAreAnswered();
            line.send(" ".repeat(199_999) + "GET /health HTTP/1.1\r\nHost: ruhu\r\n\r\n");
            assertThat(line.status()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aRefusedBodyInPiecesIsReadToItsEnd() throws IOException {
        try (Line line = new Line()) {
            line.send("POST /api/campaigns HTTP/1.1\r\nHost: ruhu\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n3\r\n{  \r\n");
            assertThat(line.status()).isEqualTo("HTTP/1.1 401 Unauthorized");
            othersAreAnswered();
            line.send("2\r\n  \r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: ruhu\r\n\r\n");
            assertThat(line.status()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    /** By then the server has done with the refused request whatever it does. */
    private void othersAreAnswered() throws IOException {
        for (int i = 0; i < OTHERS; i++) {
            try (Line other = new Line()) {
                other.send("GET /health HTTP/1.1\r\nHost: ruhu\r\n\r\n");
                assertThat(other.status()).isEqualTo("HTTP/1.1 200 OK");
            }
        }
    }

    /** A connection that is kept. */
    private final class Line implements AutoCloseable {

        private final Socket socket = new Socket(app.uri().getHost(), app.uri().getPort());
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));

        Line() throws IOException {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }

        void send(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** The next status line; what is left of the answer before is passed over. */
        String status() throws IOException {
            for (String read = in.readLine(); read != null; read = in.readLine()) {
                int begin = read.indexOf("HTTP/1.1 ");
                if (begin >= 0) {
                    return read.substring(begin);
                }
            }
            return "closed";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
