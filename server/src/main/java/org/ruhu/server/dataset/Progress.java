package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ruhu.server.door.Json;

/** How far an export is that is being made, and whether it is still wanted. */
final class Progress implements Zip.Watch {

    /** Thrown out of the writing when nobody wants it any more. */
    static final class Unwanted extends RuntimeException {

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
        if (unwanted) {
            throw new Unwanted();
        }
    }

    void stop() {
        unwanted = true;
    }

    ObjectNode json() {
        return Json.object().put("read", read).put("of", Math.max(all, read)).put("rows", rows);
    }
}
