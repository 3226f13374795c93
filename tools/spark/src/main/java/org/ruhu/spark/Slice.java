package org.ruhu.spark;

import java.io.Serializable;

/**
 * A part of a file that begins and ends with records.
 *
 * @param file   URI
 * @param header how many bytes at the beginning of the file name the columns; 0 if the slice holds them itself, or
 *               nothing does
 * @param to     behind the last byte; -1 for all there is
 * @param line   that its first record begins on, from 1
 * @param lines  that stand before it when it is read with its header: what a line's number there is too much
 */
record Slice(String file, boolean second, int header, long from, long to, long line, int lines)
        implements Serializable {}
