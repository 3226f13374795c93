package org.ruhu.spark;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How text files are read, as it travels to other machines.
 *
 * @param objects   an object on each line, not CSV
 * @param encodingName  empty: as the bytes tell
 * @param delimiters    empty: as the first line tells
 */
record ReadAs(boolean objects, String encodingName, String delimiters, boolean skipBad) implements Serializable {

    Optional<Charset> encoding() {
        return encodingName.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(encodingName));
    }

    Optional<Character> delimiter() {
        return delimiters.isEmpty() ? Optional.empty() : Optional.of(delimiters.charAt(0));
    }
}
