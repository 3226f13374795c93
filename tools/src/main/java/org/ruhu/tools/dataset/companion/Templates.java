package org.ruhu.tools.dataset.companion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files of this program that companions are made from. */
final class Templates {

    private Templates() {}

    /** @param name of a file in {@code /dataset} */
    static String read(String name) {
        try (InputStream in = Templates.class.getResourceAsStream("/dataset/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
