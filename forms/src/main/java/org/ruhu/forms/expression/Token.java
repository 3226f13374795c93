package org.ruhu.forms.expression;

/**
 * @param text what it stands for: the content of a quoted text, the name behind {@code $}
 * @param at   position of its first character, from 1
 */
record Token(Kind kind, String text, int at) {

    enum Kind { NUMBER, TEXT, NAME, CONTEXT, SYMBOL, END }

    boolean is(String symbolOrWord) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbolOrWord);
    }

    /** As people read it in an error. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "a text";
            case CONTEXT -> "$" + text;
            case NUMBER, NAME, SYMBOL -> "'" + text + "'";
        };
    }
}
