package org.ruhu.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HangUpTest extends ServerKit {

    private static final int CONNECTIONS = 8;

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("max_connections", "" + CONNECTIONS);
    }

    @Test
    void thoseWhoHangUpBeforeTheAnswerLeaveNoConnectionBehind() throws IOException {
        for (int i = 0; i < 4 * CONNECTIONS; i++) {
            askAndHangUp("no-such-account-" + i);
        }
        get(Person.ADMINISTRATOR, "/api/campaigns").ok();
    }

    /** A sign-in takes so long that the line is gone when its answer is written. */
    private void askAndHangUp(String account) throws IOException {
        String body = "{\"account\":\"" + account + "\",\"password\":\"guessed-wrong\"}";
        try (Socket socket = new Socket(app.uri().getHost(), app.uri().getPort())) {
            socket.getOutputStream().write(("POST /api/session HTTP/1.1\r\nHost: ruhu\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.ISO_8859_1));
            socket.setSoLinger(true, 0);
        }
    }
}
