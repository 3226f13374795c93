package org.ruhu.tools;

import java.util.function.Supplier;

/** Says how far a long work is: in place on a terminal, else a line every few seconds. */
public final class Progress {

    private static final long ON_TERMINAL = 300_000_000L;
    private static final long ELSEWHERE = 5_000_000_000L;

    private final World world;
    private long saidAt = System.nanoTime();
    private boolean open;

    public Progress(World world) {
        this.world = world;
    }

    /** Cheap enough to be called for every line. */
    public synchronized void at(Supplier<String> where) {
        long now = System.nanoTime();
        if (now - saidAt < (world.terminal() ? ON_TERMINAL : ELSEWHERE)) {
            return;
        }
        saidAt = now;
        if (world.terminal()) {
            world.err().print("\r\u001b[K" + where.get());
            world.err().flush();
            open = true;
        } else {
            world.err().println(where.get());
        }
    }

    /** Wipes the line in place, so that what follows starts on a clean one. */
    public synchronized void done() {
        if (open) {
            world.err().print("\r\u001b[K");
            open = false;
        }
    }
}
