package org.ruhu.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** A network between a client and a server on this machine that breaks when it is told to. */
final class BreakingLine implements AutoCloseable {

    enum Break { NEVER, BEFORE_THE_REQUEST, BEFORE_THE_ANSWER }

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final int serverPort;
    private final AtomicReference<Break> next = new AtomicReference<>(Break.NEVER);
    private volatile String command = "";

    BreakingLine(int serverPort) throws IOException {
        this.serverPort = serverPort;
        inBackground(() -> {
            while (true) {
                connect(entrance.accept());
            }
        });
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** The next connection that carries {@code command} is cut, once. */
    void breakAt(String command, Break when) {
        this.command = command;
        next.set(when);
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket("127.0.0.1", serverPort);
        AtomicReference<Break> breaking = new AtomicReference<>(Break.NEVER);
        inBackground(() -> carry(client, server, true, breaking));
        inBackground(() -> carry(server, client, false, breaking));
    }

    private void carry(Socket from, Socket to, boolean requests, AtomicReference<Break> breaking) throws IOException {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                if (requests && next.get() != Break.NEVER && text.contains(command)) {
                    breaking.set(next.getAndSet(Break.NEVER));
                }
                if (breaking.get() == (requests ? Break.BEFORE_THE_REQUEST : Break.BEFORE_THE_ANSWER)) {
                    return;
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // the line was cut, which is what it is for
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
