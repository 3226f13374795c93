package org.ruhu.tools.link.splink;

/** SQL that has no equivalent here, and why. */
final class SqlProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    SqlProblem(String message) {
        super(message);
    }
}
