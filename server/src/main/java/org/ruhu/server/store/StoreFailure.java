package org.ruhu.server.store;

/** The store could not do what was asked: a full disk, a broken file, a database out of reach. What was asked may be tried again. */
public final class StoreFailure extends RuntimeException {

    public StoreFailure(String message) {
        super(message);
    }

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
