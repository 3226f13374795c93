package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** NDJSON being collected. */
final class Lines {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int count;

    void add(ObjectNode line) {
        bytes.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
        bytes.write('\n');
        count++;
    }

    int count() {
        return count;
    }

    /** What was collected; begins anew. */
    byte[] taken() {
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        count = 0;
        return taken;
    }
}
