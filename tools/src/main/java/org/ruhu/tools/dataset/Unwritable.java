package org.ruhu.tools.dataset;

/** A dataset that a file format has no room for; the message says what to do. */
public final class Unwritable extends RuntimeException {

    public Unwritable(String message) {
        super(message);
    }
}
