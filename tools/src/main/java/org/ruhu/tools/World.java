package org.ruhu.tools;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * What a command may touch outside itself.
 *
 * @param out      results, as bytes: NDJSON in UTF-8 whatever the console thinks
 * @param err      talk
 * @param terminal whether a person watches {@code err}
 */
public record World(InputStream in, OutputStream out, PrintStream err, boolean terminal) {}
