package org.ruhu.tools.link.work;

/** Who looks on while long work is done, and may stop it. Called from several threads, one at a time. */
public interface Watch {

    Watch NOBODY = (what, done, of) -> {};

    /** @param done of {@code of}, in units of the work */
    void at(String what, long done, long of);

    /** Whether the work shall end early, with {@link Stopped}. Asked often. */
    default boolean stop() {
        return false;
    }

    /** The work was ended early because somebody wanted so. */
    final class Stopped extends RuntimeException {
        public Stopped() {
            super("stopped");
        }
    }
}
