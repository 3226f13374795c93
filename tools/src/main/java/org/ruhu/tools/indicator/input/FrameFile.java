package org.ruhu.tools.indicator.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.indicator.compute.Frame;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.Packed;

/** The units to be visited, as {@code ruhu simulate} writes them: a line each with unit and area. */
public final class FrameFile {

    private FrameFile() {}

    public static Frame read(Path file) throws IOException {
        Frame frame = new Frame();
        LineReader reader = new LineReader();
        try (Lines lines = new Lines(Packed.unpacked(Files.newInputStream(file)))) {
            while (lines.hasNext()) {
                Line line = reader.read(lines.next());
                if (!(line instanceof Line.Good good) || !good.json().path("unit").isTextual()
                        || !good.json().path("area").isTextual()) {
                    throw new CannotRun(file + " line " + line.number() + ": is an object with unit and area");
                }
                frame.add(good.json().path("unit").asText(), good.json().path("area").asText());
            }
        }
        return frame;
    }
}
