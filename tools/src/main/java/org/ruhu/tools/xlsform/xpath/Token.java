package org.ruhu.tools.xlsform.xpath;

/** A piece of an expression and where it begins, from 1. */
record Token(Kind kind, String text, int at) {

    enum Kind { NUMBER, TEXT, NAME, QUESTION, SYMBOL, END }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    String shown() {
        return switch (kind) {
            case END -> "the end";
            case QUESTION -> "${" + text + "}";
            default -> "'" + text + "'";
        };
    }
}
