package org.ruhu.forms.expression;

import java.util.Locale;

/**
 * What an expression yields when it yields something. {@code NULL} is the type of the word {@code null} and fits
 * everywhere; {@code NUMBERS} is a list of numbers, good for {@code in} alone.
 */
public enum Type {
    BOOLEAN, NUMBER, TEXT, DATE, DATETIME, CODES, NUMBERS, NULL;

    boolean accepts(Type actual) {
        return this == actual || this == NULL || actual == NULL;
    }

    boolean ordered() {
        return this == NUMBER || this == TEXT || this == DATE || this == DATETIME || this == NULL;
    }

    /** As people read it in an error. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type both fit, for the branches of {@code if} and {@code coalesce}. */
    Type or(Type other) {
        return this == NULL ? other : this;
    }
}
