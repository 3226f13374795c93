package org.ruhu.tools;

/** A command cannot do its work, and the message says what would help; ends it with exit code 2. */
public class CannotRun extends RuntimeException {

    public CannotRun(String message) {
        super(message);
    }
}
