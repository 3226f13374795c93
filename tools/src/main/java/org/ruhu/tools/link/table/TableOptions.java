package org.ruhu.tools.link.table;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a table is to be read.
 *
 * @param encoding  of CSV; empty: as its bytes tell
 * @param delimiter of CSV; empty: as its header tells
 * @param skipBad   whether lines that cannot be read are left out; else they stop everything
 * @param threads   for parsing
 */
public record TableOptions(Optional<Charset> encoding, Optional<Character> delimiter, boolean skipBad, int threads) {

    public static final TableOptions USUAL = new TableOptions(Optional.empty(), Optional.empty(), false, 1);
}
