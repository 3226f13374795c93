package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ruhu.server.door.Json;

/** How far something is that is being made, and whether it is still wanted. */
public final class Progress implements Zip.Watch {

    /** Thrown out of the making when nobody wants it any more. */
    public static final class Unwanted extends RuntimeException {

        Unwanted() {
            super("nobody wants it any more", null, false, false);
        }
    }

    private volatile long read;
    private volatile long all;
    private volatile long rows;
    private volatile boolean unwanted;

    void of(long revisions) {
        all = revisions;
    }

    @Override
    public void at(long revisions, long submissions, long rows) {
        this.read = revisions;
        this.rows = rows;
        goOn();
    }

    /** @throws Unwanted if it is to end here */
    public void goOn() {
        if (unwanted) {
            throw new Unwanted();
        }
    }

    void stop() {
        unwanted = true;
    }

    public ObjectNode json() {
        return Json.object().put("read", read).put("of", Math.max(all, read)).put("rows", rows);
    }
}
