package org.ruhu.tools.lines;

/**
 * One line as it lies in the file, not yet judged.
 *
 * @param number 1-based
 * @param bytes  without the line break; the first {@link Lines#LONGEST} of them if it is too long
 */
public record RawLine(long number, byte[] bytes, boolean tooLong) {}
