package org.ruhu.forms;

/**
 * A place where answers do not have the shape their form version prescribes.
 *
 * @param pointer JSON pointer (RFC 6901) into the answers; into the submission for {@code /missing}
 * @param keyword the schema keyword that refused, such as {@code type}, {@code enum}, {@code maximum}
 * @param detail  what is expected, in English, without the answer itself
 */
public record Misfit(String pointer, String keyword, String detail) {}
