package org.ruhu.tools.xlsform.xpath;

/** Why an expression cannot be read or translated; the message begins with the position. */
public final class XPathProblem extends RuntimeException {

    public XPathProblem(int at, String what) {
        super("position " + at + ": " + what);
    }
}
