package org.ruhu.server;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One line a message, and only what an operator can use. */
final class Logs {

    /**
     * Jetty tells every start and stop, and quotes requests it refuses; Jersey warns of each resource that is
     * registered as an object, though it serves it well. The loggers are held here because the log manager forgets
     * those nobody holds.
     */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("org.eclipse.jetty"),
            Logger.getLogger("org.glassfish.jersey.internal.inject.Providers"));

    /** Tells of every client that hangs up before its answer, which on a bad network many do; nothing else. */
    private static final Logger HANG_UPS = Logger.getLogger("org.glassfish.jersey.server.ServerRuntime$Responder");

    private Logs() {}

    static void settle() {
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %5$s%n");
        }
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        HANG_UPS.setLevel(Level.OFF);
    }
}
