package org.ruhu.forms.expression;

/** An expression ready to run. Yields a value as {@link Values} knows them, null for unknown. */
@FunctionalInterface
public interface Formula {

    Object value(Frame frame);
}
