package org.ruhu.tools.link.settings;

/**
 * Something in a settings file that is not as it must be.
 *
 * @param pointer JSON pointer to it; empty for the whole file
 * @param message what is wrong and what to do
 */
public record Mistake(String pointer, String message) {

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "" : pointer + ": ") + message;
    }
}
