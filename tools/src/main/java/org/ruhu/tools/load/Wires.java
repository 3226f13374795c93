package org.ruhu.tools.load;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.ruhu.tools.load.Wire.Reply;
import org.ruhu.tools.load.Wire.Request;

/** Connections to a server that are kept for the next who needs one. Safe to share between threads. */
final class Wires implements AutoCloseable {

    private final URI base;
    private final ConcurrentLinkedDeque<Wire> idle = new ConcurrentLinkedDeque<>();

    Wires(URI base) {
        this.base = base;
    }

    Reply exchange(Request request) throws IOException {
        Wire wire = wire();
        try {
            return wire.exchange(request);
        } finally {
            giveBack(wire);
        }
    }

    void hangUpOn(Request request, int afterMillis) throws IOException {
        wire().hangUpOn(request, afterMillis);
    }

    private Wire wire() throws IOException {
        Optional<Wire> kept = Optional.ofNullable(idle.pollFirst());
        return kept.isPresent() ? kept.get() : new Wire(base);
    }

    private void giveBack(Wire wire) throws IOException {
        if (wire.open()) {
            idle.addFirst(wire);
        } else {
            wire.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (Wire wire = idle.poll(); wire != null; wire = idle.poll()) {
            wire.close();
        }
    }
}
