package org.ruhu.server.door;

/** What went wrong and where, for the log. Messages of exceptions may quote what was sent, so they are left out. */
public final class Stack {

    private static final int MOST_CAUSES = 5;

    private Stack() {}

    public static String of(Throwable thrown) {
        StringBuilder stack = new StringBuilder();
        int causes = 0;
        for (Throwable cause = thrown; cause != null && causes < MOST_CAUSES; cause = cause.getCause(), causes++) {
            stack.append("\n").append(causes == 0 ? "" : "caused by ").append(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                stack.append("\n    at ").append(frame);
            }
        }
        return stack.toString();
    }
}
