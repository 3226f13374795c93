package org.ruhu.tools.remote;

import org.ruhu.tools.CannotRun;

/** A server said no, and why. */
public final class Refused extends CannotRun {

    private final int status;

    public Refused(int status, String detail) {
        super("the server answers " + status + detail);
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Whether the server may say yes to the same another time. */
    public boolean passing() {
        return status >= 500 || status == 408 || status == 429;
    }
}
